import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { twoSchemes } from '../testing/schemes';

const engines = openEngines();
const severity = (word: string) => ({ severity: word });

describe.each(engines.ids)('how bad an alert is, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const judge = (level: string, reason?: string) =>
    h.post('/incidents/INC-1/severity', { severity: level, reason });

  it('is what its monitor says, in the words of the scheme', async () => {
    await h.fires('Checkout 5xx', 'checkout', severity('Critical'));
    expect(await h.incident('INC-1')).toMatchObject({
      severity: 'SEV1',
      severityRank: 1,
      severityScheme: 'standard',
    });
    expect((await h.alerts())[0]).not.toHaveProperty('severityRemark');
  });

  it('is what its labels say, when its monitor has no word for it', async () => {
    await h.fires('Checkout 5xx', 'checkout', {
      severity: undefined,
      labels: { service: 'checkout', priority: 'p1' },
    });
    expect((await h.incident('INC-1')).severity).toBe('SEV1');
  });

  it('is the default for a word that nobody knows, and says so', async () => {
    await h.fires('Checkout 5xx', 'checkout', severity('apocalyptic'));
    const [alert] = await h.alerts();
    expect(alert).toMatchObject({
      severity: 'SEV3',
      severityRemark:
        'The scheme standard does not know “apocalyptic”; SEV3 is its default',
    });
    expect((await h.incident('INC-1')).severity).toBe('SEV3');
  });

  it('raises an incident that turns out worse, and says by what', async () => {
    await h.fires('Checkout slow', 'checkout', severity('warning'));
    await h.fires('Checkout 5xx', 'checkout', severity('critical'));
    expect(await h.incident('INC-1')).toMatchObject({
      severity: 'SEV1',
      severityRank: 1,
    });
    expect(await h.story('INC-1')).toContain(
      'incident.severity | generic | Checkout 5xx is SEV1, so the incident is',
    );
  });

  it('does not lower an incident that was worse', async () => {
    await h.fires('Checkout 5xx', 'checkout', severity('critical'));
    await h.fires('Checkout slow', 'checkout', severity('warning'));
    expect((await h.incident('INC-1')).severity).toBe('SEV1');
  });

  it('may get worse while it fires, and takes its incident along', async () => {
    await h.fires('Checkout 5xx', 'checkout', severity('warning'));
    await h.waits({ minutes: 5 });
    await h.fires('Checkout 5xx', 'checkout', severity('critical'));
    expect((await h.alerts())[0]).toMatchObject({
      severity: 'SEV1',
      occurrences: 2,
    });
    expect(await h.incident('INC-1')).toMatchObject({
      severity: 'SEV1',
      updatedAt: '2026-11-20T03:05:00.000Z',
    });
    expect(await h.story('INC-1')).toContain(
      'Checkout 5xx is SEV1 now, it was SEV3',
    );
  });

  it('may get better while it fires, which its incident does not', async () => {
    await h.fires('Checkout 5xx', 'checkout', severity('critical'));
    await h.fires('Checkout 5xx', 'checkout', severity('warning'));
    expect((await h.alerts())[0].severity).toBe('SEV3');
    expect((await h.incident('INC-1')).severity).toBe('SEV1');
  });

  it('does not overrule a person who judged', async () => {
    await h.fires('Checkout slow', 'checkout', severity('warning'));
    const { body } = await judge('SEV4', 'only staff sees it');
    expect(body).toMatchObject({ severity: 'SEV4', severityRank: 4 });
    await h.fires('Checkout 5xx', 'checkout', severity('critical'));
    await h.fires('Checkout slow', 'checkout', severity('critical'));
    expect((await h.incident('INC-1')).severity).toBe('SEV4');
    expect(await h.story('INC-1')).toContain(
      'incident.severity | user:default/ada | only staff sees it',
    );
  });

  it('is told in words of the scheme when a person chose another', async () => {
    await h.fires('Checkout 5xx');
    const { status, body } = await judge('P1');
    expect([status, body.error.message]).toEqual([
      400,
      'The scheme standard has no level P1; it has SEV1, SEV2, SEV3, SEV4',
    ]);
  });
});

