import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  deadLetterReadPermission,
  routingUpdatePermission,
} from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aLetter } from './testing/aLetter';
import { strayAlert } from './testing/strayAlert';

// Answers about permissions are kept for all tests of a file: one reader has one file.
const denied = [deadLetterReadPermission, routingUpdatePermission];

describe('who may give alerts an entity, but not make rules', () => {
  it('is not offered a rule', async () => {
    const entityRef = 'component:default/checkout';
    renderPage(
      '/alerts?show=unrouted',
      {
        listAlerts: async () => ({ items: [strayAlert], totalItems: 1 }),
        getAlert: async () => ({
          ...strayAlert,
          candidates: [{ entityRef, reason: 'Its name is in the title.' }],
        }),
      },
      { denied },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Whose is it? Disk full' }),
    );
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByRole('button', { name: 'It is checkout' });
    expect(within(dialog).queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

describe('who may not see what monitors send', () => {
  it('is not shown dead letters, and is told how to', async () => {
    const listDeadLetters = jest.fn(async () => ({
      items: [aLetter('one')],
      totalItems: 1,
    }));
    renderPage('/alerts/dead-letters', { listDeadLetters }, { denied });
    expect(await screen.findByText('Not shown to you.')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Dead letters' }),
    ).not.toBeInTheDocument();
    expect(listDeadLetters).not.toHaveBeenCalled();
  });
});
