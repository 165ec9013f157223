import { screen } from '@testing-library/react';
import { onCallHandoverUpdatePermission } from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDraft, aNote } from './testing/aHandover';

// Answers about permissions are kept for all tests of a file: one reader has one file.
it('a note is read, and not written, by who may only read', async () => {
  renderPage(
    '/on-call/checkout/hand-over',
    {
      draftHandover: async () => aDraft({ note: aNote() }),
      listHandovers: async () => ({ items: [], totalItems: 0 }),
    },
    { denied: [onCallHandoverUpdatePermission] },
  );
  expect(await screen.findByText('calm')).toBeInTheDocument();
  expect(
    screen.getByText(/needs the permission incidents.oncall.handover.update/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