describe('the policy of a severity', () => {
  const live = (triage: object) => house({ config: { triage } });

  it('record keeps the alert and declares nothing', async () => {
    const h = await live({ bySeverity: { SEV4: 'record' } });
    const { body } = await h.fires(
      'Cache is cold',
      'checkout',
      severity('info'),
    );
    expect(body.alerts[0]).toMatchObject({
      became: 'opened',
      triage: {
        outcome: 'recorded',
        reason: 'incidents.triage.bySeverity.SEV4 is record',
      },
    });
    expect(body.alerts[0]).not.toHaveProperty('incidentKey');
    expect(await h.incidents('?drills=show')).toEqual([]);
    await h.stop();
  });

  it('record joins no incident, even if one is open', async () => {
    const h = await live({ bySeverity: { SEV4: 'record' } });
    await h.fires('Checkout 5xx');
    await h.fires('Cache is cold', 'checkout', severity('info'));
    expect((await h.incident('INC-1')).alerts).toBe(1);
    await h.stop();
  });

  it('attach joins what is open, and declares nothing', async () => {
    const h = await live({ bySeverity: { SEV3: 'attach' } });
    const alone = await h.fires(
      'Checkout slow',
      'checkout',
      severity('warning'),
    );
    expect(alone.body.alerts[0].triage).toEqual({
      outcome: 'recorded',
      reason:
        'incidents.triage.bySeverity.SEV3 is attach and no incident is open',
    });
    await h.fires('Checkout 5xx');
    const { body } = await h.fires(
      'Disk is full',
      'checkout',
      severity('warning'),
    );
    expect(body.alerts[0]).toMatchObject({
      incidentKey: 'INC-1',
      triage: { outcome: 'attached' },
    });
    await h.stop();
  });

  it('may be the same for all', async () => {
    const h = await live({ default: 'record' });
    await h.fires('Checkout 5xx', 'checkout', severity('critical'));
    expect((await h.alerts())[0].triage).toEqual({
      outcome: 'recorded',
      reason: 'incidents.triage.default is record',
    });
    await h.stop();
  });
});

describe('the severity scheme of a system', () => {
  const entities = company().map(entity =>
    entity.metadata.name === 'payments'
      ? {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: { 'incidents/severities': 'payments' },
          },
        }
      : entity,
  );
  let h: House;
  beforeEach(async () => {
    h = await house({ entities, config: { severities: twoSchemes } });
  });
  afterEach(() => h.stop());

  it('is the one that alerts of its services are read by', async () => {
    await h.fires('Checkout 5xx', 'checkout', severity('error'));
    expect(await h.incident('INC-1')).toMatchObject({
      severity: 'P1',
      severityScheme: 'payments',
      severities: {
        status: 'ok',
        value: { title: 'Payments', levels: [{ id: 'P1' }, { id: 'P2' }] },
      },
    });
  });

  it('is the one that a person chooses from', async () => {
    const declared = await h.post('/incidents', {
      title: 'Nobody can pay',
      entityRefs: ['component:default/ledger'],
      detectionSource: 'customer',
    });
    expect(declared.body).toMatchObject({
      severity: 'P2',
      severityRank: 2,
      severityScheme: 'payments',
    });
    const { status, body } = await h.post('/incidents', {
      title: 'Nobody can pay',
      entityRefs: ['component:default/ledger'],
      detectionSource: 'customer',
      severity: 'SEV1',
    });
    expect([status, body.error.message]).toEqual([
      400,
      'severity must be one of P1, P2',
    ]);
  });

  it('is shown for the service, and where it comes from', async () => {
    const { body } = await h.get(
      '/severities?entityRef=component:default/ledger',
    );
    expect(body).toMatchObject({
      name: 'payments',
      inheritedFrom: 'system:default/payments',
    });
    expect((await h.get('/severities')).body.name).toBe('standard');
  });
});
