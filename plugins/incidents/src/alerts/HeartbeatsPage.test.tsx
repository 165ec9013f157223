import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Heartbeat } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aHeartbeat } from './testing/aHeartbeat';
import { aSilence } from './testing/aSilence';

const heard = aHeartbeat();
const missing = aHeartbeat({
  ...{ id: 'watchdog', title: 'Prometheus', status: 'missing' },
  ...{ every: 300, grace: 100, lastSeenAt: undefined },
  entityRef: 'component:default/checkout',
  expectedBy: testNow,
  missingSince: testNow,
  alertId: 'a1',
});

function show(items: Heartbeat[]) {
  const listHeartbeats = jest.fn(async () => ({ items }));
  const createSilence = jest.fn(async () => aSilence());
  renderPage('/alerts/heartbeats', { listHeartbeats, createSilence });
  return { createSilence };
}

describe('the heartbeats', () => {
  it('say what is expected, how often, and what stays away', async () => {
    show([missing, heard]);
    const away = (await screen.findByText('Prometheus')).closest('li')!;
    expect(away).toHaveTextContent(/Missing.*missing since.*never heard/);
    expect(
      within(away).getByRole('link', { name: 'Its alert' }),
    ).toHaveAttribute(
      'href',
      '/incidents/alerts?integration=heartbeats&q=Prometheus',
    );
    const well = screen.getByText('Nightly backup').closest('li')!;
    expect(well).toHaveTextContent(/Heard.*expected.*heard last/);
    expect(well).toHaveTextContent('every 24 h 00 min, up to 2 h 00 min late');
  });

  it('are silenced one by one', async () => {
    const { createSilence } = show([missing]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Silence: Prometheus' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Why/ }),
      'moving',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Silence' }));
    await waitFor(() =>
      expect(createSilence).toHaveBeenCalledWith({
        body: expect.objectContaining({
          matchers: [
            { label: 'integration', op: 'equals', value: 'heartbeats' },
            { label: 'heartbeat', op: 'equals', value: 'watchdog' },
          ],
        }),
      }),
    );
    expect(await screen.findByText(/^Silenced: /)).toBeInTheDocument();
  });

  it('teach what they are for when there is none', async () => {
    show([]);
    expect(
      await screen.findByText('No signal is expected.'),
    ).toBeInTheDocument();
  });
});
