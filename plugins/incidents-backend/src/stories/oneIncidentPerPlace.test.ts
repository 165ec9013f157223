import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

describe.each(engines.ids)('when alerts come and go, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const open = async () =>
    (await h.incidents('?status=open')).map(({ key }) => key);
  const lastEntry = async (key: string) => {
    const { body } = await h.get(`/incidents/${key}/timeline?limit=1`);
    return body.items[0];
  };

  it('a second alert of a service joins the incident that is open there', async () => {
    await h.fires('Checkout 5xx');
    const { body } = await h.fires('Checkout slow');
    expect(body.alerts).toEqual([
      expect.objectContaining({
        became: 'opened',
        incidentKey: 'INC-1',
        triage: {
          outcome: 'attached',
          reason: 'INC-1 is open for component:default/checkout',
        },
      }),
    ]);
    expect(await h.incident('INC-1')).toMatchObject({
      openAlerts: 2,
      alerts: 2,
      title: 'Checkout 5xx',
    });
    expect(await open()).toEqual(['INC-1']);
  });

  it('two alerts of a service in one delivery make one incident', async () => {
    const alerts = ['5xx', 'slow'].map(title => ({
      title,
      severity: 'error',
      labels: { service: 'checkout' },
    }));
    const { body } = await h.deliver('generic', { alerts });
    expect(body.alerts.map((a: any) => a.triage.outcome)).toEqual([
      'declared',
      'attached',
    ]);
    expect(await h.incident('INC-1')).toMatchObject({ openAlerts: 2 });
  });

  it('another service gets an incident of its own', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    expect(await h.incident('INC-2')).toMatchObject({
      entityRefs: ['component:default/ledger'],
      openAlerts: 1,
    });
    expect(await h.incident('INC-1')).toMatchObject({ openAlerts: 1 });
  });

  it('a delivery that is sent again changes nothing', async () => {
    await h.receives('alertmanager', 'firing');
    const before = [
      await h.alerts(),
      await h.incidents('?drills=show'),
      await h.story('INC-1'),
    ];
    const { body, status } = await h.receives('alertmanager', 'firing');
    expect(status).toBe(202);
    for (const receipt of body.alerts) {
      expect(receipt).toMatchObject({
        became: 'unchanged',
        reason: 'this delivery was received before',
      });
    }
    expect([
      await h.alerts(),
      await h.incidents('?drills=show'),
      await h.story('INC-1'),
    ]).toEqual(before);
  });

  it('a delivery that a vendor names is known by its name, whatever it says', async () => {
    const named = { deliveryId: 'd-1' };
    await h.fires('Checkout 5xx', 'checkout', named);
    await h.waits({ hours: 3 });
    const { body } = await h.fires('Ledger 5xx', 'ledger', named);
    expect(body.alerts[0].became).toBe('unchanged');
    expect(await h.alerts()).toHaveLength(1);
  });

  it('an alert that fires again counts, and its incident is still one', async () => {
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 2 });
    await h.fires('Checkout 5xx', 'checkout', { description: 'still' });
    const [alert, ...others] = await h.alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      occurrences: 2,
      startedAt: '2026-11-20T03:00:00.000Z',
      lastFiredAt: '2026-11-20T03:02:00.000Z',
      description: 'still',
    });
    expect(await h.incident('INC-1')).toMatchObject({
      openAlerts: 1,
      alerts: 1,
    });
  });

  it('a reminder of equal bytes counts too, when it comes long after', async () => {
    await h.fires('Checkout 5xx');
    await h.waits({ hours: 4 });
    const { body } = await h.fires('Checkout 5xx');
    expect(body.alerts[0].became).toBe('repeated');
    expect((await h.alerts())[0].occurrences).toBe(2);
  });

  it('a resolve of nothing changes nothing', async () => {
    const { body, status } = await h.resolves('Checkout 5xx');
    expect([status, body.alerts[0]]).toEqual([
      202,
      {
        fingerprint: expect.any(String),
        became: 'unchanged',
        reason: 'no alert is open under this fingerprint',
      },
    ]);
    expect(await h.alerts()).toEqual([]);
    expect(await h.incidents()).toEqual([]);
  });

  it('a firing that arrives after its resolve changes nothing', async () => {
    const begun = { startedAt: '2026-11-20T02:58:00.000Z' };
    await h.fires('Checkout 5xx', 'checkout', begun);
    await h.resolves('Checkout 5xx');
    const late = { ...begun, description: 'sent by the other replica' };
    const { body } = await h.fires('Checkout 5xx', 'checkout', late);
    expect(body.alerts[0]).toMatchObject({
      became: 'unchanged',
      reason: 'this episode is resolved already; the firing came late',
    });
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'mitigated',
      openAlerts: 0,
    });
  });

  it('an alert that begins anew is another episode', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    await h.waits({ hours: 1 });
    await h.fires('Checkout 5xx');
    const episodes = await h.alerts();
    expect(episodes.map(a => [a.status, a.incidentKey])).toEqual([
      ['firing', 'INC-2'],
      ['resolved', 'INC-1'],
    ]);
    expect(await h.incident('INC-2')).toMatchObject({ openAlerts: 1 });
  });

  it('an incident calms down with its last alert, and says so', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Checkout slow');
    await h.resolves('Checkout 5xx');
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'declared',
      openAlerts: 1,
    });
    await h.waits({ minutes: 9 });
    await h.resolves('Checkout slow');
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'mitigated',
      mitigatedAt: '2026-11-20T03:09:00.000Z',
      openAlerts: 0,
      alerts: 2,
    });
    expect(await lastEntry('INC-1')).toMatchObject({
      kind: 'incident.moved',
      actor: { type: 'integration', ref: 'generic' },
      text: 'All its alerts are resolved; a person should look and resolve it',
    });
  });

  it('a new alert takes up again what had calmed down', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.fires('Checkout slow');
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'investigating',
      openAlerts: 1,
      alerts: 2,
    });
    expect(await h.incident('INC-1')).not.toHaveProperty('mitigatedAt');
    expect(await h.story('INC-1')).toContain(
      'Checkout slow fires, so it is not over',
    );
    expect(await open()).toEqual(['INC-1']);
  });

  it('an alert that still fires takes up again what was resolved too early', async () => {
    await h.fires('Checkout 5xx');
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    await h.waits({ minutes: 1 });
    await h.fires('Checkout 5xx', 'checkout', { description: 'still' });
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'investigating',
      openAlerts: 1,
    });
    expect(await h.incident('INC-1')).not.toHaveProperty('resolvedAt');
    expect(await h.story('INC-1')).toContain(
      'Checkout 5xx still fires, so it is not over',
    );
  });

  it('an alert that still fires leaves the old incident alone when a new one covers it', async () => {
    await h.fires('Checkout 5xx');
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    await h.fires('Checkout slow');
    await h.fires('Checkout 5xx', 'checkout', { description: 'still' });
    expect(await open()).toEqual(['INC-2']);
  });

  it('an acknowledgement where the alert came from counts as taking it up', async () => {
    await h.fires('Checkout 5xx');
    await h.waits({ minutes: 4 });
    await h.fires('Checkout 5xx', 'checkout', { status: 'acknowledged' });
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'investigating',
      acknowledgedAt: '2026-11-20T03:04:00.000Z',
      openAlerts: 1,
    });
    expect(await lastEntry('INC-1')).toMatchObject({
      text: 'Checkout 5xx was acknowledged in generic',
    });
  });
});
