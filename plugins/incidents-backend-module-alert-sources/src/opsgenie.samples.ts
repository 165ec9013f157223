import type { AlertSample } from 'backstage-plugin-incidents-node';

const alert = {
  alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1795143491104',
  message: 'checkout answers 7.2% of its requests with 5xx',
  tags: ['service:checkout', 'env:prod', 'OverwritesQuietHours'],
  tinyId: '2304',
  entity: 'checkout-7c9d8f6b5',
  alias: 'checkout-5xx',
  createdAt: 1795143491104,
  updatedAt: 1795143491166002000,
  username: 'on-call@example.com',
  userId: 'daed1180-0ce8-438b-8f8e-57e1a5920a2d',
  description: 'The ratio of 5xx answers is above 5%.',
  team: 'shop',
  responders: [
    { id: '8418d193-2dab-4490-b331-8c02cdd196b7', type: 'team', name: 'shop' },
  ],
  teams: ['8418d193-2dab-4490-b331-8c02cdd196b7'],
  actions: [],
  details: {
    runbook_url: 'https://runbooks.example.com/checkout/5xx',
    region: 'ap-northeast-1',
  },
  priority: 'P1',
  source: 'prometheus.example.com',
};

const fingerprint = alert.alertId;

function delivery(action: string, rest: object = {}) {
  return {
    source: { name: '', type: 'web' },
    alert: { ...alert, ...rest },
    action,
    integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
    integrationName: 'Portal',
    integrationType: 'Webhook',
  };
}

/** All but creation comes with less of the alert. */
const brief = {
  description: undefined,
  details: undefined,
  updatedAt: 1795144646384002246,
};

/** @internal */
export const opsgenieSamples: Record<string, AlertSample> = {
  create: {
    payload: delivery('Create'),
    expect: [{ fingerprint, status: 'firing' }],
  },
  acknowledge: {
    payload: delivery('Acknowledge', brief),
    expect: [{ fingerprint, status: 'acknowledged' }],
  },
  unacknowledge: {
    payload: delivery('UnAcknowledge', brief),
    expect: [{ fingerprint, status: 'firing' }],
  },
  'create-resolved': {
    payload: delivery('Close', brief),
    expect: [{ fingerprint, status: 'resolved' }],
  },
  delete: {
    payload: delivery('Delete', brief),
    expect: [{ fingerprint, status: 'resolved' }],
  },
  note: {
    payload: delivery('AddNote', { ...brief, note: 'Looking at it.' }),
    expect: [],
  },
  'new-priority': {
    payload: delivery('UpdatePriority', {
      ...brief,
      oldPriority: 'P1',
      priority: 'P3',
    }),
    expect: [],
  },
  'without-an-id': {
    payload: delivery('Create', { alertId: '', alias: '{{alias}}' }),
    expect: [
      { fingerprint: '46446eae3e62ac483854db1f8d382e3f', status: 'firing' },
    ],
  },
  'without-an-id-resolved': {
    payload: delivery('Close', { ...brief, alertId: '', alias: '{{alias}}' }),
    expect: [
      { fingerprint: '46446eae3e62ac483854db1f8d382e3f', status: 'resolved' },
    ],
  },
};
