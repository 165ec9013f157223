const entities = 200;

/** How many services the alerts are about. */
export const serviceCount = entities;

/** What Alertmanager posts for alerts of its own, `count` of them; `n` is the number of the first, and makes them others. */
export function notification(n: number, count = 1): string {
  const alerts = Array.from({ length: count }, (_, i) => alertOf(n + i));
  const [{ labels, annotations }] = alerts;
  return JSON.stringify({
    receiver: 'portal',
    status: 'firing',
    alerts: alerts.map((alert, i) => ({
      ...alert,
      status: 'firing',
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: (n + i).toString(16).padStart(16, '0'),
    })),
    groupLabels: { alertname: labels.alertname, service: labels.service },
    commonLabels: count > 1 ? {} : labels,
    commonAnnotations: count > 1 ? {} : annotations,
    externalURL: 'https://alertmanager.example.com',
    version: '4',
    groupKey: `{}:{alertname="HighErrorRate", service="${labels.service}"}`,
    truncatedAlerts: 0,
  });
}

/** The same alert as a monitor posts it to the API of Alertmanager. */
export function postToAlertmanager(n: number): string {
  return JSON.stringify([alertOf(n)]);
}

function alertOf(n: number) {
  const service = `service-${(n % entities) + 1}`;
  return {
    labels: {
      alertname: 'HighErrorRate',
      cluster: 'prod-tokyo-1',
      instance: `10.0.${n % 251}.${n % 241}:8080`,
      job: 'http',
      namespace: 'shop',
      pod: `${service}-${n.toString(16).padStart(16, '0')}`,
      service,
      severity: 'critical',
    },
    annotations: {
      summary: `${service} answers 7.2% of its requests with 5xx`,
      description:
        'The share of requests that fail is above 5% for more than five minutes.',
      runbook_url: `https://runbooks.example.com/${service}/high-error-rate`,
      dashboard_url: `https://grafana.example.com/d/http/overview?var-service=${service}`,
    },
    startsAt: new Date(Date.now() - 30_000).toISOString(),
    generatorURL:
      'https://prometheus.example.com/graph?g0.expr=job%3Aerrors%3Arate5m+%3E+0.05&g0.tab=1',
  };
}
