import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

describe.each(engines.ids)('a person merges two incidents, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const merge = (key: string, into: string, note?: string) =>
    h.post(`/incidents/${key}/merge`, { into, note });
  const counts = async (key: string) => {
    const { status, alerts, openAlerts } = await h.incident(key);
    return [status, alerts, openAlerts];
  };

  it('and one has all alerts, and the other has ended', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Checkout over');
    await h.resolves('Checkout over');
    await h.fires('Ledger 5xx', 'ledger');
    await h.waits({ minutes: 1 });
    const { status, body } = await merge('INC-1', 'INC-2', 'one outage');
    expect([status, body.key, body.alerts, body.openAlerts]).toEqual([
      ...[200, 'INC-2', 3, 2],
    ]);
    expect(await h.incident('INC-2')).toMatchObject(body);
    expect(await h.incident('INC-1')).toMatchObject({
      ...{ status: 'dismissed', alerts: 0, openAlerts: 0 },
      closedAt: '2026-11-20T03:01:00.000Z',
    });
    expect(await h.story('INC-1')).toMatchInlineSnapshot(`
        "03:00:00 | alert.opened | generic | Checkout 5xx fires on component:default/checkout, SEV2: label service=checkout is the name of component:default/checkout; no incident was open for component:default/checkout
        03:00:00 | incident.declared | generic | generic declared SEV2: Checkout 5xx
        03:00:00 | alert.opened | generic | Checkout over fires on component:default/checkout, SEV2: label service=checkout is the name of component:default/checkout; INC-1 is open for component:default/checkout
        03:00:00 | alert.resolved | generic | Checkout over is resolved by its monitor
        03:01:00 | runbook.found | runbooks | Runbook: Checkout. A link of type runbook on component:default/checkout itself.
        03:01:00 | incident.merged | user:default/ada | Merged into INC-2, with 2 alerts: one outage
        03:01:00 | incident.moved | user:default/ada | merged into INC-2"
      `);
    expect((await h.story('INC-2')).split('\n').at(-1)).toBe(
      '03:01:00 | incident.merged | user:default/ada | INC-1 was merged into this, with 2 alerts: one outage',
    );
    expect(await h.alerts('?incident=INC-1')).toEqual([]);
    expect(await h.alerts('?incident=INC-2')).toHaveLength(3);
  });

  it('and what was mitigated is taken up, or ended, as it comes', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    await h.resolves('Ledger 5xx', 'ledger');
    await merge('INC-1', 'INC-2');
    expect(await counts('INC-2')).toEqual(['investigating', 2, 1]);
    await h.fires('Checkout slow');
    await h.resolves('Checkout slow');
    await merge('INC-3', 'INC-2');
    expect(await counts('INC-3')).toEqual(['dismissed', 0, 0]);
    expect(await counts('INC-2')).toEqual(['investigating', 3, 1]);
  });

  it('and what its alerts do later they do to the one that remains', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    await merge('INC-1', 'INC-2');
    await h.resolves('Ledger 5xx', 'ledger');
    await h.resolves('Checkout 5xx');
    expect(await counts('INC-2')).toEqual(['mitigated', 2, 0]);
    expect(await counts('INC-1')).toEqual(['dismissed', 0, 0]);
  });

  it('of one entity, and later alerts join the one that remains', async () => {
    await h.fires('Checkout 5xx');
    await h.post('/incidents', {
      title: 'Nobody can pay',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'customer',
    });
    await merge('INC-1', 'INC-2');
    const { body } = await h.fires('Checkout slow');
    expect(body.alerts[0].incidentKey).toBe('INC-2');
    expect(await counts('INC-2')).toEqual(['declared', 2, 2]);
  });

  it('but not one with itself, with nothing, or with what is over', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    await h.post('/incidents/INC-2/actions', { action: 'resolve' });
    const over =
      'INC-2 is resolved; only incidents that are open can be merged';
    for (const [key, into, ...expected] of [
      ['INC-1', 'INC-1', 409, 'INC-1 cannot be merged into itself'],
      ['INC-1', 'INC-2', 409, over],
      ['INC-2', 'INC-1', 409, over],
      ['INC-1', 'INC-9', 404, 'There is no incident INC-9'],
      ['INC-9', 'INC-1', 404, 'There is no incident INC-9'],
    ] as const) {
      const { status, body } = await merge(key, into);
      expect([status, body.error.message]).toEqual(expected);
    }
    expect(await counts('INC-1')).toEqual(['declared', 1, 1]);
  });

  it('while it storms, and no alert is lost', async () => {
    await h.fires('Checkout 5xx');
    await h.fires('Ledger 5xx', 'ledger');
    const storm = Array.from({ length: 20 }, (_, i) =>
      h.fires(`Checkout ${i}`),
    );
    const [merged, ...answers] = await Promise.all([
      merge('INC-1', 'INC-2'),
      ...storm,
      h.resolves('Checkout 5xx'),
    ]);
    expect(merged.status).toBe(200);
    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    const incidents = await h.incidents('?limit=100');
    const total = incidents.reduce((sum, { alerts }) => sum + alerts, 0);
    expect(total).toBe(22);
    for (const { key, status, alerts, openAlerts } of incidents) {
      const there = await h.alerts(`?incident=${key}&limit=100`);
      const firing = there.filter(alert => alert.status === 'firing');
      expect([key, alerts, openAlerts]).toEqual([
        ...[key, there.length, firing.length],
      ]);
      expect([key, status]).toEqual([
        key,
        key === 'INC-1' ? 'dismissed' : 'declared',
      ]);
    }
  });
});
