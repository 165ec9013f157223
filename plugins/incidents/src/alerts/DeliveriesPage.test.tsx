import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Delivery,
  ReplayDeliveriesReply,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDelivery } from './testing/aDelivery';

const placed: ReplayDeliveriesReply = {
  preview: true,
  items: [
    {
      ...{ id: 'd1', integration: 'prometheus', receivedAt: testNow },
      became: { placed: 1 },
      alerts: [
        {
          ...{ fingerprint: 'f1', became: 'placed', incidentKey: 'INC-7' },
          reason: 'rule service is importer says importer',
        },
      ],
    },
  ],
  gone: [],
};

function show(items: Delivery[], about: { search?: string } = {}) {
  const listDeliveries = jest.fn(async () => ({
    items,
    totalItems: items.length,
  }));
  const getDelivery = jest.fn(async () => ({
    ...items[0],
    body: '{"a":"<img src=x onerror=alert(1)>"}',
  }));
  const replayDeliveries = jest.fn(async (input: any) => ({
    ...placed,
    preview: Boolean(input.body.preview),
  }));
  const api = { listDeliveries, getDelivery, replayDeliveries };
  renderPage(`/alerts/deliveries${about.search ?? ''}`, api);
  return api;
}

const row = async (words: RegExp | string) =>
  (await screen.findByText(words)).closest('li')!;

describe('the deliveries', () => {
  it('say what became of each, and who replayed it', async () => {
    show([
      aDelivery({ became: { opened: 2, unchanged: 1 } }),
      aDelivery({
        ...{ id: 'd2', became: {}, remark: 'It was the test button' },
        ...{ replays: 2, replayedAt: testNow },
        replayedBy: { type: 'user', ref: 'user:default/aiko' },
      }),
      aDelivery({ id: 'd3', became: {}, bodyMissing: 'It was too large' }),
    ]);
    expect(await row('2 opened, 1 unchanged')).toHaveTextContent('1.2 kB');
    const replayed = await row('It was the test button');
    expect(replayed).toHaveTextContent('replayed 2 times, last by aiko');
    const missing = await row('It was too large');
    expect(missing).toHaveTextContent('Brought no alert');
    expect(within(missing).queryAllByRole('button')).toEqual([]);
  });

  it('show a body when it is asked for, as text and with its lines broken', async () => {
    const { getDelivery } = show([aDelivery()]);
    const button = await screen.findByRole('button', {
      name: /^Show the body/,
    });
    expect(getDelivery).not.toHaveBeenCalled();
    await userEvent.click(button);
    const body = await screen.findByRole('group', {
      name: 'Body of the delivery',
    });
    expect(body.textContent).toBe(
      '{\n  "a": "<img src=x onerror=alert(1)>"\n}',
    );
    expect(body.querySelector('img')).toBeNull();
    expect(body).toHaveAttribute('tabindex', '0');
  });

  it('say first what a replay would do, and do it then', async () => {
    const { replayDeliveries } = show([aDelivery()]);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Replay: prometheus/ }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('What 1 delivery would do'),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent(
      'INC-7 · rule service is importer says importer',
    );
    expect(replayDeliveries.mock.calls).toEqual([
      [{ body: { ids: ['d1'], preview: true } }],
    ]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Replay 1 delivery' }),
    );
    expect(
      await within(dialog).findByText('1 delivery was replayed'),
    ).toBeInTheDocument();
    expect(replayDeliveries).toHaveBeenLastCalledWith({
      body: { ids: ['d1'], preview: false },
    });
  });

  it('are replayed all of one integration since a time', async () => {
    const { replayDeliveries, listDeliveries } = show([aDelivery()], {
      search: `?integration=prometheus&from=${testNow}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Replay all of these…' }),
    );
    await waitFor(() =>
      expect(replayDeliveries).toHaveBeenCalledWith({
        body: {
          ...{ integration: 'prometheus', from: testNow, preview: true },
          to: expect.any(String),
        },
      }),
    );
    expect(listDeliveries).toHaveBeenCalledWith(
      { query: { integration: ['prometheus'], from: testNow, limit: 50 } },
      expect.anything(),
    );
  });

  it('lead to the dry run', async () => {
    show([aDelivery({ id: 'd/1' })]);
    expect(
      await screen.findByRole('link', { name: /^Dry run: prometheus/ }),
    ).toHaveAttribute('href', '/incidents/alerts/dry-run?delivery=d%2F1');
  });

  it('are the one of an alert, and lead back to all', async () => {
    const { listDeliveries } = show([aDelivery()], { search: '?alert=a1' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all deliveries' }),
    );
    await waitFor(() =>
      expect(listDeliveries).toHaveBeenLastCalledWith(
        { query: { limit: 50 } },
        expect.anything(),
      ),
    );
  });

  it('say when none is kept, and when none matches', async () => {
    show([], { search: '?integration=gone' });
    expect(await screen.findByText('No delivery matches.')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('No delivery is kept.')).toBeInTheDocument();
  });
});
