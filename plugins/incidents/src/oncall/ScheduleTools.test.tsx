import { screen } from '@testing-library/react';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aPreview, aSchedule } from './testing/aShift';

describe('who may write schedules', () => {
  it('is led from the list to a new one', async () => {
    renderPage('/on-call', {
      listSchedules: async () => ({ items: [], totalItems: 0, at: testNow }),
    });
    expect(
      await screen.findByRole('link', { name: 'New schedule' }),
    ).toHaveAttribute('href', '/incidents/on-call/new');
  });

  it.each([
    ['is led from a schedule to its editor', true],
    ['only, is led from a schedule to its editor', false],
  ])('%s', async (_, update) => {
    renderPage('/on-call/checkout', {
      getSchedule: async () =>
        aSchedule({ can: { ...aSchedule().can, update } }),
      getScheduleShifts: async () => aPreview(),
    });
    await screen.findByRole('region', { name: 'Checkout' });
    const edit = screen.queryByRole('link', { name: 'Edit' });
    expect(edit?.getAttribute('href')).toBe(
      update ? '/incidents/on-call/checkout/edit' : undefined,
    );
  });
});
