import type { Delivery } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { guardedHouse } from '../testing/guardedHouse';
import { house, type House } from '../testing/house';
import { allow, deny } from '../testing/policy';

const engines = openEngines();
const listed = async (h: House, query = ''): Promise<Delivery[]> =>
  (await h.get(`/deliveries${query}`)).body.items;

describe.each(engines.ids)('deliveries on %s', id => {
  let h: House;
  let knex: Knex;
  const open = async (config: object = {}) => {
    knex = await engines.migrated(id);
    h = await house({ knex, config });
  };
  afterEach(() => h.stop());

  it('are kept as they came, with what became of them', async () => {
    await open();
    const body = '{"title":"ログ 🔥", "dedupKey":"q","labels":{}}';
    await h.deliver('generic', body);
    await h.waits({ minutes: 1 });
    await h.receives('alertmanager', 'firing');
    const [newest, oldest] = await listed(h);
    expect(newest.integration).toBe('alertmanager');
    expect(oldest).toMatchObject({
      ...{ integration: 'generic', became: { opened: 1 }, replays: 0 },
      ...{ contentType: 'application/json', size: Buffer.byteLength(body) },
      receivedAt: '2026-11-20T03:00:00.000Z',
    });
    expect(oldest).not.toHaveProperty('body');
    const { body: detail } = await h.get(`/deliveries/${oldest.id}`);
    expect(detail).toEqual({ ...oldest, body });
    expect((await h.get('/deliveries/none')).status).toBe(404);
    expect(await listed(h, '?integration=generic')).toEqual([oldest]);
    expect(await listed(h, `?to=${newest.receivedAt}`)).toEqual([oldest]);
  });

  it('are found by the alert that they opened', async () => {
    await open();
    await h.fires('Queue');
    await h.fires('Queue', 'checkout', { n: 2 });
    await h.fires('Disk');
    const [alert] = (await h.alerts()).filter(({ title }) => title === 'Queue');
    expect(await listed(h, `?alert=${alert.id}`)).toMatchObject([
      { became: { opened: 1 } },
    ]);
    expect(await listed(h, '?alert=none')).toEqual([]);
  });

  it('are not kept again when they are sent again and change nothing', async () => {
    await open();
    const [first, second] = [h.fires, h.resolves];
    for (const says of [first, first, second, first]) {
      await says('Queue');
      await h.waits({ seconds: 1 });
    }
    expect((await listed(h)).map(({ became }) => became)).toEqual([
      // What was sent again opened another episode.
      { opened: 1 },
      { resolved: 1 },
      { opened: 1 },
    ]);
  });

  it('say what was too large to be kept, and why there is no alert', async () => {
    const token = 'test-token';
    const integrations = ['generic', 'uptime-kuma'].map(source => ({
      ...{ id: source, source, token },
    }));
    await open({ integrations });
    const description = 'x'.repeat(1_000_000);
    await h.fires('Large', 'checkout', { description });
    await h.waits({ minutes: 1 });
    const msg = 'Testing';
    await h.deliver('uptime-kuma', { heartbeat: null, monitor: null, msg });
    const [test, large] = await listed(h);
    expect(test).toMatchObject({
      became: {},
      remark: 'A test of the notification brings no alert',
    });
    expect(large).toMatchObject({
      became: { opened: 1 },
      bodyMissing: expect.stringMatching(/none is kept of more than 1000000$/),
    });
    const { body } = await h.get(`/deliveries/${large.id}`);
    expect(body).not.toHaveProperty('body');
  });

  it('were dead letters once, and are kept as what they became', async () => {
    await open();
    await h.deliver('generic', '{');
    expect(await listed(h)).toEqual([]);
    await knex('incidents_dead_letters').update({
      body: '{"title":"Queue","labels":{}}',
    });
    await h.post('/dead-letters/replay', { integration: 'generic' });
    expect(await listed(h)).toMatchObject([{ became: { opened: 1 } }]);
  });

  it.each([
    ['a week', {}, 6 * 24, 8 * 24],
    ['as long as is configured', { payloads: { hours: 12 } }, 11, 19],
  ])('are kept for %s', async (_, retention, before, after) => {
    await open({ retention });
    await h.fires('Queue');
    await h.waits({ hours: before });
    expect(await listed(h)).toHaveLength(1);
    await h.fires('Disk');
    await h.waits({ hours: after - before });
    expect(await listed(h)).toMatchObject([{ became: { opened: 1 } }]);
    expect(await h.alerts()).toHaveLength(2);
  });

  it.each([0, false])('are not kept at all with %j', async payloads => {
    await open({ retention: { payloads } });
    await h.fires('Queue');
    await h.deliver('alertmanager', { alerts: [] });
    expect(await knex('incidents_payloads')).toEqual([]);
    expect(await listed(h)).toEqual([]);
    expect(await h.alerts()).toHaveLength(1);
    await h.waits({ hours: 24 });
  });

  it('of before are deleted once none is kept any more', async () => {
    await open();
    await h.fires('Queue');
    await h.stop();
    h = await house({ knex, config: { retention: { payloads: 0 } } });
    await h.waits({ hours: 6 });
    expect(await knex('incidents_payloads')).toEqual([]);
  });
});

describe('deliveries', () => {
  const doors = (delivery: string): Array<[string, string, object?]> => [
    ['incidents.delivery.read', '/deliveries'],
    ['incidents.delivery.read', `/deliveries/${delivery}`],
    ['incidents.delivery.read', '/dry-run', { delivery }],
    ['incidents.delivery.replay', '/deliveries/replay', { ids: [delivery] }],
    [
      'incidents.delivery.replay',
      '/deliveries/replay',
      { ids: [delivery], preview: true },
    ],
  ];

  it('are hidden from those who may not see them, and replayed by those who may', async () => {
    let forbidden = '';
    const h = await guardedHouse(({ name }, user) =>
      user === 'user:default/bo' && name === forbidden ? deny : allow,
    );
    try {
      const [{ id }] = await listed(h);
      for (const [needs, path, body] of doors(id)) {
        forbidden = needs;
        const ask = (user: string) =>
          body ? h.post(path, body, user) : h.get(path, user);
        const bo = await ask('user:default/bo');
        expect([path, bo.status]).toEqual([path, 403]);
        expect(bo.body.error.message).toContain(needs);
        expect((await ask('user:default/ada')).status).toBe(200);
      }
      expect(await listed(h)).toContainEqual(
        expect.objectContaining({ id, replays: 1 }),
      );
    } finally {
      await h.stop();
    }
  });
});
