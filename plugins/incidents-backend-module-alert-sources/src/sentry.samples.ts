import type { AlertSample } from 'backstage-plugin-incidents-node';

const installation = { uuid: 'a8e5d37a-696c-4c54-adb5-b3f28d64c7de' };
const actor = { type: 'application', id: 'sentry', name: 'Sentry' };

const event = {
  event_id: 'e4874d664c3540c1a32eab185f12c5ab',
  issue_id: '1170820242',
  issue_url: 'https://sentry.io/api/0/organizations/example/issues/1170820242/',
  web_url:
    'https://sentry.io/organizations/example/issues/1170820242/events/e4874d664c3540c1a32eab185f12c5ab/',
  url: 'https://sentry.io/api/0/projects/example/checkout/events/e4874d664c3540c1a32eab185f12c5ab/',
  title: "TypeError: Cannot read properties of undefined (reading 'price')",
  message: '',
  culprit: 'POST /carts/:id/checkout',
  level: 'error',
  platform: 'node',
  project: 4505320873410560,
  datetime: '2026-11-20T02:58:11.169000Z',
  timestamp: 1795143491.169,
  metadata: {
    type: 'TypeError',
    value: "Cannot read properties of undefined (reading 'price')",
  },
  tags: [
    ['environment', 'production'],
    ['level', 'error'],
    ['server_name', 'checkout-7c9d8f6b5-4xk2p'],
    ['backstage_entity', 'component:default/checkout'],
  ],
};

const eventAlert = {
  action: 'triggered',
  installation,
  data: {
    event,
    triggered_rule: 'Many errors in checkout',
    issue_alert: { title: 'Many errors in checkout', settings: [] },
  },
  actor,
};

const issue = {
  id: '1170820242',
  shortId: 'CHECKOUT-1F',
  title: event.title,
  culprit: event.culprit,
  level: 'error',
  platform: 'node',
  status: 'resolved',
  statusDetails: {},
  substatus: null,
  project: { id: '4505320873410560', slug: 'checkout', name: 'checkout' },
  metadata: event.metadata,
  count: '312',
  userCount: 84,
  firstSeen: '2026-11-20T02:41:03.000000Z',
  lastSeen: '2026-11-20T03:16:40.000000Z',
  web_url: 'https://sentry.io/organizations/example/issues/1170820242/',
};

const metric = {
  id: '51207',
  identifier: '62',
  status: 20,
  status_method: 2,
  title: 'Error rate of search-api',
  type: 2,
  date_created: '2026-11-20T03:04:07.251812Z',
  date_detected: '2026-11-20T03:04:07.251812Z',
  date_started: '2026-11-20T03:03:00Z',
  date_closed: null,
  organization_id: '1',
  projects: ['search-api'],
  alert_rule: {
    id: '7',
    name: 'Error rate of search-api',
    aggregate: 'failure_rate()',
    query: 'transaction.op:http.server',
    environment: 'production',
    resolve_threshold: null,
    time_window: 10,
  },
};

function metricAlert(action: string, state: string, rest: object = {}) {
  return {
    action,
    installation,
    data: {
      metric_alert: { ...metric, ...rest },
      description_text: 'failure_rate() in the last 10 minutes is 0.07',
      description_title: `${state}: Error rate of search-api`,
      web_url:
        'https://sentry.io/organizations/example/alerts/rules/details/7/',
    },
    actor,
  };
}

const key = 'issue-1170820242';

/** @internal */
export const sentrySamples: Record<string, AlertSample> = {
  'issue-alert': {
    payload: eventAlert,
    expect: [{ fingerprint: key, status: 'firing' }],
  },
  'issue-alert-resolved': {
    payload: { action: 'resolved', installation, data: { issue }, actor },
    expect: [{ fingerprint: key, status: 'resolved' }],
  },
  archived: {
    payload: {
      action: 'archived',
      installation,
      data: {
        issue: { ...issue, status: 'ignored', substatus: 'archived_forever' },
      },
      actor,
    },
    expect: [{ fingerprint: key, status: 'resolved' }],
  },
  'critical-metric-alert': {
    payload: metricAlert('critical', 'Critical'),
    expect: [{ fingerprint: 'metric-51207', status: 'firing' }],
  },
  'warning-metric-alert': {
    payload: metricAlert('warning', 'Warning', { status: 10 }),
    expect: [{ fingerprint: 'metric-51207', status: 'firing' }],
  },
  'critical-metric-alert-resolved': {
    payload: metricAlert('resolved', 'Resolved', {
      status: 2,
      date_closed: '2026-11-20T03:44:00.120000Z',
    }),
    expect: [{ fingerprint: 'metric-51207', status: 'resolved' }],
  },
  created: {
    payload: {
      action: 'created',
      installation,
      data: { issue: { ...issue, status: 'unresolved', substatus: 'new' } },
      actor,
    },
    expect: [],
  },
  installed: {
    payload: {
      action: 'created',
      installation,
      data: {
        installation: {
          status: 'installed',
          organization: { slug: 'example' },
          app: { slug: 'portal' },
        },
      },
      actor,
    },
    expect: [],
  },
  test: {
    payload: {
      ...eventAlert,
      data: {
        ...eventAlert.data,
        event: {
          ...event,
          title: 'This is an example Python exception',
          tags: [
            ['level', 'error'],
            ['sample_event', 'yes'],
          ],
        },
      },
    },
    expect: [],
  },
  'project-plugin': {
    payload: {
      id: '1170820242',
      project: 'checkout',
      project_name: 'checkout',
      project_slug: 'checkout',
      logger: null,
      level: 'error',
      culprit: event.culprit,
      message: event.title,
      url: 'https://sentry.io/organizations/example/issues/1170820242/?referrer=webhooks_plugin',
      triggering_rules: ['Many errors in checkout'],
      event: { event_id: event.event_id, title: event.title, tags: event.tags },
    },
    expect: [{ fingerprint: key, status: 'firing' }],
  },
};
