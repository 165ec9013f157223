import type { TimelineEntry } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

describe.each(engines.ids)('an alert that gets worse, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const fires = (severity: string) => h.fires('Slow', 'checkout', { severity });
  const silence = (value: string) =>
    h.post('/silences', {
      matchers: [{ label: 'severity', op: 'equals', value }],
      ...{ reason: 'known', endsAt: '2026-11-20T09:00:00.000Z' },
    });

  it('has an incident when policy only recorded it before', async () => {
    await fires('info');
    expect(await h.incidents()).toEqual([]);
    const { body } = await fires('critical');
    expect(body.alerts).toMatchObject([
      { became: 'repeated', incidentKey: 'INC-1', severity: 'SEV1' },
    ]);
    expect(await h.incidents()).toMatchObject([
      { key: 'INC-1', severity: 'SEV1', alerts: 1, openAlerts: 1 },
    ]);
    expect((await h.story('INC-1')).split('\n').slice(-2)).toEqual([
      '03:00:00 | alert.routed | generic | Slow fires as SEV1 now: no incident was open for component:default/checkout',
      '03:00:00 | incident.declared | generic | generic declared SEV1: Slow',
    ]);
  });

  it('joins the one that is open', async () => {
    await fires('info');
    await h.fires('Down');
    await fires('critical');
    expect(await h.incidents()).toMatchObject([
      { severity: 'SEV1', alerts: 2, openAlerts: 2 },
    ]);
  });

  it('is taken up at once when somebody had acknowledged it', async () => {
    await fires('info');
    const [alert] = await h.alerts();
    await h.post(`/alerts/${alert.id}/actions`, { action: 'acknowledge' });
    await fires('critical');
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'investigating',
    });
  });

  it('is held no more by a silence for what is less severe', async () => {
    await silence('SEV3');
    await fires('warning');
    expect(await h.incidents()).toEqual([]);
    await fires('critical');
    expect(await h.incidents()).toMatchObject([{ severity: 'SEV1' }]);
  });

  it('calls nobody when a silence matches what it is now', async () => {
    await silence('SEV1');
    await fires('info');
    await fires('critical');
    expect(await h.incidents()).toEqual([]);
    expect(await h.alerts('?outcome=silenced')).toMatchObject([
      { severity: 'SEV1' },
    ]);
  });

  it('tells the severity that it was judged when it found its owner', async () => {
    await h.fires('Stray', 'unheard-of');
    const [{ id: alertId }] = await h.alerts();
    await h.post(`/alerts/${alertId}/actions`, {
      ...{ action: 'bind', entityRef: 'component:default/ledger' },
    });
    await silence('SEV1');
    await h.fires('Down', 'checkout', { severity: 'critical' });
    await h.waits({ hours: 6 });
    const released = (await h.alerts()).find(({ title }) => title === 'Down')!;
    for (const [alert, severity] of [
      [alertId, 'SEV2'],
      [released.id, 'SEV1'],
    ]) {
      const { body } = await h.get(`/alerts/${alert}/timeline`);
      const routed = (body.items as TimelineEntry[]).find(
        ({ kind }) => kind === 'alert.routed',
      );
      expect(routed?.details).toMatchObject({ severity });
    }
  });

  it('stays recorded when it fires on as it did', async () => {
    await fires('info');
    const { body } = await h.fires('Slow', 'checkout', {
      ...{ severity: 'info', description: 'still' },
    });
    expect(body.alerts).toMatchObject([{ became: 'repeated' }]);
    expect(await h.incidents()).toEqual([]);
  });
});
