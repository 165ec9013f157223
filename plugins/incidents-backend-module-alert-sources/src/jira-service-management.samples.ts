import type { AlertSample } from 'backstage-plugin-incidents-node';

const alertId = '052652ac-5d1c-464a-812a-7dd18bbfba8c';

const alert = {
  source: { name: 'web', type: 'API' },
  alert: {
    updatedAt: 1795143600166002000,
    tags: ['service:checkout', 'OverwriteQuietHours'],
    teams: ['8f2a3c56-0000-4000-8000-000000000001'],
    recipients: [],
    message: 'Checkout answers with errors',
    username: 'on-call@example.com',
    alertId,
    source: 'prometheus',
    alias: 'checkout-errors',
    tinyId: '23',
    createdAt: 1795143600104,
    userId: 'daed1180-0ce8-438b-8f8e-57e1a5920a2d',
    entity: 'checkout',
    priority: 'P2',
    description: '7.3 % of the requests fail.',
    details: {
      backstage_entity: 'component:default/checkout',
      runbook_url: 'https://runbooks.example.com/checkout/errors',
    },
  },
  action: 'Create',
  integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
  integrationName: 'Backstage incidents',
  integrationType: 'Webhook',
};

const issue = {
  timestamp: 1795143605113,
  webhookEvent: 'jira:issue_created',
  issue_event_type_name: 'issue_created',
  user: { accountId: 'on-call', displayName: 'On call' },
  issue: {
    id: '10042',
    self: 'https://example.atlassian.net/rest/api/2/10042',
    key: 'OPS-17',
    fields: {
      summary: 'Search answers slowly',
      description: 'p99 is 2.4 s.',
      issuetype: { name: '[System] Incident' },
      project: { key: 'OPS', name: 'Operations' },
      status: {
        name: 'Open',
        statusCategory: { id: 2, key: 'new', name: 'To Do' },
      },
      resolution: null,
      resolutiondate: null,
      priority: { name: 'High', id: '2' },
      labels: ['backstage_entity:component:default/search-api', 'latency'],
      components: [{ id: '1', name: 'search-api' }],
      created: '2026-11-20T12:00:05.113+0900',
    },
  },
};

const inCategory = (key: string, name: string) => ({
  ...issue.issue,
  fields: {
    ...issue.issue.fields,
    status: { name, statusCategory: { key, name } },
  },
});

/** Alert actions of the operations' webhook, and issues of Jira's. */
export const jiraServiceManagementSamples: Record<string, AlertSample> = {
  alert: {
    payload: alert,
    expect: [{ fingerprint: alertId, status: 'firing' }],
  },
  'alert-acknowledged': {
    payload: { ...alert, action: 'Acknowledge' },
    expect: [{ fingerprint: alertId, status: 'acknowledged' }],
  },
  'alert-unacknowledged': {
    payload: { ...alert, action: 'UnAcknowledge' },
    expect: [{ fingerprint: alertId, status: 'firing' }],
  },
  'alert-noted': {
    payload: {
      ...alert,
      alert: { ...alert.alert, note: 'The load balancer is the reason' },
      action: 'AddNote',
    },
    expect: [],
  },
  'alert-resolved': {
    payload: {
      ...alert,
      alert: { ...alert.alert, updatedAt: 1795144410764002300 },
      action: 'Close',
    },
    expect: [{ fingerprint: alertId, status: 'resolved' }],
  },
  issue: {
    payload: issue,
    expect: [{ fingerprint: '10042', status: 'firing' }],
  },
  'issue-in-progress': {
    payload: {
      ...issue,
      webhookEvent: 'jira:issue_updated',
      issue: inCategory('indeterminate', 'Work in progress'),
    },
    expect: [{ fingerprint: '10042', status: 'acknowledged' }],
  },
  'issue-resolved': {
    payload: {
      ...issue,
      timestamp: 1795144410000,
      webhookEvent: 'jira:issue_updated',
      issue: inCategory('done', 'Completed'),
      changelog: {
        id: '10124',
        items: [
          {
            field: 'status',
            fieldtype: 'jira',
            fromString: 'Open',
            toString: 'Completed',
          },
        ],
      },
    },
    expect: [{ fingerprint: '10042', status: 'resolved' }],
  },
  'issue-of-a-rule': {
    payload: { issue: issue.issue, timestamp: issue.timestamp },
    expect: [{ fingerprint: '10042', status: 'firing' }],
  },
  'issue-commented': {
    payload: { ...issue, webhookEvent: 'comment_created' },
    expect: [],
  },
};
