import type { AlertSample } from 'backstage-plugin-incidents-node';

const issueId = '0ea2df1c-adab-45d2-aae0-042b609d2455';

const issue = {
  id: issueId,
  issueUrl: `https://radar-api.service.newrelic.com/accounts/3141592/issues/${issueId}?notifier=WEBHOOK`,
  title: "Error rate > 5% for at least 5 minutes on 'checkout'",
  description: ['The ratio of failed transactions of checkout is above 5%.'],
  priority: 'CRITICAL',
  state: 'ACTIVATED',
  trigger: 'STATE_CHANGE',
  createdAt: 1795143491104,
  updatedAt: 1795143491204,
  acknowledgedAt: null,
  closedAt: null,
  impactedEntities: ['checkout'],
  alertPolicyNames: ['Shop'],
  alertConditionNames: ['Error rate of checkout'],
  runbookUrl: ['https://runbooks.example.com/checkout/error-rate'],
  chartUrl: 'https://gorgon.nr-assets.net/image/b1f3fd995a40',
  tags: { service: ['checkout'], env: ['prod'] },
  accountId: 3141592,
  workflowName: 'Portal',
};

/** As New Relic proposes it. */
const proposed = {
  id: '6f2b17a4-9d55-4b8e-9a3c-3cf4cfd80021',
  issueUrl:
    'https://radar-api.service.newrelic.com/accounts/3141592/issues/6f2b17a4-9d55-4b8e-9a3c-3cf4cfd80021?notifier=WEBHOOK',
  title: "Apdex < 0.7 for at least 10 minutes on 'search-api'",
  priority: 'HIGH',
  impactedEntities: ['search-api'],
  totalIncidents: 1,
  state: 'ACTIVATED',
  trigger: 'INCIDENT_ADDED',
  isCorrelated: false,
  createdAt: 1795143600000,
  updatedAt: 1795143600000,
  sources: ['newrelic'],
  alertPolicyNames: ['Search'],
  alertConditionNames: ['Apdex of search-api'],
  workflowName: 'Portal',
};

const classic = {
  account_id: 3141592,
  account_name: 'Example',
  closed_violations_count_critical: 0,
  closed_violations_count_warning: 0,
  condition_family_id: 25141234,
  condition_id: 25141234,
  condition_name: 'Disk of db-1 is nearly full',
  current_state: 'open',
  details: "Disk Used % > 90 for at least 5 minutes on 'db-1.example.com'",
  duration: 300000,
  event_type: 'INCIDENT',
  incident_acknowledge_url:
    'https://alerts.newrelic.com/accounts/3141592/incidents/440917262/acknowledge',
  incident_id: 440917262,
  incident_url:
    'https://alerts.newrelic.com/accounts/3141592/incidents/440917262',
  open_violations_count_critical: 1,
  open_violations_count_warning: 0,
  owner: '',
  policy_name: 'Databases',
  policy_url: 'https://alerts.newrelic.com/accounts/3141592/policies/8123',
  runbook_url: 'https://runbooks.example.com/disk',
  severity: 'CRITICAL',
  targets: [
    {
      id: '1234567890',
      name: 'db-1.example.com',
      link: 'https://infrastructure.newrelic.com/accounts/3141592/hosts',
      labels: { env: 'prod' },
      product: 'INFRASTRUCTURE',
      type: 'Host',
    },
  ],
  timestamp: 1795143791104,
  timestamp_utc_string: '2026-11-20, 03:03 UTC',
  violation_callback_url:
    'https://infrastructure.newrelic.com/accounts/3141592/alertLanding',
  violation_chart_url: 'https://gorgon.nr-assets.net/image/0c1b2a',
};

const withoutId = 'feed0441f750c4faa09593eec2a2a330';

/** @internal */
export const newrelicSamples: Record<string, AlertSample> = {
  activated: {
    payload: issue,
    expect: [{ fingerprint: issueId, status: 'firing' }],
  },
  acknowledged: {
    payload: { ...issue, acknowledgedAt: 1795143791104 },
    expect: [{ fingerprint: issueId, status: 'acknowledged' }],
  },
  'activated-resolved': {
    payload: {
      ...issue,
      state: 'CLOSED',
      closedAt: 1795144646384,
      updatedAt: 1795144646384,
    },
    expect: [{ fingerprint: issueId, status: 'resolved' }],
  },
  proposed: {
    payload: proposed,
    expect: [{ fingerprint: proposed.id, status: 'firing' }],
  },
  'proposed-resolved': {
    payload: { ...proposed, state: 'CLOSED', trigger: 'STATE_CHANGE' },
    expect: [{ fingerprint: proposed.id, status: 'resolved' }],
  },
  test: {
    payload: {
      ...proposed,
      id: 'd1b1f3fd-995a-4066-88ab-8ce4f6960654',
      title: "Memory Used % > 90 for at least 2 minutes on 'Some-Entity'",
      impactedEntities: ['logs.itg.cloud', 'MonitorTTFB query'],
      totalIncidents: 42,
      workflowName: 'DBA Team workflow',
    },
    expect: [],
  },
  classic: {
    payload: classic,
    expect: [{ fingerprint: '440917262', status: 'firing' }],
  },
  'classic-acknowledged': {
    payload: { ...classic, current_state: 'acknowledged', duration: 420000 },
    expect: [{ fingerprint: '440917262', status: 'acknowledged' }],
  },
  'classic-resolved': {
    payload: {
      ...classic,
      current_state: 'closed',
      duration: 1155280,
      timestamp: 1795144646384,
    },
    expect: [{ fingerprint: '440917262', status: 'resolved' }],
  },
  'classic-test': {
    payload: { ...classic, current_state: 'test', incident_id: 0 },
    expect: [],
  },
  'classic-of-a-workflow': {
    payload: { ...classic, incident_id: -1, current_state: 'ACTIVATED' },
    expect: [{ fingerprint: withoutId, status: 'firing' }],
  },
  'classic-of-a-workflow-resolved': {
    payload: { ...classic, incident_id: -1, current_state: 'CLOSED' },
    expect: [{ fingerprint: withoutId, status: 'resolved' }],
  },
};
