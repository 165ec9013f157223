import type {
  EntitySummary,
  Overview,
} from 'backstage-plugin-incidents-common';
import { onCallProvidersExtensionPoint } from 'backstage-plugin-incidents-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

const summaryOf = async (h: House, ref: string): Promise<EntitySummary> =>
  (await h.get(`/entities/${ref.replace(':', '/')}/summary`)).body;
const overviewOf = async (h: House): Promise<Overview> =>
  (await h.get('/overview')).body;
const keys = (items: Array<{ key: string }>) => items.map(({ key }) => key);
const checkout = 'component:default/checkout';

describe.each(engines.ids)('at a glance, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  it('a quiet service is quiet, and says when it last was not', async () => {
    expect(await summaryOf(h, checkout)).toMatchObject({
      entityRef: checkout,
      at: '2026-11-20T03:00:00.000Z',
      covers: 1,
      open: [],
      recent: [],
      firing: [],
      strip: [],
      incidentsIn90Days: 0,
    });
    expect(await summaryOf(h, checkout)).not.toHaveProperty('lastIncidentAt');
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 24 });
    const summary = await summaryOf(h, checkout);
    expect(summary).toMatchObject({
      open: [],
      firing: [],
      incidentsIn90Days: 1,
      lastIncidentAt: '2026-11-20T03:00:00.000Z',
    });
    expect(keys(summary.recent)).toEqual(['INC-1']);
  });

  it('a service that burns shows what fires, what helps, and who is called', async () => {
    await h.fires('Checkout 5xx', 'checkout', { severity: 'critical' });
    await h.fires('Ledger slow', 'ledger');
    const summary = await summaryOf(h, checkout);
    expect(keys(summary.open)).toEqual(['INC-1']);
    expect(summary.firing.map(({ title }) => title)).toEqual(['Checkout 5xx']);
    expect(summary.strip).toEqual([
      {
        key: 'INC-1',
        title: 'Checkout 5xx',
        status: 'declared',
        severity: 'SEV1',
        severityRank: 1,
        entityRefs: [checkout],
        declaredAt: '2026-11-20T03:00:00.000Z',
      },
    ]);
    expect(summary).toMatchObject({
      runbooks: {
        status: 'ok',
        value: { items: [{ url: 'https://wiki.example/checkout' }] },
      },
      onCall: {
        status: 'ok',
        value: {
          levels: [{ people: [{ displayName: 'Bo' }, { displayName: 'Ada' }] }],
        },
      },
      severities: { status: 'ok', value: { name: 'standard' } },
      dependencies: {
        status: 'ok',
        value: [
          {
            entityRef: 'component:default/ledger',
            openIncidents: 1,
            worst: 'SEV2',
            keys: ['INC-2'],
          },
        ],
      },
    });
  });

  it.each([
    ['system:default/payments', 3],
    ['domain:default/shop', 4],
    ['group:default/shop-team', 3],
  ])('%s rolls its parts up', async (ref, covers) => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger slow', 'ledger', { severity: 'critical' });
    const summary = await summaryOf(h, ref);
    expect(summary).toMatchObject({ covers, incidentsIn90Days: 2 });
    expect(keys(summary.open)).toEqual(['INC-2', 'INC-1']);
    expect(summary.firing).toHaveLength(2);
  });

  it('something that the catalog does not know has a history, and says what is unknown', async () => {
    const summary = await summaryOf(h, 'component:default/gone');
    expect(summary).toMatchObject({
      open: [],
      onCall: { status: 'failed' },
      runbooks: { status: 'failed' },
      severities: {
        status: 'failed',
        reason: 'component:default/gone is not in the catalog',
      },
      dependencies: {
        status: 'failed',
        reason: 'component:default/gone is not in the catalog',
      },
    });
  });

  it('the history is of ninety days, drills and what was dismissed apart', async () => {
    await h.fires('Checkout 5xx');
    await h.post('/incidents/INC-1/actions', { action: 'dismiss' });
    await h.post('/incidents', {
      title: 'Practice',
      entityRefs: [checkout],
      detectionSource: 'drill',
    });
    const summary = await summaryOf(h, checkout);
    const overview = await overviewOf(h);
    const heat = overview.heat.status === 'ok' ? overview.heat.value : [];
    expect(heat[0].days.at(-1)).toBe(0);
    expect(summary.incidentsIn90Days).toBe(0);
    expect(overview.incidentsIn90Days).toBe(0);
    expect(keys(summary.recent)).toEqual(['INC-1']);
  });

  it('what is older than ninety days counts no more', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 24 * 90 + 1 });
    const overview = await overviewOf(h);
    expect(overview).toMatchObject({ incidentsIn90Days: 0, alertsIn90Days: 0 });
    expect(await summaryOf(h, checkout)).toMatchObject({
      incidentsIn90Days: 0,
      lastIncidentAt: '2026-11-20T03:00:00.000Z',
    });
  });

  it('the overview shows what burns worst first, who is awake and what waits', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger slow', 'ledger', { severity: 'critical' });
    await h.fires('Stray', 'unheard-of');
    await h.deliver('generic', 'no JSON');
    await h.waits({ minutes: 6 });
    await h.resolves('Checkout 5xx');
    const overview = await overviewOf(h);
    expect(keys(overview.open)).toEqual(['INC-2', 'INC-1']);
    expect(overview).toMatchObject({
      openTotal: 2,
      incidentsIn90Days: 2,
      alertsIn90Days: 3,
    });
    expect(
      overview.needs.map(need => [need.kind, need.count, need.incidentKeys]),
    ).toEqual([
      ['not-acknowledged', 1, ['INC-2']],
      ['unrouted-alerts', 1, []],
      ['no-runbook', 1, ['INC-2']],
      ['to-resolve', 1, ['INC-1']],
      ['dead-letters', 1, []],
    ]);
    const awake = overview.onCall.status === 'ok' ? overview.onCall.value : [];
    expect(awake.map(({ answer }) => answer.subject)).toEqual([
      'group:default/shop-team',
    ]);
  });

  it('the heat says in which system it burned today', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger slow', 'ledger', { severity: 'critical' });
    const { heat } = await overviewOf(h);
    expect(heat).toMatchObject({
      status: 'ok',
      value: [{ entityRef: 'system:default/payments', title: 'payments' }],
    });
    const [row] = heat.status === 'ok' ? heat.value : [];
    expect([row.days.at(-1), row.worst.at(-1)]).toEqual([2, 1]);
  });
});

