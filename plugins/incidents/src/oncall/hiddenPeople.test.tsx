import { screen } from '@testing-library/react';
import { onCallReadPermission } from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aSchedule } from './testing/aShift';

// Answers about permissions are kept for all tests of a file: one reader has one file.
it('a schedule names nobody to who may not see people, and asks nothing', async () => {
  const getSchedule = jest.fn(async () => aSchedule());
  renderPage(
    '/on-call/checkout',
    { getSchedule },
    { denied: [onCallReadPermission] },
  );
  expect(await screen.findByText('You may not see names.')).toBeInTheDocument();
  expect(
    screen.getByText(/permission incidents.oncall.read/),
  ).toBeInTheDocument();
  expect(getSchedule).not.toHaveBeenCalled();
});
