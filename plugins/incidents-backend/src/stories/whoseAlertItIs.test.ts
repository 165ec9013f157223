import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { twoSchemes } from '../testing/schemes';

const integrations = [
  { id: 'generic', source: 'generic', token: 'test-token' },
  {
    id: 'ledger-only',
    source: 'generic',
    token: 'test-token',
    entityRef: 'ledger',
  },
];

describe('an alert finds its service', () => {
  let h: House;
  beforeEach(async () => {
    h = await house({ config: { integrations } });
  });
  afterEach(() => h.stop());

  it.each([
    [
      'by what its payload names outright',
      'generic',
      { entityRef: 'component:default/ledger' },
      'component:default/ledger',
      'label',
      'the payload says component:default/ledger',
    ],
    [
      'by a label that refers to it',
      'generic',
      { labels: { backstage_entity: 'ledger' } },
      'component:default/ledger',
      'label',
      'label backstage_entity says ledger',
    ],
    [
      'by the selector in its annotation',
      'generic',
      { labels: { team: 'shop', tier: 'web' } },
      'component:default/checkout',
      'selector',
      'annotation incidents/alerts of component:default/checkout selects team=shop,tier=web',
    ],
    [
      'by a label with its name',
      'generic',
      { labels: { job: 'ledger' } },
      'component:default/ledger',
      'name',
      'label job=ledger is the name of component:default/ledger',
    ],
    [
      'by the integration that sent it',
      'ledger-only',
      { labels: { job: 'unheard-of' } },
      'component:default/ledger',
      'integration',
      'entityRef of the integration is component:default/ledger',
    ],
  ])('%s', async (_, integration, about, ...[entityRef, by, reason]) => {
    await h.deliver(integration, { title: 'Slow', ...about });
    expect((await h.alerts())[0]).toMatchObject({
      entityRef,
      routing: { by, reason },
      incidentKey: 'INC-1',
    });
    expect((await h.incident('INC-1')).entityRefs).toEqual([entityRef]);
  });

  it('or is kept with the reason why not, and waits on the overview', async () => {
    const { body } = await h.deliver('generic', {
      title: 'Slow',
      labels: { service: 'unheard-of' },
    });
    const reason =
      'No entity: no label backstage_entity or entity_ref; no selector of an entity matches its labels; service=unheard-of names no entity; the integration has no entityRef';
    expect(body.alerts[0]).toMatchObject({
      became: 'opened',
      triage: { outcome: 'unrouted', reason },
    });
    expect(body.alerts[0]).not.toHaveProperty('entityRef');
    expect((await h.alerts('?outcome=unrouted'))[0].routing).toEqual({
      ...{ by: 'none', reason },
    });
    expect(await h.incidents()).toEqual([]);
    expect((await h.get('/overview')).body.needs).toEqual([
      {
        kind: 'unrouted-alerts',
        count: 1,
        since: '2026-11-20T03:00:00.000Z',
        incidentKeys: [],
      },
    ]);
  });

  it('or waits no more, once it is over', async () => {
    await h.fires('Slow', 'unheard-of');
    await h.resolves('Slow', 'unheard-of');
    expect((await h.get('/overview')).body.needs).toEqual([]);
  });
});

const engines = openEngines();

describe.each(engines.ids)('while the catalog is away, on %s', id => {
  let away = true;
  let clock: jest.SpyInstance;
  let h: House;
  const open = async (more: object = {}) => {
    h = await house({
      knex: await engines.migrated(id),
      catalogIsAway: () => away,
      ...more,
    });
  };
  /** The catalog is not asked again at once. */
  const comesBack = () => {
    away = false;
    const now = performance.now();
    clock.mockImplementation(() => now + 60_000);
  };
  beforeEach(() => {
    away = true;
    const now = performance.now();
    clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(async () => {
    clock.mockRestore();
    await h.stop();
  });

  it('an alert is taken and kept', async () => {
    await open();
    const { status, body } = await h.fires('Checkout 5xx');
    expect(status).toBe(202);
    expect(body.alerts[0]).toMatchObject({
      became: 'opened',
      triage: {
        outcome: 'unrouted',
        reason: 'The catalog has not answered yet; this is tried again',
      },
    });
    expect((await h.alerts())[0].routing).toMatchObject({
      by: 'none',
      pending: true,
    });
    expect((await h.get('/overview')).body.needs).toEqual([
      expect.objectContaining({ kind: 'routing-pending', count: 1 }),
    ]);
  });

  it('an alert waits, and becomes an incident when the catalog is back', async () => {
    await open();
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0].routing.pending).toBe(true);
    comesBack();
    await h.waits({ minutes: 1 });
    const [alert] = await h.alerts();
    expect(alert).toMatchObject({
      entityRef: 'component:default/checkout',
      routing: { by: 'name' },
      triage: { outcome: 'declared' },
      incidentKey: 'INC-1',
      startedAt: '2026-11-20T03:00:00.000Z',
    });
    expect(alert.routing).not.toHaveProperty('pending');
    expect(await h.incident('INC-1')).toMatchObject({ openAlerts: 1 });
    expect(await h.story('INC-1')).toContain(
      'alert.routed | routing | Checkout 5xx: label service=checkout is the name of component:default/checkout; no incident was open for component:default/checkout',
    );
    await h.resolves('Checkout 5xx');
    expect((await h.incident('INC-1')).status).toBe('mitigated');
  });

  it('what its payload named outright is not forgotten', async () => {
    await open();
    await h.deliver('generic', { title: 'Slow', entityRef: 'ledger' });
    comesBack();
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0]).toMatchObject({
      entityRef: 'component:default/ledger',
      routing: { by: 'label', reason: 'the payload says ledger' },
    });
  });

  it('an alert that fires again while it waits is routed once', async () => {
    await open();
    await h.fires('Checkout 5xx');
    await h.fires('Checkout 5xx', 'checkout', { description: 'still' });
    comesBack();
    await h.waits({ minutes: 1 });
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0].occurrences).toBe(2);
    expect(await h.incident('INC-1')).toMatchObject({
      openAlerts: 1,
      alerts: 1,
    });
  });

  it('an alert that was over before it was routed declares nothing', async () => {
    await open();
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    comesBack();
    await h.waits({ minutes: 1 });
    expect((await h.alerts())[0]).toMatchObject({
      status: 'resolved',
      entityRef: 'component:default/checkout',
      triage: {
        outcome: 'recorded',
        reason: 'it was over before it was routed',
      },
    });
    expect(await h.incidents()).toEqual([]);
  });

  it('an alert that belongs to nobody says so once the catalog is back', async () => {
    await open();
    await h.fires('Slow', 'unheard-of');
    comesBack();
    await h.waits({ minutes: 1 });
    const [alert] = await h.alerts();
    expect(alert.routing).toEqual({
      by: 'none',
      reason: expect.stringContaining('service=unheard-of names no entity'),
    });
    expect(alert.triage.outcome).toBe('unrouted');
  });

  it('the word of its monitor is kept, to be read by the scheme of its system', async () => {
    const entities = company();
    const payments = entities.find(e => e.metadata.name === 'payments')!;
    payments.metadata.annotations = { 'incidents/severities': 'payments' };
    await open({ entities, config: { severities: twoSchemes } });
    await h.fires('Checkout 5xx', 'checkout', { severity: 'error' });
    comesBack();
    await h.waits({ minutes: 1 });
    expect(await h.incident('INC-1')).toMatchObject({
      severity: 'P1',
      severityScheme: 'payments',
    });
  });
});