describe('when others do not answer', () => {
  it('the catalog: incidents stand, and each panel says what it does not know', async () => {
    const h = await house({ catalogIsAway: () => true });
    await h.post('/incidents', {
      title: 'Nobody can pay',
      entityRefs: [checkout],
      detectionSource: 'customer',
    });
    const summary = await summaryOf(h, checkout);
    const overview = await overviewOf(h);
    expect(keys(summary.open)).toEqual(['INC-1']);
    for (const part of ['onCall', 'runbooks', 'severities', 'dependencies']) {
      expect([part, summary[part as 'onCall'].status]).toEqual([
        part,
        'failed',
      ]);
    }
    expect(keys(overview.open)).toEqual(['INC-1']);
    expect(overview.heat).toEqual({
      status: 'failed',
      reason: expect.stringMatching(/catalog does not answer/),
    });
    expect((await h.incident('INC-1')).severities.status).toBe('ok');
    await h.stop();
  });

  it('an on-call provider: the owner is called, and the reason said without its password', async () => {
    const broken = createBackendModule({
      pluginId: 'incidents',
      moduleId: 'broken',
      register: env =>
        env.registerInit({
          deps: { providers: onCallProvidersExtensionPoint },
          async init({ providers }) {
            providers.addOnCallProviders({
              ...{ id: 'broken', title: 'Broken' },
              shifts: async () => {
                throw new Error('401 from https://user:secret@pager.example');
              },
            });
          },
        }),
    });
    const entities = company();
    const [service] = entities.filter(e => e.metadata.name === 'checkout');
    service.metadata.annotations = { 'incidents/on-call': 'broken:x' };
    const h = await house({ entities, features: [broken] });
    await h.fires('Checkout 5xx');
    const shown = [
      await summaryOf(h, checkout),
      await h.incident('INC-1'),
      await overviewOf(h),
    ];
    for (const { onCall } of shown) {
      expect(JSON.stringify(onCall)).toContain(
        'Broken failed: 401 from https://pager.example. The members of its owner shop-team answer, the lead first.',
      );
    }
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(shown[0]).toMatchObject({ runbooks: { status: 'ok' } });
    await h.stop();
  });
});
