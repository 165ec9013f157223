import type {
  Delivery,
  ReplayDeliveriesReply,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const start = '2026-11-20T03:00:00.000Z';
const tables = [
  'incidents_alerts',
  'incidents_deliveries',
  'incidents_payloads',
  'incidents_incidents',
  'incidents_timeline',
  'incidents_counters',
];

describe.each(engines.ids)('deliveries that are replayed on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  const deliveries = async (query = ''): Promise<Delivery[]> =>
    (await h.get(`/deliveries${query}`)).body.items;
  const replay = async (wanted: object): Promise<ReplayDeliveriesReply> => {
    const { status, body } = await h.post('/deliveries/replay', wanted);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  };
  const replayAll = async (more: object = {}) =>
    replay({
      integration: 'generic',
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-21T00:00:00.000Z',
      ...more,
    });
  const ruleFor = (title: string) =>
    h.post('/routing-rules', {
      matchers: [{ label: 'title', op: 'equals', value: title }],
      entityRef: 'component:default/ledger',
    });
  const everything = () =>
    Promise.all(tables.map(table => knex(table).select('*')));
  const reads = (body: object) =>
    knex('incidents_payloads').update({
      body: Buffer.from(JSON.stringify(body)),
    });

  it('place what nobody could place, once there is a rule, and say who did it', async () => {
    await h.fires('Stray', 'unheard-of', { severity: 'critical' });
    const [{ id: delivery }] = await deliveries();
    await h.waits({ minutes: 5 });
    expect((await replay({ ids: [delivery] })).items).toMatchObject([
      {
        became: { repeated: 1 },
        alerts: [{ triage: { outcome: 'unrouted' } }],
      },
    ]);
    await ruleFor('Stray');
    const { items } = await replay({ ids: [delivery] });
    expect(items).toMatchObject([
      {
        became: { placed: 1 },
        alerts: [
          {
            reason: 'rule title=Stray says component:default/ledger',
            entityRef: 'component:default/ledger',
            triage: { outcome: 'declared' },
            incidentKey: 'INC-1',
          },
        ],
      },
    ]);
    expect(await h.alerts()).toMatchObject([
      { occurrences: 1, routing: { by: 'rule' }, incidentKey: 'INC-1' },
    ]);
    const replayed =
      'user:default/ada replayed the delivery of 2026-11-20T03:00:00.000Z';
    expect((await h.story('INC-1')).split('\n')).toEqual(
      [
        'alert.repeated | user:default/ada | The last firing of Stray is read again',
        'alert.routed | user:default/ada | Stray: rule title=Stray says component:default/ledger; no incident was open for component:default/ledger',
        'incident.declared | user:default/ada | generic declared SEV1: Stray',
      ].map(line => `03:05:00 | ${line}; ${replayed}`),
    );
  });

  it('place an alert by an older delivery too, without taking its word for the rest', async () => {
    await h.fires('Stray', 'unheard-of', { severity: 'info' });
    await h.waits({ minutes: 5 });
    await h.fires('Stray', 'unheard-of', { severity: 'critical', n: 2 });
    await ruleFor('Stray');
    const [, first] = await deliveries();
    expect((await replay({ ids: [first.id] })).items).toMatchObject([
      { became: { placed: 1 }, alerts: [{ severity: 'SEV1' }] },
    ]);
    expect(await h.alerts()).toMatchObject([
      {
        ...{ occurrences: 2, severity: 'SEV1', incidentKey: 'INC-1' },
        lastFiredAt: '2026-11-20T03:05:00.000Z',
      },
    ]);
  });

  it('bring back nothing that is over, and say why', async () => {
    await h.fires('Undated');
    await h.fires('Dated', 'checkout', {
      startedAt: '2026-11-20T02:59:00.000Z',
    });
    await h.waits({ minutes: 5 });
    await h.fires('Undated', 'checkout', { n: 2 });
    await h.waits({ minutes: 5 });
    await h.resolves('Undated');
    await h.resolves('Dated');
    await h.waits({ minutes: 5 });
    const before = await h.alerts();
    const { items } = await replayAll();
    expect(items).toHaveLength(5);
    for (const { became } of items) expect(became).toEqual({ unchanged: 1 });
    expect(items.map(({ alerts }) => alerts[0].reason)).toEqual([
      ...Array(3).fill(
        'this episode is resolved already; the firing came before its end',
      ),
      ...Array(2).fill('no alert is open under this fingerprint'),
    ]);
    expect(await h.alerts()).toEqual(before);
  });

  it('end nothing that has begun since', async () => {
    await h.fires('Queue');
    await h.waits({ minutes: 5 });
    await h.resolves('Queue');
    await h.waits({ minutes: 5 });
    await h.fires('Queue', 'checkout', { n: 2 });
    const [, resolve] = await deliveries();
    expect((await replay({ ids: [resolve.id] })).items).toMatchObject([
      { alerts: [{ reason: /not over/ }] },
    ]);
    expect(await h.alerts('?status=firing')).toHaveLength(1);
  });

  it('become what they were when their source could not read them, in their order', async () => {
    const firing = { title: 'Queue', labels: { service: 'checkout' } };
    await h.deliver('alertmanager', { alerts: [] });
    await h.waits({ minutes: 5 });
    await h.deliver('alertmanager', { alerts: [], version: '4' });
    expect(await deliveries()).toMatchObject([{ became: {} }, { became: {} }]);
    const [second, first] = await deliveries();
    const become = (one: Delivery, status: string) =>
      knex('incidents_payloads')
        .where('id', one.id)
        .update({
          integration_id: 'generic',
          body: Buffer.from(JSON.stringify({ ...firing, status })),
        });
    await become(first, 'firing');
    await become(second, 'resolved');
    const { items } = await replay({ ids: [second.id, first.id] });
    expect(items.map(({ became }) => became)).toEqual([
      { opened: 1 },
      { resolved: 1 },
    ]);
    expect(await h.alerts()).toMatchObject([
      {
        startedAt: '2026-11-20T03:00:00.000Z',
        resolvedAt: '2026-11-20T03:05:00.000Z',
      },
    ]);
  });

  it('are read as they are read today, and count once', async () => {
    await h.fires('Queue', 'checkout', { severity: 'warning' });
    const [{ id: delivery }] = await deliveries();
    await reads({
      ...{ title: 'Queue', dedupKey: 'Queue', severity: 'critical' },
      labels: { service: 'checkout', team: 'pay' },
    });
    await replay({ ids: [delivery] });
    expect(await h.alerts()).toMatchObject([
      { occurrences: 1, severity: 'SEV1', labels: { team: 'pay' } },
    ]);
    expect((await h.incident('INC-1')).severity).toBe('SEV1');
  });

  it('are new deliveries each time, and remember who replayed them', async () => {
    await h.fires('Queue');
    const [{ id: delivery }] = await deliveries();
    await h.waits({ minutes: 5 });
    await Promise.all([
      replay({ ids: [delivery] }),
      replay({ ids: [delivery] }),
    ]);
    const keys = await knex('incidents_deliveries').orderBy('delivery_key');
    expect(keys.map(row => row.delivery_key)).toEqual(
      expect.arrayContaining([`replay:${delivery}:1`, `replay:${delivery}:2`]),
    );
    expect(await deliveries()).toMatchObject([
      {
        ...{ replays: 2, became: { opened: 1 } },
        replayedAt: '2026-11-20T03:05:00.000Z',
        replayedBy: { type: 'user', ref: 'user:default/ada' },
      },
    ]);
  });

  it('do in a preview what they do then, and nothing of it stays', async () => {
    await h.fires('Stray', 'unheard-of');
    await h.waits({ minutes: 1 });
    await h.fires('Other', 'unheard-of');
    await ruleFor('Stray');
    const before = await everything();
    const told = await replayAll({ preview: true });
    expect(await everything()).toEqual(before);
    const done = await replayAll();
    expect([told.preview, done.preview]).toEqual([true, false]);
    expect(told.items).toEqual(done.items);
    expect(done.items).toMatchObject([
      { alerts: [{ incidentKey: 'INC-1' }] },
      { alerts: [{ triage: { outcome: 'unrouted' } }] },
    ]);
  });

  it('stay as they are when they cannot be read any more, and say why', async () => {
    await h.fires('Queue');
    await h.waits({ minutes: 1 });
    await h.deliver('alertmanager', { alerts: [] });
    await h.waits({ minutes: 1 });
    await h.fires('Large', 'checkout', { description: 'x'.repeat(1_000_000) });
    const [large, other, small] = await deliveries();
    await knex('incidents_payloads')
      .where('id', other.id)
      .update('integration_id', 'left');
    await knex('incidents_payloads')
      .where('id', small.id)
      .update('body', Buffer.from('{"title": 7}'));
    const ids = [small.id, other.id, large.id, 'none'];
    for (const preview of [true, false]) {
      const { items, gone } = await replay({ ids, preview });
      expect(gone).toEqual(['none']);
      expect(items.map(({ failure }) => failure)).toEqual([
        expect.stringMatching(/^This is not what Generic JSON sends/),
        'There is no integration left in incidents.integrations any more',
        large.bodyMissing,
      ]);
    }
    expect(large.bodyMissing).toMatch(/^Its body has 1000\d\d\d bytes/);
  });

  it('are taken five hundred at a time, the oldest first', async () => {
    await h.fires('Queue');
    const [row] = await knex('incidents_payloads');
    const body = JSON.stringify({
      ...{ title: 'Queue', dedupKey: 'Queue', status: 'firing' },
      labels: { service: 'checkout' },
    });
    const later = Array.from({ length: 501 }, (_, i) => {
      const at = new Date(h.now().getTime() + 1 + i);
      const time = at.getTime().toString(16).padStart(12, '0');
      return {
        ...row,
        ...{ id: `${time.slice(0, 8)}-${time.slice(8)}-7${row.id.slice(15)}` },
        ...{ received_at: at, body: Buffer.from(body) },
      };
    });
    await knex.batchInsert('incidents_payloads', later, 50);
    const some = await replayAll();
    expect(some.items).toHaveLength(500);
    expect(some.items[0].id).toBe(row.id);
    const rest = await replayAll({ cursor: some.nextCursor });
    expect(rest.items.map(item => item.id)).toEqual(
      later.slice(499).map(one => one.id),
    );
    expect(rest.nextCursor).toBeUndefined();
    expect(await h.alerts()).toMatchObject([{ occurrences: 502 }]);
  });

  it('tell the way of each alert in a dry run', async () => {
    await h.fires('Stray', 'unheard-of');
    await ruleFor('Stray');
    const [{ id: delivery }] = await deliveries();
    const { body } = await h.post('/dry-run', { delivery });
    expect(body.remark).toBeUndefined();
    expect(body.alerts[0].steps.at(-1)).toMatchObject({
      step: 'decision',
      result: 'declared INC-1',
    });
    expect((await h.post('/dry-run', { delivery: 'none' })).status).toBe(404);
  });

  it.each([
    [{ ids: [] }],
    [{ ids: Array.from({ length: 501 }, (_, i) => `n${i}`) }],
    [{ integration: 'generic' }],
    [{ integration: 'generic', from: 'yesterday', to: 'now' }],
    [{ ids: ['a'], cursor: 'forged' }],
    [{ ids: ['a\u0000'] }],
    [{ integration: 'a\u0000', from: start, to: start }],
  ])('are refused by %j', async wanted => {
    const { status } = await h.post('/deliveries/replay', wanted);
    expect(status).toBe(400);
  });
});
