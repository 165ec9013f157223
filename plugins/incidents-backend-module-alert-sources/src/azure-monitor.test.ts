import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { azureMonitor } from './azure-monitor';

describeAlertSource(azureMonitor);

const { samples } = azureMonitor;

function signalsOf(payload: unknown) {
  return azureMonitor.toSignals(azureMonitor.payload.parse(payload));
}

function common(essentials: object, rest: object = {}) {
  const { data } = samples.firing.payload as any;
  return {
    data: {
      ...data,
      essentials: { ...data.essentials, ...essentials },
      ...rest,
    },
  };
}

function older(context: object, rest: object = {}) {
  const { data } = samples['older-metric'].payload as any;
  return {
    data: { ...data, context: { ...data.context, ...context }, ...rest },
  };
}

const keyOf = (payload: unknown) => signalsOf(payload)[0].fingerprint;

describe('what becomes of an alert of the common schema', () => {
  it('carries over everything a responder needs', () => {
    const [signal] = signalsOf(samples.firing.payload);
    expect(signal).toMatchObject({
      title: 'checkout-cpu on checkout-1',
      description:
        'checkout is busy\n\nPercentage CPU is 97.125 (GreaterThan 90)',
      severity: 'Sev1',
      labels: {
        alertrule: 'checkout-cpu',
        resource: 'checkout-1',
        resource_group: 'shop',
        resource_type: 'microsoft.compute/virtualmachines',
        subscription: '11111111-2222-3333-4444-555555555555',
        metric: 'Percentage CPU',
        monitoring_service: 'Platform',
        node: 'pool-1',
      },
      startedAt: new Date('2026-11-20T02:58:24.371Z'),
      resolvedAt: undefined,
    });
    expect(signal.links.map(link => link.title)).toEqual([
      'Alert in Azure',
      'Resource in Azure',
    ]);
  });

  it('says when it was over', () => {
    expect(signalsOf(samples['firing-resolved'].payload)[0].resolvedAt).toEqual(
      new Date('2026-11-20T03:03:16.224Z'),
    );
  });

  it('links the results of a query', () => {
    const [signal] = signalsOf(samples['log-search'].payload);
    expect(signal.labels).toMatchObject({ service: 'checkout', team: 'shop' });
    expect(signal.links.map(link => link.title)).toEqual([
      'Alert in Azure',
      'Investigation in Azure',
      'Results of the query',
      'Resource in Azure',
    ]);
  });

  it('has the labels and the runbook of a Prometheus rule', () => {
    expect(signalsOf(samples.prometheus.payload)[0]).toMatchObject({
      description: 'checkout is busy\n\norders-db does not answer',
      labels: { cluster: 'shop-1', service: 'orders-db' },
      links: expect.arrayContaining([
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/orders-db',
        },
      ]),
    });
  });

  it('takes its entity from custom properties, or from a line of the description', () => {
    const backstage_entity = 'component:default/checkout';
    const customProperties = { backstage_entity };
    const description = `Busy.\nbackstage_entity: ${backstage_entity}`;
    for (const payload of [
      common({}, { customProperties }),
      common({ description }),
    ]) {
      expect(signalsOf(payload)[0].entityRef).toBe(backstage_entity);
    }
  });

  it('has no severity where Azure has none', () => {
    expect(signalsOf(common({ severity: null }))[0].severity).toBeUndefined();
  });

  it('is the same alert in upper and in lower case', () => {
    const id = '/subscriptions/A/alerts/B';
    expect(keyOf(common({ alertId: id }))).toBe(
      keyOf(common({ alertId: id.toLowerCase() })),
    );
  });

  it('without an id is known by its rule and resource', () => {
    const of = (rest: object) => keyOf(common({ alertId: null, ...rest }));
    expect(of({ monitorCondition: 'Resolved' })).toBe(of({}));
    expect(of({ alertRule: 'other' })).not.toBe(of({}));
    expect(of({ configurationItems: ['other'] })).not.toBe(of({}));
  });

  it.each([
    [{ alertRule: 'test-metricAlertRule' }, 1],
    [{ alertId: '/subscriptions/1/Test_Alert' }, 0],
  ])('a rule with %j brings %i alerts', (essentials, count) => {
    expect(signalsOf(common(essentials))).toHaveLength(count);
    expect(azureMonitor.remark!(undefined)).toContain('test');
  });
});

