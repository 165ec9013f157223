import type { Maintenance } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const checkout = 'component:default/checkout';

describe.each(engines.ids)('while work is done, on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  /** From two to four in the night, by the clocks of UTC: now. */
  const plan = async (about: object = {}): Promise<Maintenance> => {
    const { status, body } = await h.post('/maintenance', {
      ...{ title: 'Index rebuild', entityRefs: [checkout], zone: 'UTC' },
      ...{ start: '2026-11-20T02:00', end: '2026-11-20T04:00' },
      ...about,
    });
    expect([status, body.error?.message]).toEqual([201, undefined]);
    return body;
  };
  const windows = async (query = ''): Promise<Maintenance[]> =>
    (await h.get(`/maintenance${query}`)).body.items;
  const end = (window: Maintenance, what = 'all', user = 'user:default/bo') =>
    h.post(`/maintenance/${window.id}/end`, { what }, user);
  const needs = async () => (await h.get('/overview')).body.needs;
  const outcomes = async () =>
    (await h.alerts()).map(({ title, triage }) => [title, triage.outcome]);

  it('an alert is kept, routed and told, and calls nobody', async () => {
    const window = await plan({ reason: 'new disks' });
    const { body } = await h.fires('Checkout 5xx');
    const triage = {
      outcome: 'maintenance',
      reason:
        'in maintenance until 2026-11-20T04:00:00.000Z by user:default/ada, “Index rebuild”: new disks',
    };
    expect(body.alerts).toMatchObject([{ became: 'opened', triage }]);
    expect(await h.incidents()).toEqual([]);
    expect(await h.alerts('?outcome=maintenance')).toMatchObject([
      { entityRef: checkout, severity: 'SEV2', triage },
    ]);
    expect(
      await knex('incidents_timeline').orderBy('seq').pluck('kind'),
    ).toEqual(['maintenance.planned', 'alert.opened']);
    expect(await windows()).toMatchObject([
      { id: window.id, status: 'active', held: 1 },
    ]);
    await h.fires('Ledger 5xx', 'ledger');
    expect(await h.incidents()).toHaveLength(1);
  });

  it('what fires on after its end is an incident, and says why so late', async () => {
    await plan();
    await h.fires('Checkout 5xx');
    await h.fires('Gone soon');
    await h.resolves('Gone soon');
    await h.waits({ minutes: 59 });
    expect(await h.incidents()).toEqual([]);
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toMatchObject([
      { key: 'INC-1', openAlerts: 1, title: 'Checkout 5xx' },
    ]);
    expect(await h.story('INC-1')).toMatchInlineSnapshot(`
      "04:00:00 | alert.routed | maintenance | Checkout 5xx: the maintenance “Index rebuild” ended at 2026-11-20T04:00:00.000Z while it fired; no incident was open for component:default/checkout
      04:00:00 | incident.declared | generic | generic declared SEV2: Checkout 5xx
      04:00:00 | runbook.found | runbooks | Runbook: Checkout. A link of type runbook on component:default/checkout itself."
    `);
    expect(await windows('?status=ended')).toMatchObject([
      { status: 'ended', held: 2, endedAt: '2026-11-20T04:00:00.000Z' },
    ]);
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('a system or a group covers its parts, and nothing besides', async () => {
    await plan({ entityRefs: ['system:default/payments'] });
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    await h.fires('Stray', 'unheard-of');
    expect((await outcomes()).sort()).toEqual([
      ['Checkout 5xx', 'maintenance'],
      ['Ledger 5xx', 'maintenance'],
      ['Stray', 'unrouted'],
    ]);
  });

  it('opens and closes at its hour, week after week, though the clocks are changed', async () => {
    await plan({
      // Sundays from two to four: 01:00 to 03:00 UTC in winter, 00:00 to 02:00 in summer.
      ...{ zone: 'Europe/Berlin', recurrence: 'FREQ=WEEKLY' },
      ...{ start: '2027-03-21T02:00', end: '2027-03-21T04:00' },
    });
    const hoursUntil = (text: string) =>
      (Date.parse(`${text}Z`) - h.now().getTime()) / 3_600_000;
    const firesAt = async (text: string) => {
      await h.waits({ hours: hoursUntil(text) });
      const title = `At ${text}`;
      const { body } = await h.fires(title, 'checkout');
      await h.resolves(title);
      return body.alerts[0].triage.outcome === 'maintenance';
    };
    expect(await firesAt('2027-03-21T00:59')).toBe(false);
    expect(await firesAt('2027-03-21T01:00')).toBe(true);
    expect(await firesAt('2027-03-21T02:59')).toBe(true);
    expect(await firesAt('2027-03-21T03:00')).toBe(false);
    // At two the clocks show three.
    expect(await firesAt('2027-03-28T00:59')).toBe(false);
    expect(await firesAt('2027-03-28T01:59')).toBe(true);
    expect(await firesAt('2027-03-28T02:00')).toBe(false);
    expect(await firesAt('2027-04-03T23:59')).toBe(false);
    expect(await firesAt('2027-04-04T00:00')).toBe(true);
    expect(await firesAt('2027-04-04T02:00')).toBe(false);
    expect(await windows('?status=upcoming')).toMatchObject([
      {
        next: {
          startsAt: '2027-04-11T00:00:00.000Z',
          endsAt: '2027-04-11T02:00:00.000Z',
        },
        held: 4,
      },
    ]);
  });

  it('who ends it early is named; ending it once more changes nothing', async () => {
    const window = await plan();
    await h.fires('Checkout 5xx');
    const ended = await end(window);
    expect(ended.body).toMatchObject({
      ...{ status: 'ended', endedAt: h.now().toISOString() },
      endedBy: 'user:default/bo',
    });
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0].triage).toEqual({
      outcome: 'declared',
      reason:
        'user:default/bo ended the maintenance “Index rebuild” while it fired; no incident was open for component:default/checkout',
    });
    const again = await end(window);
    expect([again.status, again.body]).toEqual([200, ended.body]);
    expect((await h.post('/maintenance/none/end', {})).status).toBe(404);
    expect(
      await knex('incidents_timeline')
        .where('kind', 'maintenance.ended')
        .pluck('actor_ref'),
    ).toEqual(['user:default/bo']);
  });

  it('one time is ended, and the next comes all the same', async () => {
    const window = await plan({ recurrence: 'FREQ=DAILY' });
    const { body } = await end(window, 'this');
    expect(body).toMatchObject({
      status: 'upcoming',
      next: { startsAt: '2026-11-21T02:00:00.000Z' },
    });
    await h.fires('Checkout 5xx');
    expect(await h.incidents()).toHaveLength(1);
    const refused = await end(window, 'this');
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      'It is not on now; end all of it instead',
    ]);
    await h.waits({ hours: 23 });
    await h.fires('Checkout slow');
    expect(await outcomes()).toContainEqual(['Checkout slow', 'maintenance']);
    expect((await end(window)).body.status).toBe('ended');
    await h.waits({ hours: 24 });
    await h.fires('Checkout dark');
    expect(await outcomes()).toContainEqual(['Checkout dark', 'attached']);
  });

  it('the only time is ended, and that is all of it', async () => {
    const window = await plan();
    expect((await end(window, 'this')).body).toMatchObject({
      ...{ status: 'ended', endedBy: 'user:default/bo' },
    });
  });

  it('what takes longer holds on', async () => {
    const window = await plan();
    await h.fires('Checkout 5xx');
    const { id: _, ...sent } = window;
    const { title, entityRefs, zone, start } = sent;
    const change = { title, entityRefs, zone, start, end: '2026-11-20T05:00' };
    const { body } = await h.post(`/maintenance/${window.id}/change`, change);
    expect(body).toMatchObject({
      ...{ status: 'active', end: '2026-11-20T05:00:00', held: 1 },
      next: { endsAt: '2026-11-20T05:00:00.000Z' },
    });
    await h.waits({ minutes: 119 });
    expect(await h.incidents()).toEqual([]);
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toHaveLength(1);
    const late = await h.post(`/maintenance/${window.id}/change`, {
      ...change,
      end: '2026-11-20T07:00',
    });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      'It has ended; plan another one',
    ]);
  });

  it('what is put off lets go what it held', async () => {
    const window = await plan();
    await h.fires('Checkout 5xx');
    await h.post(`/maintenance/${window.id}/change`, {
      ...{ title: 'Later', entityRefs: [checkout], zone: 'UTC' },
      ...{ start: '2026-11-21T02:00', end: '2026-11-21T04:00' },
    });
    await h.waits({ minutes: 1 });
    expect(await h.incidents()).toHaveLength(1);
    expect(await windows()).toMatchObject([
      { title: 'Later', status: 'upcoming', held: 1 },
    ]);
  });

  it('a silence that ends leaves to it what it covers, and the other way round', async () => {
    const matchers = [{ label: 'service', op: 'equals', value: 'checkout' }];
    const silence = await h.post('/silences', {
      ...{ matchers, reason: 'known', endsAt: '2026-11-20T03:30:00.000Z' },
    });
    expect(silence.status).toBe(201);
    await plan();
    await h.fires('Checkout 5xx');
    expect(await outcomes()).toEqual([['Checkout 5xx', 'silenced']]);
    await h.waits({ minutes: 30 });
    expect(await outcomes()).toEqual([['Checkout 5xx', 'maintenance']]);
    expect((await h.alerts())[0].triage.reason).toMatch(
      /^the silence of user:default\/ada ended .*; in maintenance until/,
    );
    expect(await knex('incidents_timeline').pluck('kind')).toContain(
      'alert.maintenance',
    );
    await h.post('/silences', {
      ...{ matchers, reason: 'known', endsAt: '2026-11-20T06:00:00.000Z' },
    });
    await h.waits({ minutes: 30 });
    expect(await outcomes()).toEqual([['Checkout 5xx', 'silenced']]);
    await h.waits({ hours: 2 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('an alert that turns out to be about it is held, and one that is about something else is not', async () => {
    await plan();
    await h.fires('Stray', 'unheard-of');
    const [{ id: stray }] = await h.alerts();
    const bind = (entityRef: string) =>
      h.post(`/alerts/${stray}/actions`, { action: 'bind', entityRef });
    expect((await bind(checkout)).body.triage.outcome).toBe('maintenance');
    expect(await h.incidents()).toEqual([]);
    expect((await windows())[0].held).toBe(1);
    const elsewhere = await bind('component:default/ledger');
    expect(elsewhere.body.triage.outcome).toBe('declared');
    await h.waits({ hours: 1 });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('an end is announced while it holds something', async () => {
    await plan();
    await h.waits({ minutes: 1 });
    expect(await needs()).toEqual([]);
    await h.fires('Checkout 5xx');
    expect(await needs()).toEqual([
      {
        ...{ kind: 'maintenance-ending', count: 1, incidentKeys: [] },
        since: '2026-11-20T02:00:00.000Z',
      },
    ]);
    await h.resolves('Checkout 5xx');
    expect(await needs()).toEqual([]);
  });

  it('shows on the tab of what it covers and on the overview, as long as it is on', async () => {
    await plan({ entityRefs: ['system:default/payments'] });
    await plan({
      ...{ title: 'Tomorrow', start: '2026-11-21T02:00' },
      end: '2026-11-21T04:00',
    });
    const shown = {
      status: 'ok',
      value: [
        {
          ...{ id: expect.any(String), title: 'Index rebuild' },
          entityRefs: ['system:default/payments'],
          createdBy: { type: 'user', ref: 'user:default/ada' },
          startsAt: '2026-11-20T02:00:00.000Z',
          endsAt: '2026-11-20T04:00:00.000Z',
        },
      ],
    };
    const of = async (place: string) =>
      (await h.get(`/entities/${place}/summary`)).body.maintenance;
    expect(await of('component/default/checkout')).toEqual(shown);
    expect(await of('domain/default/shop')).toEqual(shown);
    expect(await of('user/default/ada')).toEqual({ status: 'ok', value: [] });
    expect((await h.get('/overview')).body.maintenance).toEqual(shown);
    await h.waits({ hours: 1 });
    expect(await of('component/default/checkout')).toEqual({
      ...{ status: 'ok', value: [] },
    });
  });
});

describe('while work is done', () => {
  const window = {
    ...{ title: 'Index rebuild', entityRefs: [checkout], zone: 'UTC' },
    ...{ start: '2026-11-20T02:00', end: '2026-11-20T04:00' },
  };

  it('an alert that nobody can read windows for is loud', async () => {
    const knex = await engines.migrated(engines.ids[0]);
    const h = await house({ knex });
    const table = 'incidents_maintenance_openings';
    try {
      await h.post('/maintenance', window);
      await knex.schema.renameTable(table, 'elsewhere');
      expect((await h.fires('Checkout 5xx')).status).toBe(202);
      expect(await h.incidents()).toHaveLength(1);
      await knex.schema.renameTable('elsewhere', table);
    } finally {
      await h.stop();
    }
  });

  it('what came while the catalog was away is held when it is routed', async () => {
    let isAway = true;
    const real = performance.now.bind(performance);
    let skipped = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => real() + skipped);
    const h = await house({ catalogIsAway: () => isAway });
    try {
      // People are believed meanwhile.
      const { status } = await h.post('/maintenance', {
        ...window,
        entityRefs: ['system:default/payments'],
      });
      expect(status).toBe(201);
      await h.fires('Checkout 5xx');
      expect(await h.alerts('?outcome=unrouted')).toHaveLength(1);
      isAway = false;
      skipped += 60_000;
      await h.waits({ minutes: 1 });
      expect(await h.alerts('?outcome=maintenance')).toMatchObject([
        { entityRef: checkout },
      ]);
      expect(await h.incidents()).toEqual([]);
      await h.waits({ hours: 1 });
      expect(await h.incidents()).toHaveLength(1);
    } finally {
      jest.restoreAllMocks();
      await h.stop();
    }
  });
});
