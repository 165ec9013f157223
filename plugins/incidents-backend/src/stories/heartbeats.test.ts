import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const path = '/api/incidents/webhooks/heartbeats';
const backup = {
  id: 'backup',
  title: 'Nightly backup',
  every: { minutes: 30 },
  tokens: ['first', 'second'],
  entityRef: 'component:default/checkout',
  severity: 'error',
};

describe.each(engines.ids)('heartbeats on %s', id => {
  let knex: Knex;
  let h: House;
  let houses: House[];
  const open = async (heartbeats: object[] = [backup]) => {
    const home = await house({ knex, config: { heartbeats } });
    houses.push(home);
    await home.scheduler.runAll();
    return home;
  };
  beforeEach(async () => {
    knex = await engines.migrated(id);
    houses = [];
    h = await open();
  });
  afterEach(async () => {
    for (const home of houses) await home.stop();
  });

  const beat = (home = h) =>
    home.agent.post(`${path}/backup`).set('Authorization', 'Bearer first');
  /** As time does, and not at once, which would be a portal that was away. */
  const pass = async (minutes: number, home = h) => {
    for (let i = 0; i < minutes; i++) await home.waits({ minutes: 1 });
  };

  const listed = async (home = h) => (await home.get('/heartbeats')).body.items;

  it('are listed with how each stands, what stays away first', async () => {
    const report = { id: 'report', every: '1d', token: 't' };
    const daily = { ...report, id: 'daily', title: 'A daily job' };
    const home = await open([report, daily, backup]);
    const [first] = await listed(home);
    expect(first).toEqual({
      ...{ id: 'daily', title: 'A daily job', status: 'awaited' },
      ...{ every: 86_400, grace: 28_800 },
      expectedBy: '2026-11-21T03:00:00.000Z',
    });
    await beat(home);
    await pass(10, home);
    const seen = async () =>
      (await listed(home)).map((one: any) => `${one.id} ${one.status}`);
    expect(await seen()).toEqual([
      ...['daily awaited', 'report awaited', 'backup heard'],
    ]);
    await pass(25, home);
    expect(await seen()).toEqual([
      ...['backup late', 'daily awaited', 'report awaited'],
    ]);
    await pass(5, home);
    const [alert] = await home.alerts();
    expect((await listed(home))[0]).toEqual({
      ...{ id: 'backup', title: 'Nightly backup', status: 'missing' },
      ...{ every: 1_800, grace: 600, alertId: alert.id },
      entityRef: 'component:default/checkout',
      lastSeenAt: '2026-11-20T03:00:00.000Z',
      expectedBy: '2026-11-20T03:30:00.000Z',
      missingSince: '2026-11-20T03:30:00.000Z',
    });
    await beat(home);
    expect((await listed(home)).at(-1)).not.toHaveProperty('alertId');
  });

  it('a signal says by when the next one is expected', async () => {
    const reply = await beat();
    expect(reply.status).toBe(202);
    expect(reply.body).toEqual({
      heartbeat: 'backup',
      expectedBy: '2026-11-20T03:30:00.000Z',
    });
    await pass(20);
    expect((await beat()).body.expectedBy).toBe('2026-11-20T03:50:00.000Z');
    await pass(39);
    expect(await h.alerts()).toEqual([]);
  });

  it('its absence is an alert, once, and its return a resolve at once', async () => {
    await beat();
    await pass(39);
    expect(await h.alerts()).toEqual([]);
    await pass(1);
    const [alert, ...others] = await h.alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      ...{ integration: 'heartbeats', source: 'heartbeat' },
      ...{ fingerprint: 'backup', title: 'No heartbeat from Nightly backup' },
      ...{ status: 'firing', entityRef: 'component:default/checkout' },
      ...{ startedAt: '2026-11-20T03:30:00.000Z', incidentKey: 'INC-1' },
      labels: { heartbeat: 'backup' },
      description:
        'It was heard last at 2026-11-20T03:00:00.000Z, and was expected by 2026-11-20T03:30:00.000Z.',
    });
    await pass(60);
    expect(await h.alerts()).toMatchObject([{ occurrences: 1 }]);

    await beat();
    expect(await h.alerts()).toMatchObject([
      { status: 'resolved', resolvedAt: '2026-11-20T04:40:00.000Z' },
    ]);
    expect(await h.story('INC-1')).toContain(
      '04:40:00 | alert.resolved | heartbeats | No heartbeat from Nightly backup is resolved by its monitor',
    );
    await pass(40);
    const again = await h.alerts('?status=firing');
    expect(again).toMatchObject([{ startedAt: '2026-11-20T05:10:00.000Z' }]);
  });

  it('one that never came is waited for since the first start', async () => {
    await pass(39);
    expect(await h.alerts()).toEqual([]);
    await pass(1);
    const [{ description }] = await h.alerts();
    expect(description).toContain('It was never heard');
  });

  it('comes by whatever can ask an address, with whatever it brings', async () => {
    const of = (suffix: string) => `${path}/backup${suffix}`;
    const replies = [
      await h.agent.get(of('/second')),
      await h.agent.get(of('')).auth('anyone', 'second'),
      await h.agent.post(of('/first')).send({ alerts: [{ status: 'firing' }] }),
      await h.agent
        .post(of('/first'))
        .set('Content-Type', 'application/json')
        .send('{"half'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(replies[0].headers['cache-control']).toBe('no-store');
    expect(await h.alerts()).toEqual([]);
  });

  it('turns strangers away, and leaves nothing of them', async () => {
    const replies = [
      await h.agent.get(`${path}/backup/wrong`),
      await h.agent.post(`${path}/backup`),
      await h.agent.get(`${path}/gone/first`),
      await h.agent.post(path).set('Authorization', 'Bearer first'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 404, 404]);
    expect(replies[2].body.error.message).toBe(
      'There is no heartbeat gone in incidents.heartbeats',
    );
    const [row] = await knex('incidents_heartbeats');
    expect(row.last_seen_at).toBeNull();
  });

  it('refuses a body without end', async () => {
    const home = await house({
      knex,
      config: { heartbeats: [backup], webhooks: { maxBytes: 1_000 } },
    });
    houses.push(home);
    const reply = await beat(home).send('x'.repeat(1_001));
    expect(reply.status).toBe(413);
    expect((await beat(home).send('x'.repeat(1_000))).status).toBe(202);
  });

  it('asks senders to come again while the database is away', async () => {
    await knex.destroy();
    const reply = await beat();
    expect(reply.status).toBe(503);
    expect(reply.headers['retry-after']).toBe('5');
  });

  it('does not count the time in which the portal was away', async () => {
    await beat();
    await h.waits({ hours: 5 });
    await pass(39);
    expect(await h.alerts()).toEqual([]);
    await pass(1);
    expect(await h.alerts()).toMatchObject([
      { status: 'firing', startedAt: '2026-11-20T08:30:00.000Z' },
    ]);
  });

  it('gives a sender its grace after a short break', async () => {
    await beat();
    await pass(36);
    await h.waits({ minutes: 5 });
    await pass(9);
    expect(await h.alerts()).toEqual([]);
    await pass(1);
    expect(await h.alerts()).toMatchObject([
      { status: 'firing', startedAt: '2026-11-20T03:30:00.000Z' },
    ]);
  });

  it('two replicas raise one alert, and a restart no second', async () => {
    const other = await open();
    await beat();
    for (let i = 0; i < 40; i++) {
      await Promise.all([h, other].map(home => home.waits({ minutes: 1 })));
    }
    const alerts = await h.alerts();
    expect(alerts).toMatchObject([{ status: 'firing', occurrences: 1 }]);
    const third = await open();
    await pass(41, third);
    expect(await third.alerts()).toMatchObject([{ id: alerts[0].id }]);
  });

  it('first signals meet first looks, and none is forgotten', async () => {
    await knex('incidents_heartbeats').delete();
    const [replies] = await Promise.all([
      Promise.all(Array.from({ length: 10 }, () => beat())),
      ...Array.from({ length: 5 }, () => h.scheduler.runAll()),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(202));
    const rows = await knex('incidents_heartbeats');
    expect(rows).toHaveLength(1);
    expect(rows[0].last_seen_at).not.toBeNull();
  });

  it('twenty signals at once resolve once', async () => {
    await pass(40);
    const replies = await Promise.all(Array.from({ length: 20 }, () => beat()));
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(202));
    const story = await h.story('INC-1');
    expect(story.match(/alert\.resolved/g)).toHaveLength(1);
  });

  it('one that leaves the config takes its alert along, and comes back as new', async () => {
    await pass(40);
    const without = await open([]);
    expect(await without.alerts()).toMatchObject([{ status: 'resolved' }]);
    expect(await without.story('INC-1')).toContain(
      'No heartbeat from Nightly backup is resolved: backup is no longer in incidents.heartbeats',
    );
    expect(await knex('incidents_heartbeats')).toEqual([]);
    const again = await open();
    await pass(39, again);
    expect(await again.alerts('?status=firing')).toEqual([]);
  });

  it('finds its entity by its labels, as any alert', async () => {
    const { entityRef: _, ...bare } = backup;
    const home = await open([{ ...bare, labels: { service: 'ledger' } }]);
    await pass(40, home);
    expect(await home.alerts()).toMatchObject([
      { entityRef: 'component:default/ledger', routing: { by: 'name' } },
    ]);
  });

  it('can be rehearsed', async () => {
    await pass(40);
    const [{ id: alert }] = await h.alerts();
    const reply = await h.post('/dry-run', { alert });
    expect(reply.body.alerts).toHaveLength(1);
  });
});
