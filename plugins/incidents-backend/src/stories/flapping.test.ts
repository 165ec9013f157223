import type { Alert, TimelineEntry } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const minutes = (n: number) =>
  new Date(Date.parse('2026-11-20T03:00:00.000Z') + n * 60_000).toISOString();

describe.each(engines.ids)('an alert that comes and goes, on %s', id => {
  let h: House;
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.migrated(id);
    h = await house({ knex });
  });
  afterEach(() => h.stop());

  /** One change a minute; it fires first. */
  async function changes(count: number, name = 'Slow', service?: string) {
    for (let i = 0; i < count; i++) {
      await (i % 2 ? h.resolves(name, service) : h.fires(name, service));
      await h.waits({ minutes: 1 });
    }
  }
  const latest = async (): Promise<Alert> => (await h.alerts())[0];
  const told = async (alertId: string): Promise<TimelineEntry[]> =>
    (await h.get(`/alerts/${alertId}/timeline?order=oldest`)).body.items;

  it('is one incident and one notice, however often it changes', async () => {
    await changes(6);
    expect(await latest()).toMatchObject({
      ...{ status: 'firing', occurrences: 1, incidentKey: 'INC-1' },
      flapping: {
        ...{ since: minutes(0), changes: 6 },
        ...{ quietSince: minutes(5), calmAt: minutes(20) },
      },
    });
    const before = await h.story('INC-1');
    await changes(20);
    expect(await h.story('INC-1')).toBe(before);
    expect(before.split('\n').at(-1)).toBe(
      `03:05:00 | alert.flapping | generic | Slow flaps: 6 changes since ${minutes(
        0,
      )}; it stays open, and further changes are held back until it has been calm`,
    );
    expect(await h.incidents()).toMatchObject([
      { key: 'INC-1', status: 'investigating', openAlerts: 1, alerts: 3 },
    ]);
    expect(await h.alerts('?flapping=true')).toMatchObject([
      { occurrences: 11, flapping: { changes: 26, since: minutes(0) } },
    ]);
    expect(await h.alerts('?flapping=false')).toHaveLength(2);
  });

  it('keeps a record of each change that nobody was told of', async () => {
    await changes(8);
    const { id: alertId } = await latest();
    expect(
      (await told(alertId)).map(({ kind, text }) => `${kind} | ${text}`),
    ).toEqual([
      expect.stringMatching(/^alert.opened \| Slow fires on/),
      expect.stringMatching(/^alert.flapping \| Slow flaps: 6 changes since/),
      `alert.held | Slow fires again while it flaps: 7 changes since ${minutes(
        0,
      )}`,
      `alert.held | Slow is resolved by its monitor while it flaps: 8 changes since ${minutes(
        0,
      )}`,
    ]);
    const { status } = await h.get('/alerts/nobody/timeline');
    expect(status).toBe(404);
  });

  it('calms its incident only once it has been calm itself', async () => {
    await changes(6);
    await h.waits({ minutes: 13 });
    expect(await latest()).toHaveProperty('flapping');
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'investigating',
    });
    await h.waits({ minutes: 1 });
    const calm = await latest();
    expect(calm).toMatchObject({ status: 'resolved', resolvedAt: minutes(5) });
    expect(calm).not.toHaveProperty('flapping');
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'mitigated', openAlerts: 0, alerts: 3 },
    });
    expect((await h.story('INC-1')).split('\n').slice(-2)).toEqual([
      `03:20:00 | alert.calm | flapping | Slow flaps no more, after 6 changes since ${minutes(
        0,
      )}: it is resolved, since ${minutes(5)}`,
      '03:20:00 | incident.moved | generic | All its alerts are resolved; a person should look and resolve it',
    ]);
  });

  it('is an ordinary alert again when it fires on', async () => {
    await changes(7);
    await h.waits({ minutes: 15 });
    const calm = await latest();
    expect(calm).toMatchObject({ status: 'firing', occurrences: 2 });
    expect(calm).not.toHaveProperty('flapping');
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'investigating', openAlerts: 1 },
    });
    await h.resolves('Slow');
    expect(await h.incident('INC-1')).toMatchObject({ status: 'mitigated' });
  });

  it('takes its incident up again when somebody resolved that too early', async () => {
    await changes(7);
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    await h.fires('Slow', 'checkout', { description: 'still' });
    expect(await h.incident('INC-1')).toMatchObject({ status: 'resolved' });
    await h.waits({ minutes: 15 });
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'investigating', openAlerts: 1 },
    });
    expect(await h.incidents()).toHaveLength(1);
  });

  it('does not hold the others of its incident', async () => {
    await h.fires('Down');
    await changes(6);
    await h.resolves('Down');
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'declared', openAlerts: 1, alerts: 4 },
    });
    await h.waits({ minutes: 20 });
    expect(await h.incident('INC-1')).toMatchObject({ status: 'mitigated' });
  });

  it('raises its incident when it gets worse', async () => {
    await changes(6);
    await h.fires('Slow', 'checkout', { severity: 'critical' });
    expect(await h.incident('INC-1')).toMatchObject({ severity: 'SEV1' });
    expect(await latest()).toMatchObject({ severity: 'SEV1' });
  });

  it('can be acknowledged, moved and merged like any other', async () => {
    await changes(6);
    const { id: alertId } = await latest();
    const { body } = await h.post('/incidents', {
      ...{ title: 'Odd', detectionSource: 'employee' },
      entityRefs: ['component:default/ledger'],
    });
    expect(body.key).toBe('INC-2');
    const act = (doing: object) => h.post(`/alerts/${alertId}/actions`, doing);
    await act({ action: 'move', incidentKey: 'INC-2' });
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'mitigated', openAlerts: 0, alerts: 2 },
    });
    expect(await h.incident('INC-2')).toMatchObject({ openAlerts: 1 });
    await act({ action: 'acknowledge' });
    await h.fires('Slow');
    expect(await latest()).toMatchObject({ status: 'acknowledged' });
    await h.post('/incidents/INC-2/merge', { into: 'INC-1' });
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'investigating', openAlerts: 1, alerts: 3 },
    });
    await h.resolves('Slow');
    await h.waits({ minutes: 15 });
    expect(await h.incident('INC-1')).toMatchObject({ status: 'mitigated' });
  });

  it('waits for its owner like any other, and has its incident then', async () => {
    await changes(6, 'Stray', 'unheard-of');
    expect(await h.incidents()).toEqual([]);
    expect(await latest()).toMatchObject({
      ...{ status: 'firing', triage: { outcome: 'unrouted' } },
      flapping: { changes: 6 },
    });
    await h.post(`/alerts/${(await latest()).id}/actions`, {
      ...{ action: 'bind', entityRef: 'component:default/ledger' },
    });
    expect(await h.incident('INC-1')).toMatchObject({ openAlerts: 1 });
    await h.waits({ minutes: 15 });
    expect(await h.incident('INC-1')).toMatchObject({ status: 'mitigated' });
  });

  it('is held by a silence too, and goes its way after that', async () => {
    await h.post('/silences', {
      matchers: [{ label: 'service', op: 'equals', value: 'checkout' }],
      ...{ reason: 'deploying', endsAt: minutes(10) },
    });
    await changes(7);
    expect(await latest()).toMatchObject({
      ...{ triage: { outcome: 'silenced' }, flapping: { changes: 7 } },
    });
    expect(await h.incidents()).toEqual([]);
    await h.waits({ minutes: 5 });
    expect(await h.incidents()).toMatchObject([{ openAlerts: 1 }]);
  });

  it('does not flap when it comes and goes slowly', async () => {
    for (let i = 0; i < 10; i++) {
      await (i % 2 ? h.resolves('Slow') : h.fires('Slow'));
      await h.waits({ minutes: 6 });
    }
    expect(await h.alerts('?flapping=true')).toEqual([]);
    expect(await h.alerts()).toHaveLength(5);
  });

  it('is judged by the clock of its monitor, when a queue delivers late', async () => {
    for (const i of [0, 1, 2]) {
      const startedAt = minutes(-180 + i * 60);
      await h.fires('Slow', 'checkout', { startedAt });
      await h.deliver('generic', {
        ...{ title: 'Slow', dedupKey: 'Slow', status: 'resolved' },
        ...{ startedAt, resolvedAt: minutes(-170 + i * 60) },
      });
    }
    expect(await h.alerts('?flapping=true')).toEqual([]);
  });

  it('is told to be calm once, by however many replicas', async () => {
    await changes(6);
    await changes(6, 'Down');
    const calm = () => h.scheduler.run('incidents-calm-flapping');
    await knex('incidents_alerts')
      .whereNotNull('calm_at')
      .update({ calm_at: h.now() });
    await Promise.all([calm(), calm(), calm()]);
    const entries = await knex('incidents_timeline').where(
      'kind',
      'alert.calm',
    );
    expect(entries).toHaveLength(2);
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'mitigated', openAlerts: 0, alerts: 6 },
    });
  });

  it('shows in a dry run, which changes nothing', async () => {
    await changes(6);
    const before = await latest();
    const body = JSON.stringify({ title: 'Slow', dedupKey: 'Slow' });
    const reply = await h.post('/dry-run', { integration: 'generic', body });
    const [{ became, steps }] = reply.body.alerts;
    expect(became).toBe('repeated');
    expect(steps.find(({ step }: any) => step === 'flapping')).toMatchObject({
      result: 'flapping',
    });
    expect(await latest()).toEqual(before);
  });
});

describe('an alert of an integration that wants none of it', () => {
  it('opens, joins and calms each time', async () => {
    const integration = { id: 'generic', source: 'generic', token: 't' };
    const token = 'test-token';
    const h = await house({
      config: {
        integrations: [{ ...integration, token, flapping: { disabled: true } }],
      },
    });
    for (let i = 0; i < 5; i++) {
      await h.fires('Slow');
      await h.resolves('Slow');
    }
    expect(await h.incidents()).toMatchObject([{ alerts: 5, openAlerts: 0 }]);
    expect(await h.alerts('?flapping=true')).toEqual([]);
    await h.stop();
  });
});
