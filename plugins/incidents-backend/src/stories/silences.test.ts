import type { Silence } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const matchers = [{ label: 'service', op: 'equals', value: 'checkout' }];
const inHours = (n: number) =>
  new Date(
    Date.parse('2026-11-20T03:00:00.000Z') + n * 3_600_000,
  ).toISOString();

describe.each(engines.ids)('while people want it quiet, on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  const silence = async (about: object = {}): Promise<Silence> => {
    const { status, body } = await h.post('/silences', {
      ...{ matchers, reason: 'deploying', endsAt: inHours(2) },
      ...about,
    });
    expect(status).toBe(201);
    return body;
  };
  const silences = async (query = ''): Promise<Silence[]> =>
    (await h.get(`/silences${query}`)).body.items;
  const needs = async () => (await h.get('/overview')).body.needs;

  it('an alert is kept, routed and told, and calls nobody', async () => {
    const { id: silenceId } = await silence();
    const { body } = await h.fires('Checkout 5xx');
    const triage = {
      outcome: 'silenced',
      reason: `user:default/ada silenced service=checkout until ${inHours(
        2,
      )}: deploying`,
    };
    expect(body.alerts).toMatchObject([{ became: 'opened', triage }]);
    expect(await h.incidents()).toEqual([]);
    expect(await h.alerts('?outcome=silenced')).toMatchObject([
      { entityRef: 'component:default/checkout', severity: 'SEV2', triage },
    ]);
    expect(await knex('incidents_timeline').pluck('kind')).toEqual([
      'alert.opened',
    ]);
    expect(await silences()).toMatchObject([
      { id: silenceId, status: 'active', held: 1 },
    ]);
    await h.fires('Ledger 5xx', 'ledger');
    expect(await h.incidents()).toHaveLength(1);
  });

  it('what fires again, resolves and fires anew stays quiet, and is counted', async () => {
    await silence();
    await h.fires('Checkout 5xx');
    await h.fires('Checkout 5xx', 'checkout', { description: 'still' });
    await h.resolves('Checkout 5xx');
    await h.fires('Checkout 5xx', 'checkout', { description: 'anew' });
    expect(await h.incidents()).toEqual([]);
    expect(await h.alerts('?outcome=silenced')).toHaveLength(2);
    expect((await silences())[0].held).toBe(2);
  });

  it('what fires on after its end is an incident, and says why so late', async () => {
    await silence();
    await h.fires('Checkout 5xx');
    await h.fires('Gone soon');
    await h.resolves('Gone soon');
    await h.waits({ minutes: 119 });
    expect(await h.incidents()).toEqual([]);
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toMatchObject([
      { key: 'INC-1', openAlerts: 1, title: 'Checkout 5xx' },
    ]);
    expect(await h.story('INC-1')).toMatchInlineSnapshot(`
      "05:00:00 | alert.routed | silences | Checkout 5xx: the silence of user:default/ada ended at 2026-11-20T05:00:00.000Z while it fired; no incident was open for component:default/checkout
      05:00:00 | incident.declared | generic | generic declared SEV2: Checkout 5xx
      05:00:00 | runbook.found | runbooks | Runbook: Checkout. A link of type runbook on component:default/checkout itself."
    `);
    expect(await silences()).toMatchObject([{ status: 'ended', held: 2 }]);
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('who ends it early is named; ending it once more changes nothing', async () => {
    const { id: silenceId } = await silence();
    await h.fires('Checkout 5xx');
    const path = `/silences/${silenceId}/end`;
    const ended = await h.post(path, {}, 'user:default/bo');
    expect(ended.body).toMatchObject({ status: 'ended', endsAt: inHours(0) });
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0].triage).toEqual({
      outcome: 'declared',
      reason:
        'user:default/bo ended the silence of user:default/ada while it fired; no incident was open for component:default/checkout',
    });
    const again = await h.post(path, {});
    expect([again.status, again.body]).toEqual([200, { ...ended.body }]);
    expect((await h.post('/silences/none/end', {})).status).toBe(404);
  });

  it('another silence that matches holds on, and tells it', async () => {
    await silence({ endsAt: inHours(3), reason: 'migrating' });
    const { id: longest } = await silence({ endsAt: inHours(4) });
    await h.fires('Checkout 5xx');
    await h.post(`/silences/${longest}/end`, {});
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toEqual([]);
    expect((await h.alerts())[0].triage.reason).toMatch(/: migrating$/);
    expect(await knex('incidents_timeline').pluck('kind')).toContain(
      'alert.silenced',
    );
    await h.waits({ hours: 3 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('an alert of nobody is quiet too, and waits in the inbox afterwards', async () => {
    await silence({ matchers: [{ label: 'title', op: 'glob', value: 'S*' }] });
    await h.fires('Stray', 'unheard-of');
    expect(await needs()).toEqual([]);
    await h.waits({ hours: 2 });
    expect(await h.alerts('?outcome=unrouted')).toHaveLength(1);
    expect(await needs()).toMatchObject([{ kind: 'unrouted-alerts' }]);
  });

  it('one that was taken up where it came from is taken up here as well', async () => {
    await silence();
    await h.fires('Checkout 5xx');
    await h.deliver('generic', {
      title: 'Checkout 5xx',
      status: 'acknowledged',
      dedupKey: 'Checkout 5xx',
      labels: { service: 'checkout' },
    });
    await h.waits({ hours: 2 });
    expect(await h.incidents()).toMatchObject([
      { status: 'investigating', openAlerts: 1 },
    ]);
  });

  it('one by severity goes by the level that was judged', async () => {
    await silence({
      matchers: [{ label: 'severity', op: 'equals', value: 'SEV2' }],
    });
    await h.fires('Checkout 5xx');
    await h.fires('Checkout down', 'checkout', { severity: 'critical' });
    expect(await h.incidents()).toMatchObject([{ title: 'Checkout down' }]);
  });

  it('one that begins later holds nothing before; ended before, it never does', async () => {
    const { id: later } = await silence({ startsAt: inHours(1) });
    expect(await silences('?status=pending')).toHaveLength(1);
    await h.fires('Checkout 5xx');
    expect(await h.incidents()).toHaveLength(1);
    const { body } = await h.post(`/silences/${later}/end`, {});
    expect(body).toMatchObject({ startsAt: inHours(0), status: 'ended' });
    await h.waits({ minutes: 90 });
    await h.fires('Ledger 5xx', 'ledger');
    expect(await h.alerts('?outcome=silenced')).toEqual([]);
  });

  it('its end is announced while it holds something', async () => {
    await silence();
    await h.waits({ minutes: 61 });
    expect(await needs()).toEqual([]);
    await h.fires('Checkout 5xx');
    expect(await needs()).toEqual([
      {
        kind: 'silence-ending',
        count: 1,
        since: inHours(0),
        incidentKeys: [],
      },
    ]);
    await h.resolves('Checkout 5xx');
    expect(await needs()).toEqual([]);
  });

  it.each([
    ['endsAt must be after startsAt', { endsAt: inHours(0) }],
    [
      'endsAt must be in the future',
      { startsAt: inHours(-2), endsAt: inHours(-1) },
    ],
    [
      'A silence ends at most 90 days after it begins: what is to be quiet for longer belongs into the monitor',
      { endsAt: inHours(91 * 24) },
    ],
  ])('is refused: %s', async (message, about) => {
    const { status, body } = await h.post('/silences', {
      ...{ matchers, reason: 'x' },
      ...about,
    });
    expect([status, body.error.message]).toEqual([400, message]);
    expect(await silences()).toEqual([]);
  });

  it('lists those that end last first, page by page, by where they stand', async () => {
    for (const n of [1, 3, 2]) await silence({ endsAt: inHours(n) });
    await silence({ startsAt: inHours(5), endsAt: inHours(6) });
    await h.waits({ hours: 1 });
    const ends = (found: Silence[]) => found.map(({ endsAt }) => endsAt);
    expect(ends(await silences())).toEqual([6, 3, 2, 1].map(inHours));
    expect(ends(await silences('?status=active'))).toEqual([3, 2].map(inHours));
    expect(ends(await silences('?status=ended,pending'))).toEqual(
      [6, 1].map(inHours),
    );
    const first = (await h.get('/silences?limit=3')).body;
    expect(first).toMatchObject({ totalItems: 4 });
    expect(ends(await silences(`?limit=3&cursor=${first.nextCursor}`))).toEqual(
      [inHours(1)],
    );
  });
});

describe('while people want it quiet', () => {
  it('an alert that nobody can read silences for is loud', async () => {
    const engine = engines.ids[0];
    const knex = await engines.migrated(engine);
    const h = await house({ knex });
    try {
      await h.post('/silences', {
        ...{ matchers, reason: 'x', endsAt: inHours(1) },
      });
      await knex.schema.renameTable('incidents_silences', 'elsewhere');
      expect((await h.fires('Checkout 5xx')).status).toBe(202);
      expect(await h.incidents()).toHaveLength(1);
      await knex.schema.renameTable('elsewhere', 'incidents_silences');
    } finally {
      await h.stop();
    }
  });

  it('what waits for the catalog waits openly once its silence has ended', async () => {
    const h = await house({ catalogIsAway: () => true });
    try {
      await h.post('/silences', {
        ...{ matchers, reason: 'x', endsAt: inHours(2) },
      });
      await h.fires('Checkout 5xx');
      expect((await h.get('/overview')).body.needs).toEqual([]);
      await h.waits({ hours: 2 });
      expect(await h.alerts()).toMatchObject([
        { triage: { outcome: 'unrouted' }, routing: { pending: true } },
      ]);
      expect((await h.get('/overview')).body.needs).toMatchObject([
        { kind: 'routing-pending', count: 1 },
      ]);
    } finally {
      await h.stop();
    }
  });

  it('what came while the catalog was away is judged when it is routed', async () => {
    let isAway = true;
    const real = performance.now.bind(performance);
    let skipped = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => real() + skipped);
    const h = await house({ catalogIsAway: () => isAway });
    try {
      await h.post('/silences', {
        ...{ matchers, reason: 'x', endsAt: inHours(1) },
      });
      await h.fires('Checkout 5xx');
      await h.fires('Ledger 5xx', 'ledger');
      isAway = false;
      skipped += 60_000;
      await h.waits({ minutes: 1 });
      expect(await h.alerts('?outcome=silenced')).toMatchObject([
        { entityRef: 'component:default/checkout' },
      ]);
      expect(await h.incidents()).toHaveLength(1);
      await h.waits({ hours: 1 });
      expect(await h.incidents()).toHaveLength(2);
    } finally {
      jest.restoreAllMocks();
      await h.stop();
    }
  });
});
