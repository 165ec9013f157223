import type { AlertReceipt } from 'backstage-plugin-incidents-common';
import { createNewId } from '../platform/identity';
import { writeRows } from '../platform/writeRows';
import { openDatabase, openEngines } from '../testing/engines';
import { walkPages } from '../testing/walkPages';
import { payloadStore, type Understood } from './payloadStore';

const engines = openEngines();
const start = new Date('2026-11-20T03:00:00.000Z');
const hours = (n: number) => new Date(start.getTime() + n * 3_600_000);
const ada = { type: 'user', ref: 'user:default/ada' } as const;
const opened = (alertId: string): AlertReceipt => ({
  ...{ fingerprint: alertId, became: 'opened', reason: 'so', alertId },
});

describe.each(engines.ids)('the store of payloads on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let now: Date;
  const newId = createNewId({ now: () => now });
  beforeEach(async () => {
    database = await openDatabase(engines, id);
    now = start;
  });

  const keep = (...understood: Array<Partial<Understood>>) =>
    database.write(tx =>
      writeRows(
        tx,
        payloadStore.toRows(
          understood.map((about, i) => ({
            integration: 'prometheus',
            payload: { bytes: 3, body: Buffer.from(`{${i}}`) },
            receipts: [],
            ...about,
          })),
          { newId, now },
        ),
      ),
    );
  const list = (
    query: object = {},
    ...rest: [] | [{ alertId: string; at: Date }]
  ) => payloadStore.list(database.read, { limit: 50, ...query }, ...rest);
  const choose = (wanted: object, limit = 500) =>
    payloadStore.choose(database.read, wanted, { limit });
  const bodies = async (ids: string[]) =>
    Promise.all(
      ids.map(async one => {
        const kept = await payloadStore.find(database.read, one);
        return kept?.body?.toString();
      }),
    );

  it('gives back what was kept, the body only when it is asked for', async () => {
    // No text at all: it comes back byte for byte.
    const body = Buffer.from([0x7b, 0x00, 0xff, 0x7d]);
    await keep({
      payload: { bytes: 4, body, contentType: 'x/y' },
      receipts: [opened('a1'), opened('a2')],
    });
    const { items } = await list();
    expect(items).toEqual([
      {
        id: expect.any(String),
        integration: 'prometheus',
        receivedAt: start.toISOString(),
        contentType: 'x/y',
        size: 4,
        became: { opened: 2 },
        replays: 0,
      },
    ]);
    expect(await payloadStore.find(database.read, items[0].id)).toEqual({
      delivery: items[0],
      body,
    });
    expect(await payloadStore.find(database.read, 'none')).toBeUndefined();
  });

  it('says why there is no body, and why there is no alert', async () => {
    await keep(
      { payload: { bytes: 1_000_001 } },
      { payload: { bytes: 0, body: Buffer.alloc(0), remark: 'a test' } },
      { payload: { bytes: 2, body: Buffer.from('{}') } },
    );
    const { items } = await list();
    expect(items.map(({ bodyMissing }) => bodyMissing)).toEqual([
      ...[undefined, undefined],
      'Its body has 1000001 bytes, and none is kept of more than 1000000',
    ]);
    expect(items[1].remark).toBe('a test');
    const bodiesKept = await bodies(items.map(item => item.id));
    expect(bodiesKept).toEqual(['{}', '', undefined]);
  });

  it('keeps those of one moment in the order in which they came', async () => {
    await keep(...Array.from({ length: 40 }, () => ({})));
    const chosen = await choose({ integration: 'prometheus' });
    expect(await bodies(chosen.map(one => one.id))).toEqual(
      Array.from({ length: 40 }, (_, i) => `{${i}}`),
    );
  });

  it('lists each of twelve once, by integration and time, newest first', async () => {
    for (let i = 0; i < 12; i += 1) {
      now = hours(i);
      await keep({ integration: i % 2 ? 'grafana' : 'prometheus' });
    }
    for (const limit of [1, 5, 12]) {
      const walk = await walkPages(cursor => list({ limit, cursor }));
      const times = walk.items.map(({ receivedAt }) => receivedAt);
      expect(times).toEqual(
        Array.from({ length: 12 }, (_, i) => hours(11 - i).toISOString()),
      );
      expect(walk.totalItems).toBe(12);
    }
    const some = await list({
      integration: ['grafana'],
      from: hours(3).toISOString(),
      to: hours(9).toISOString(),
    });
    expect(some.items.map(({ receivedAt }) => receivedAt)).toEqual(
      [7, 5, 3].map(n => hours(n).toISOString()),
    );
    expect(some.totalItems).toBe(3);
    await expect(list({ cursor: 'forged' })).rejects.toThrow('cursor must be');
  });

  it('finds the one that opened an alert', async () => {
    const [first, second] = [newId(), newId()];
    await keep(
      { receipts: [opened(first)] },
      { receipts: [opened('other'), opened(second)] },
      { receipts: [{ ...opened(second), became: 'repeated' }] },
    );
    const [, middle] = (await list()).items;
    const found = await list({}, { alertId: second, at: start });
    expect(found.items).toEqual([middle]);
    const later = await list({}, { alertId: second, at: hours(1) });
    expect(later.items).toEqual([]);
  });

  it('chooses the oldest of an integration and a time first, or those that are named', async () => {
    for (const n of [0, 1, 2, 3]) {
      now = hours(n);
      await keep({ integration: n === 2 ? 'grafana' : 'prometheus' });
    }
    const all = (await list()).items.reverse().map(item => item.id);
    const ids = async (...asked: Parameters<typeof choose>) =>
      (await choose(...asked)).map(one => one.id);
    expect(
      await ids({ integration: 'prometheus', from: hours(1).toISOString() }),
    ).toEqual([all[1], all[3]]);
    expect(await ids({ ids: [all[3], 'none', all[0]] })).toEqual([
      all[0],
      all[3],
    ]);
    expect(await ids({ integration: 'prometheus' }, 2)).toEqual([
      all[0],
      all[1],
    ]);
    const rest = await payloadStore.choose(
      database.read,
      { integration: 'prometheus' },
      { limit: 9, cursor: payloadStore.cursorAfter(all[0]) },
    );
    expect(rest.map(one => one.id)).toEqual([all[1], all[3]]);
  });

  it('remembers how often one was replayed, and by whom last', async () => {
    await keep({});
    const [{ id: one }] = (await list()).items;
    const by = { actor: ada, at: hours(1) };
    const mark = (which: string) =>
      database.write(tx => payloadStore.markReplayed(tx, which, by));
    expect([await mark(one), await mark(one)]).toEqual([1, 2]);
    expect(await mark('none')).toBeUndefined();
    expect((await list()).items).toMatchObject([
      { replays: 2, replayedAt: hours(1).toISOString(), replayedBy: ada },
    ]);
  });

  it('forgets what is older, some at a time', async () => {
    const many = Array.from({ length: 2_001 }, () => ({}));
    await keep(...many);
    now = hours(2);
    await keep({ integration: 'grafana' });
    const forget = () =>
      database.write(tx => payloadStore.forgetSome(tx, hours(1)));
    expect([await forget(), await forget(), await forget()]).toEqual([
      ...[true, false, false],
    ]);
    expect((await list()).items).toMatchObject([{ integration: 'grafana' }]);
  });
});
