import { screen } from '@testing-library/react';
import { onCallScheduleUpdatePermission } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../../shell/__testUtils__/renderPage';

const denied = [onCallScheduleUpdatePermission];

// Answers about permissions are kept for all tests of a file: one reader has one file.
describe('who may not write schedules', () => {
  it('is told so, and sees no form', async () => {
    renderPage('/on-call/new', {}, { denied });
    expect(
      await screen.findByText('You may not change schedules.'),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Title')).toBeNull();
  });

  it('is not led there', async () => {
    renderPage(
      '/on-call',
      {
        listSchedules: async () => ({ items: [], totalItems: 0, at: testNow }),
      },
      { denied },
    );
    expect(
      await screen.findByText('There is no schedule yet.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'New schedule' })).toBeNull();
  });
});
