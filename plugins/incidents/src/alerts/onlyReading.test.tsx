import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  alertUpdatePermission,
  deadLetterReplayPermission,
  deliveryReplayPermission,
  maintenanceUpdatePermission,
  routingUpdatePermission,
  silenceUpdatePermission,
  type IncidentsApi,
} from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { aWindow } from '../maintenance/testing/aWindow';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDelivery } from './testing/aDelivery';
import { aHeartbeat } from './testing/aHeartbeat';
import { aLetter } from './testing/aLetter';
import { aRule } from './testing/aRule';
import { aSilence } from './testing/aSilence';

// Answers about permissions are kept for all tests of a file: one reader has one file.
const denied = [
  alertUpdatePermission,
  silenceUpdatePermission,
  maintenanceUpdatePermission,
  routingUpdatePermission,
  deadLetterReplayPermission,
  deliveryReplayPermission,
];

const show = (path: string, about: Partial<IncidentsApi>) =>
  renderPage(`/alerts${path}`, about, { denied });

describe('who may only read', () => {
  it('sees the way of an alert and cannot change it', async () => {
    show('?show=incidents', {
      listAlerts: async () => ({ items: [anAlert()], totalItems: 1 }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^More for/ }),
    );
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(item => item.textContent),
    ).toEqual(['See its way, step by step']);
    expect(
      screen.queryByRole('button', { name: /^Acknowledge/ }),
    ).not.toBeInTheDocument();
  });

  it('sees silences', async () => {
    show('/silences', {
      listSilences: async () => ({ items: [aSilence()], totalItems: 1 }),
    });
    await screen.findByText('service is checkout');
    expect(
      screen.queryByRole('button', { name: /End now|New silence/ }),
    ).not.toBeInTheDocument();
  });

  it('sees maintenance', async () => {
    show('/maintenance', {
      listMaintenance: async () => ({ items: [aWindow()], totalItems: 1 }),
      listMaintenanceCalendars: async () => ({ items: [] }),
    });
    await screen.findByText('Index rebuild');
    expect(
      screen.queryByRole('button', { name: /Call it off|Plan|Import|Change/ }),
    ).not.toBeInTheDocument();
  });

  it('sees rules', async () => {
    show('/rules', {
      listRoutingRules: async () => ({ items: [aRule('a'), aRule('b')] }),
    });
    await screen.findByText('When service is a');
    expect(
      screen.queryByRole('button', { name: /Ask|Remove|New rule/ }),
    ).not.toBeInTheDocument();
  });

  it('sees dead letters', async () => {
    show('/dead-letters', {
      listDeadLetters: async () => ({ items: [aLetter('one')], totalItems: 1 }),
    });
    await screen.findByText('Letter one has no alerts');
    expect(
      screen.queryByRole('button', { name: /^Read/ }),
    ).not.toBeInTheDocument();
  });

  it('sees deliveries, and what a replay would do in the dry run', async () => {
    show('/deliveries', {
      listDeliveries: async () => ({ items: [aDelivery()], totalItems: 1 }),
    });
    await screen.findByText('1 opened');
    expect(
      screen.getByRole('link', { name: /^Dry run: prometheus/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Replay/ }),
    ).not.toBeInTheDocument();
  });

  it('sees heartbeats', async () => {
    show('/heartbeats', {
      listHeartbeats: async () => ({ items: [aHeartbeat()] }),
    });
    await screen.findByText('Nightly backup');
    expect(
      screen.queryByRole('button', { name: /^Silence/ }),
    ).not.toBeInTheDocument();
  });
});
