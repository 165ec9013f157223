import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  deadLetterReadPermission,
  deliveryReadPermission,
  routingUpdatePermission,
} from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aLetter } from './testing/aLetter';
import { strayAlert } from './testing/strayAlert';

// Answers about permissions are kept for all tests of a file: one reader has one file.
const denied = [
  deadLetterReadPermission,
  deliveryReadPermission,
  routingUpdatePermission,
];

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

  it('is not shown deliveries, and is told how to', async () => {
    const listDeliveries = jest.fn(async () => ({ items: [], totalItems: 0 }));
    renderPage('/alerts/deliveries', { listDeliveries }, { denied });
    expect(await screen.findByText('Not shown to you.')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Deliveries' }),
    ).not.toBeInTheDocument();
    expect(listDeliveries).not.toHaveBeenCalled();
  });

  it('is not led to the delivery of an alert', async () => {
    const listAlerts = async () => ({ items: [strayAlert], totalItems: 1 });
    renderPage('/alerts?show=unrouted', { listAlerts }, { denied });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Disk full' }),
    );
    expect(await screen.findByText('service=importer')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /^What the monitor sent/ }),
    ).not.toBeInTheDocument();
  });
});
