import type { AlertSample } from 'backstage-plugin-incidents-node';

const triggered = {
  alert_id: '52761034',
  alert_scope: 'env:prod,service:checkout',
  aggreg_key: '9bd4ac313a4d1e8fae2482df7b77628',
  alert_cycle_key: '8421997013371337001',
  alert_transition: 'Triggered',
  alert_type: 'error',
  alert_title: 'Error rate of checkout is high on env:prod,service:checkout',
  alert_priority: 'P1',
  alert_metric: 'trace.http.request.errors',
  event_id: '7352917264830192742',
  event_title:
    '[P1] [Triggered on {env:prod,service:checkout}] Error rate of checkout is high',
  event_msg:
    'More than 5% of requests fail.\n\nThe monitor was last triggered at Fri Nov 20 2026 02:58:11 UTC.',
  event_type: 'query_alert_monitor',
  priority: 'normal',
  tags: 'env:prod,monitor,service:checkout,team:shop',
  hostname: '$HOSTNAME',
  date: '1795143491000',
  link: 'https://app.datadoghq.com/event/event?id=7352917264830192742',
  snapshot: 'https://p.datadoghq.com/snapshot/view/dd-snapshots-prod/org/1.png',
  org_name: 'Example',
};

const key = '52761034/env:prod,service:checkout';

/** The payload that Datadog proposes for a new webhook. */
const proposed = {
  body: 'Free space on db-1 is below 10%.',
  last_updated: '1795143600000',
  event_type: 'metric_alert_monitor',
  title: '[Triggered on {host:db-1.example.com}] Disk is nearly full',
  date: '1795143600000',
  org: { id: '11023', name: 'Example' },
  id: '7352917264830192999',
};

/** @internal */
export const datadogSamples: Record<string, AlertSample> = {
  triggered: {
    payload: triggered,
    expect: [{ fingerprint: key, status: 'firing' }],
  },
  warn: {
    payload: {
      ...triggered,
      alert_transition: 'Warn',
      alert_type: 'warning',
      alert_cycle_key: '8421997013371337000',
      event_title:
        '[P1] [Warn on {env:prod,service:checkout}] Error rate of checkout is high',
    },
    expect: [{ fingerprint: key, status: 'firing' }],
  },
  're-triggered': {
    payload: { ...triggered, alert_transition: 'Re-Triggered' },
    expect: [{ fingerprint: key, status: 'firing' }],
  },
  renotify: {
    payload: { ...triggered, alert_transition: 'Renotify' },
    expect: [{ fingerprint: key, status: 'firing' }],
  },
  'no-data': {
    payload: {
      ...triggered,
      alert_transition: 'No Data',
      alert_type: 'warning',
    },
    expect: [{ fingerprint: key, status: 'firing' }],
  },
  'triggered-resolved': {
    payload: {
      ...triggered,
      // The order of the group's tags is not a promise.
      alert_scope: 'service:checkout,env:prod',
      alert_transition: 'Recovered',
      alert_type: 'success',
      date: '1795144631000',
      event_id: '7352936390014839017',
      event_title:
        '[P1] [Recovered on {env:prod,service:checkout}] Error rate of checkout is high',
    },
    expect: [{ fingerprint: key, status: 'resolved' }],
  },
  'variables-that-were-not-replaced': {
    payload: {
      ...triggered,
      alert_id: '$ALERT_ID',
      alert_scope: '',
      aggreg_key: '$AGGREG_KEY',
      alert_priority: '$ALERT_PRIORITY',
      snapshot: '$SNAPSHOT',
    },
    expect: [{ fingerprint: '8421997013371337001', status: 'firing' }],
  },
  proposed: {
    payload: proposed,
    expect: [
      { fingerprint: 'bc50d6cf4366ff24e975707fe27b8e77', status: 'firing' },
    ],
  },
  'proposed-resolved': {
    payload: {
      ...proposed,
      id: '7352917264830193777',
      title: '[Recovered on {host:db-1.example.com}] Disk is nearly full',
    },
    expect: [
      { fingerprint: 'bc50d6cf4366ff24e975707fe27b8e77', status: 'resolved' },
    ],
  },
  test: {
    payload: {
      ...triggered,
      event_title: '[TEST] [P1] [Triggered] Error rate of checkout is high',
    },
    expect: [],
  },
};
