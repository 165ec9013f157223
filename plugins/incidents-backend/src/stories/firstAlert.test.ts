import { house, type House } from '../testing/house';

describe('an alert at three in the morning', () => {
  let h: House;
  beforeEach(async () => {
    h = await house();
  });
  afterEach(() => h.stop());

  it('becomes an incident, calms down when it resolves, and is told as a story', async () => {
    const fired = await h.fires('Checkout 5xx');
    expect(fired.status).toBe(202);
    expect(fired.body.alerts).toEqual([
      expect.objectContaining({ became: 'opened', incidentKey: 'INC-1' }),
    ]);
    await h.waits({ minutes: 3 });
    await h.fires('Checkout 5xx', 'checkout', { description: 'still' });
    await h.post('/incidents/INC-1/actions', {
      action: 'investigate',
      note: 'On it',
    });
    await h.waits({ minutes: 10 });
    await h.resolves('Checkout 5xx');
    const incident = await h.incident('INC-1');
    expect(incident).toMatchObject({
      status: 'mitigated',
      severity: 'SEV2',
      openAlerts: 0,
      actions: ['resolve', 'reopen'],
    });
    expect(await h.story('INC-1')).toMatchInlineSnapshot(`
      "03:00:00 | alert.opened | generic | Checkout 5xx fires on component:default/checkout, SEV2: label service=checkout is the name of component:default/checkout; no incident was open for component:default/checkout
      03:00:00 | incident.declared | generic | generic declared SEV2: Checkout 5xx
      03:03:00 | runbook.found | runbooks | Runbook: Checkout. A link of type runbook on component:default/checkout itself.
      03:03:00 | alert.repeated | generic | Checkout 5xx fires again (2)
      03:03:00 | incident.moved | user:default/ada | On it
      03:13:00 | alert.resolved | generic | Checkout 5xx is resolved by its monitor
      03:13:00 | incident.moved | generic | All its alerts are resolved; a person should look and resolve it"
    `);
  });
});
