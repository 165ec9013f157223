import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const announce = 'incidents-announce-endings';
const matchers = [{ label: 'service', op: 'equals', value: 'checkout' }];
const window = {
  ...{ title: 'Index rebuild', entityRefs: ['component:default/checkout'] },
  ...{ zone: 'UTC', start: '2026-11-20T02:00', end: '2026-11-20T04:00' },
};
const silence = {
  ...{ matchers, reason: 'known', endsAt: '2026-11-20T04:00:00.000Z' },
};

describe.each(engines.ids)('what ends soon, on %s', id => {
  let knex: Knex;
  const houses: House[] = [];
  const open = async (config: object = {}) => {
    const h = await house({ knex, config });
    houses.push(h);
    return h;
  };
  beforeEach(async () => {
    knex = await engines.migrated(id);
  });
  afterEach(async () => {
    await Promise.all(houses.splice(0).map(h => h.stop()));
  });
  const entries = () =>
    knex('incidents_timeline').where('kind', 'hold.ending').pluck('text');

  it('maintenance: who planned it is told once, shortly before', async () => {
    const h = await open();
    await h.post('/maintenance', window);
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 44 });
    expect(h.notices).toEqual([]);
    await h.waits({ minutes: 1 });
    await h.waits({ minutes: 1 });
    expect(h.notices).toEqual([
      {
        recipients: { type: 'entity', entityRef: ['user:default/ada'] },
        payload: {
          title: 'Maintenance ends soon: Index rebuild',
          description:
            'It ends at 2026-11-20T04:00:00.000Z and holds an alert that fires. What fires on then is dealt with as if it had just opened.',
          link: '/incidents/alerts/maintenance',
          ...{ severity: 'high', topic: 'incidents' },
          scope: expect.stringMatching(/^incidents-maintenance-/),
        },
      },
    ]);
    expect(await entries()).toEqual([
      'Maintenance Index rebuild ends at 2026-11-20T04:00:00.000Z and holds an alert that fires; user:default/ada was told',
    ]);
  });

  it('a silence: who made it is told once', async () => {
    const h = await open();
    await h.post('/silences', silence, 'user:default/bo');
    await h.fires('Checkout 5xx');
    await h.fires('Checkout slow');
    await h.waits({ minutes: 45 });
    await h.waits({ minutes: 5 });
    expect(h.notices).toMatchObject([
      {
        recipients: { entityRef: ['user:default/bo'] },
        payload: {
          title: 'Silence ends soon: service=checkout',
          description: expect.stringContaining('2 alerts that fire'),
          link: '/incidents/alerts/silences',
        },
      },
    ]);
  });

  it('is told once, however many replicas look', async () => {
    const replicas = [await open(), await open()];
    const [h] = replicas;
    await h.post('/maintenance', window);
    await h.post('/silences', {
      ...silence,
      matchers: [{ label: 'service', op: 'equals', value: 'ledger' }],
    });
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    await Promise.all(replicas.map(one => one.waits({ minutes: 44 })));
    for (let i = 0; i < 3; i++) {
      await Promise.all(replicas.map(one => one.waits({ minutes: 1 })));
      await Promise.all(replicas.map(one => one.scheduler.run(announce)));
    }
    const told = replicas.flatMap(one => one.notices);
    expect(told.map(({ payload }) => payload.title).sort()).toEqual([
      'Maintenance ends soon: Index rebuild',
      'Silence ends soon: service=ledger',
    ]);
    expect(await entries()).toHaveLength(2);
  });

  it('is not told while it holds nothing that fires', async () => {
    const h = await open();
    await h.post('/maintenance', window);
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ minutes: 50 });
    expect(h.notices).toEqual([]);
    await h.fires('Checkout 5xx', 'checkout', { description: 'anew' });
    await h.waits({ minutes: 1 });
    expect(h.notices).toHaveLength(1);
  });

  it('is told as early as the config says', async () => {
    const h = await open({ holds: { announceBefore: { minutes: 40 } } });
    await h.post('/maintenance', window);
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 20 });
    expect(h.notices).toHaveLength(1);
  });

  it('is told again when its end is another', async () => {
    const h = await open();
    const { body } = await h.post('/maintenance', window);
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 50 });
    await h.post(`/maintenance/${body.id}/change`, {
      ...window,
      end: '2026-11-20T05:00',
    });
    await h.waits({ minutes: 1 });
    expect(h.notices).toHaveLength(1);
    await h.waits({ minutes: 55 });
    expect(h.notices).toHaveLength(2);
  });

  it('is told as soon as telling works', async () => {
    const h = await open();
    await h.post('/maintenance', window);
    await h.fires('Checkout 5xx');
    const push = jest.spyOn(h.notices, 'push').mockImplementation(() => {
      throw new Error('status 503');
    });
    await h.waits({ minutes: 46 });
    push.mockRestore();
    expect([h.notices, await entries()]).toEqual([[], []]);
    await h.waits({ minutes: 1 });
    expect(h.notices).toHaveLength(1);
  });

  it('what a calendar planned is told to the owners of what it covers', async () => {
    const h = await open();
    await h.post('/maintenance', window);
    await knex('incidents_maintenance').update({
      ...{ created_by_type: 'system', created_by_ref: 'calendar:ops' },
    });
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 46 });
    expect(h.notices).toMatchObject([
      { recipients: { entityRef: ['group:default/shop-team'] } },
    ]);
  });
});
