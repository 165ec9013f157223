import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { alertmanager } from './alertmanager';

describeAlertSource(alertmanager);

const firing = { status: 'firing', labels: { alertname: 'Broken' } };

function signalOf(alert: object, group: object = {}) {
  const payload = { ...group, alerts: [{ ...firing, ...alert }] };
  return alertmanager.toSignals(alertmanager.payload.parse(payload))[0];
}

function refusalOf(payload: unknown) {
  return alertmanager.payload
    .safeParse(payload)
    .error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

describe('what becomes of an alert of Alertmanager', () => {
  it('carries over everything a responder needs', () => {
    const [signal] = alertmanager.toSignals(
      alertmanager.payload.parse(alertmanager.samples['with-runbook'].payload),
    );
    expect(signal).toEqual({
      fingerprint: '6dc73393b134f6f5',
      status: 'firing',
      title: '検索APIの応答が遅くなっています',
      description:
        'p99 is 2.4 s, the objective is 800 ms.\n\nAlertmanager left out 2 more of this group (max_alerts of its receiver).',
      severity: 'page',
      entityRef: 'component:default/search-api',
      labels: {
        alertname: 'LatencyBudgetBurn',
        backstage_entity: 'component:default/search-api',
        env: 'prod',
        severity: 'page',
      },
      links: [
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/search-api/latency?from=alert',
        },
        {
          title: 'Dashboard',
          type: 'dashboard',
          url: 'https://grafana.example.com/d/search-api/search-api?orgId=1',
        },
      ],
      startedAt: new Date('2026-11-20T03:04:05.000Z'),
      resolvedAt: undefined,
    });
  });

  it.each([
    [{ annotations: { summary: 'S', title: 'T' } }, 'S'],
    [{ annotations: { summary: ' ', title: 'T' } }, 'T'],
    [{ annotations: { description: 'D' } }, 'Broken'],
    [{ labels: {}, annotations: null }, 'Alert without a name'],
  ])('titles %j with %s', (alert, title) => {
    expect(signalOf(alert).title).toBe(title);
  });

  it.each([
    [{ severity: 'critical', priority: 'p1' }, 'critical'],
    [{ priority: 'p1' }, 'p1'],
    [{}, undefined],
  ])('reads the severity of the labels %j as %s', (labels, severity) => {
    expect(signalOf({ labels }).severity).toBe(severity);
  });

  it.each([
    [{ labels: { backstage_entity: 'a', entity_ref: 'b' } }, 'a'],
    [{ labels: { entity_ref: 'b' } }, 'b'],
    [{ labels: {}, annotations: { backstage_entity: 'c' } }, 'c'],
    [{ labels: { entity_ref: 'b' }, annotations: { entity_ref: 'd' } }, 'b'],
    [{ labels: { service: 'checkout' } }, undefined],
  ])('takes the entity of %j from %s', (alert, entityRef) => {
    expect(signalOf(alert).entityRef).toBe(entityRef);
  });

  it.each([
    ['firing', '0001-01-01T00:00:00Z', undefined],
    ['firing', '2026-11-20T03:00:00Z', undefined],
    ['resolved', '0001-01-01T00:00:00Z', undefined],
    ['resolved', 'soon', undefined],
    ['resolved', '2026-11-20T03:00:00Z', new Date('2026-11-20T03:00:00Z')],
  ])('a %s alert with the end %s ended at %s', (status, endsAt, ended) => {
    expect(signalOf({ status, endsAt }).resolvedAt).toEqual(ended);
  });

  it('believes each alert, not its group', () => {
    expect(signalOf({ status: 'firing' }, { status: 'resolved' }).status).toBe(
      'firing',
    );
  });

  it.each([{ truncatedAlerts: 0 }, { truncatedAlerts: 'many' }, {}])(
    'says nothing of alerts that were not left out: %j',
    group => {
      expect(signalOf({}, group).description).toBeUndefined();
    },
  );

  it('offers only links that a browser can open', () => {
    const annotations = {
      // eslint-disable-next-line no-script-url
      runbook_url: 'javascript:alert(1)',
      runbook: 'restart it and pray',
      dashboard: 'https://grafana.example.com/d/1',
    };
    const generatorURL = 'http://prometheus:9090/graph?g0.expr=up';
    expect(signalOf({ annotations, generatorURL }).links).toEqual([
      { title: 'Dashboard', type: 'dashboard', url: annotations.dashboard },
      { title: 'Query in Prometheus', type: 'alert', url: generatorURL },
    ]);
  });
});

describe('what Alertmanager is told when it is not understood', () => {
  it.each([
    [{}, 'alerts must be a list of at most 10000 alerts'],
    [{ alerts: {} }, 'alerts must be a list of at most 10000 alerts'],
    [{ alerts: Array(10_001).fill(firing) }, 'but is a list of 10001'],
    [[], 'the body must be an object'],
    [
      { alerts: [firing, { status: 'on' }] },
      'alerts.1.status: status must be "firing" or "resolved", but is "on"',
    ],
    [
      { alerts: [{ labels: {} }] },
      'alerts.0.status: status must be "firing" or "resolved", but is missing',
    ],
    [
      { alerts: [null] },
      'alerts.0: alerts[0] must be an object with the status and the labels of an alert, but is null',
    ],
    [
      { alerts: [{ ...firing, labels: 'a=b' }] },
      'labels must be an object of names and texts, but is "a=b"',
    ],
    [
      { alerts: [{ ...firing, startsAt: 5 }] },
      'startsAt must be a text, but is 5',
    ],
  ])('%# names the field and what was expected', (payload, sentence) => {
    expect(refusalOf(payload)).toEqual([expect.stringContaining(sentence)]);
  });
});