describe('what becomes of an alert of the older schemas', () => {
  it('carries over what a metric alert says', () => {
    expect(signalsOf(samples['older-metric'].payload)[0]).toMatchObject({
      title: 'StorageCheck on photos',
      description: 'Transactions is 1 (GreaterThan 0)',
      severity: '3',
      labels: { service: 'photo-api', resource: 'photos', GeoType: 'Primary' },
      startedAt: new Date('2026-11-20T02:58:10.171Z'),
    });
  });

  it('is another alert for another resource or series of one rule', () => {
    const dimensions = [{ name: 'GeoType', value: 'Secondary' }];
    const keys = [
      older({}),
      older({ resourceId: '/subscriptions/other' }),
      older({ condition: { allOf: [{ dimensions }] } }),
    ].map(keyOf);
    expect(new Set(keys).size).toBe(3);
  });

  it('carries over what a classic alert says', () => {
    expect(signalsOf(samples.classic.payload)[0]).toMatchObject({
      title: 'Errors on search-api',
      description: 'Too many errors\n\nRequests is 10 (GreaterThanOrEqual 10)',
      severity: undefined,
      entityRef: 'component:default/search-api',
    });
  });

  it('carries over what a log search alert says', () => {
    expect(signalsOf(samples['older-log-search'].payload)[0]).toMatchObject({
      title: 'invoice-errors',
      severity: 'Warning',
      description: expect.stringContaining('2 results (Greater Than 0)'),
      links: [{ title: 'Results of the query', type: 'alert' }],
      startedAt: new Date('2026-11-20T03:10:40Z'),
    });
  });

  it('reads an outage of Azure by its stage, and when it began', () => {
    expect(signalsOf(samples['service-health'].payload)[0]).toMatchObject({
      title: 'Azure SQL Database - Japan East - Investigating',
      description: expect.stringContaining('Connections may fail.'),
    });
    const { data } = samples['older-resource-health'].payload as any;
    const { activityLog } = data.context;
    const properties = {
      trackingId: 'BT6W-FX0',
      stage: 'RCA',
      impactStartTime: '2026-11-20T02:40:00Z',
    };
    const operationName = 'Microsoft.ServiceHealth/incident/action';
    const context = {
      activityLog: { ...activityLog, operationName, properties },
    };
    expect(signalsOf({ data: { ...data, context } })[0]).toMatchObject({
      fingerprint: 'service health bt6w-fx0',
      status: 'resolved',
      startedAt: new Date('2026-11-20T02:40:00Z'),
    });
  });
});

describe('what Azure is told when it is not understood', () => {
  it.each([
    [
      common({ monitorCondition: 'Pending' }),
      'data.essentials.monitorCondition: monitorCondition must be "Fired" or "Resolved", but is "Pending"',
    ],
    [
      older({}, { status: 'Broken' }),
      'data.status: status must be "Activated", "Deactivated" or "Resolved"',
    ],
    [
      { ...(samples.classic.payload as object), status: 7 },
      'status: status must',
    ],
    [
      { schemaId: 'AIP Budget Notification', data: {} },
      'schemaId must be that',
    ],
    [{}, 'schemaId: schemaId must be that of a metric'],
  ])('%# names the field', (payload, sentence) => {
    expect(
      azureMonitor.payload
        .safeParse(payload)
        .error?.issues.map(
          ({ path, message }) => `${path.join('.')}: ${message}`,
        ),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
