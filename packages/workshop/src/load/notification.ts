const entities = 200;

/** How many services the alerts are about. */
export const serviceCount = entities;

/** What Alertmanager posts for one alert of its own; `n` makes it another alert. */
export function notification(n: number): string {
  const service = `service-${(n % entities) + 1}`;
  const fingerprint = n.toString(16).padStart(16, '0');
  const labels = {
    alertname: 'HighErrorRate',
    cluster: 'prod-tokyo-1',
    instance: `10.0.${n % 251}.${n % 241}:8080`,
    job: 'http',
    namespace: 'shop',
    pod: `${service}-${fingerprint}`,
    service,
    severity: 'critical',
  };
  const annotations = {
    summary: `${service} answers 7.2% of its requests with 5xx`,
    description:
      'The share of requests that fail is above 5% for more than five minutes.',
    runbook_url: `https://runbooks.example.com/${service}/high-error-rate`,
    dashboard_url: `https://grafana.example.com/d/http/overview?var-service=${service}`,
  };
  return JSON.stringify({
    receiver: 'portal',
    status: 'firing',
    alerts: [
      {
        status: 'firing',
        labels,
        annotations,
        startsAt: new Date(Date.now() - 30_000).toISOString(),
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL:
          'https://prometheus.example.com/graph?g0.expr=job%3Aerrors%3Arate5m+%3E+0.05&g0.tab=1',
        fingerprint,
      },
    ],
    groupLabels: { alertname: labels.alertname, service },
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: 'https://alertmanager.example.com',
    version: '4',
    groupKey: `{}:{alertname="HighErrorRate", service="${service}"}`,
    truncatedAlerts: 0,
  });
}
