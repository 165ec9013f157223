import type { AlertSample } from 'backstage-plugin-incidents-node';

const incident = {
  id: 'Q2KDZ7VX1QGR0V',
  type: 'incident',
  self: 'https://api.pagerduty.com/incidents/Q2KDZ7VX1QGR0V',
  html_url: 'https://example.pagerduty.com/incidents/Q2KDZ7VX1QGR0V',
  number: 1742,
  status: 'triggered',
  incident_key: 'd3640fbd41094207a1c11e58e46b1662',
  created_at: '2026-11-20T02:58:16Z',
  title: 'checkout answers 7.2% of its requests with 5xx',
  service: {
    html_url: 'https://example.pagerduty.com/services/PF9KMXH',
    id: 'PF9KMXH',
    self: 'https://api.pagerduty.com/services/PF9KMXH',
    summary: 'checkout',
    type: 'service_reference',
  },
  assignees: [
    {
      html_url: 'https://example.pagerduty.com/users/PTUXL6G',
      id: 'PTUXL6G',
      summary: 'On-call engineer',
      type: 'user_reference',
    },
  ],
  escalation_policy: {
    html_url: 'https://example.pagerduty.com/escalation_policies/PUS0KTE',
    id: 'PUS0KTE',
    summary: 'Shop',
    type: 'escalation_policy_reference',
  },
  teams: [{ id: 'PFCVPS0', summary: 'shop', type: 'team_reference' }],
  priority: {
    id: 'PSO75BM',
    summary: 'P1',
    type: 'priority_reference',
  },
  urgency: 'high',
  conference_bridge: {
    conference_number: '+1 555 0100',
    conference_url: 'https://meet.example.com/incident-1742',
  },
  resolve_reason: null,
  incident_type: { name: 'incident_default' },
};

function event(type: string, status: string, rest: object = {}) {
  return {
    event: {
      id: `01DF${type.slice(-4).toUpperCase()}7VX1QGR0VU2`,
      event_type: type,
      resource_type: 'incident',
      occurred_at: '2026-11-20T03:17:26.169Z',
      agent: { id: 'PTUXL6G', type: 'user_reference' },
      client: null,
      data: { ...incident, status, ...rest },
    },
  };
}

const fingerprint = incident.id;

const oldIncident = {
  id: 'PT4KHLK',
  incident_number: 33,
  created_at: '2026-11-20T02:58:16Z',
  status: 'triggered',
  title: 'Disk of db-1 is nearly full',
  description: 'Disk of db-1 is nearly full',
  incident_key: 'srv01/HTTP',
  html_url: 'https://example.pagerduty.com/incidents/PT4KHLK',
  urgency: 'low',
  priority: null,
  resolve_reason: null,
  service: { id: 'PN49J75', name: 'database', summary: 'database' },
  escalation_policy: { id: 'PUS0KTE', summary: 'Shop' },
  teams: [],
};

const trigger = {
  id: '69a7ced1-02cd-11f1-b78a-22000afd0e11',
  event: 'incident.trigger',
  created_on: '2026-11-20T02:58:17Z',
  webhook: { endpoint_url: 'https://portal.example.com', name: 'portal' },
  incident: oldIncident,
  log_entries: [
    {
      type: 'trigger_log_entry',
      channel: {
        type: 'api',
        summary: 'Disk of db-1 is nearly full',
        details: {
          host: 'db-1.example.com',
          runbook_url: 'https://runbooks.example.com/disk',
          backstage_entity: 'resource:default/db-1',
        },
      },
    },
  ],
};

/** @internal */
export const pagerdutySamples: Record<string, AlertSample> = {
  triggered: {
    payload: event('incident.triggered', 'triggered'),
    expect: [{ fingerprint, status: 'firing' }],
  },
  acknowledged: {
    payload: event('incident.acknowledged', 'acknowledged'),
    expect: [{ fingerprint, status: 'acknowledged' }],
  },
  unacknowledged: {
    payload: event('incident.unacknowledged', 'triggered'),
    expect: [{ fingerprint, status: 'firing' }],
  },
  'priority-updated': {
    payload: event('incident.priority_updated', 'acknowledged', {
      priority: { id: 'PSO75BN', summary: 'P2', type: 'priority_reference' },
    }),
    expect: [{ fingerprint, status: 'acknowledged' }],
  },
  'triggered-resolved': {
    payload: event('incident.resolved', 'resolved', {
      // Other integrations open with one key and resolve with another.
      incident_key: null,
      resolve_reason: { type: 'merge_resolve_reason' },
    }),
    expect: [{ fingerprint, status: 'resolved' }],
  },
  note: {
    payload: {
      event: {
        id: '01DFEVENT7VX1QGR0ANN',
        event_type: 'incident.annotated',
        resource_type: 'incident',
        occurred_at: '2026-11-20T03:05:00.000Z',
        agent: null,
        client: null,
        data: {
          id: 'PWHPPYV',
          type: 'incident_note',
          content: 'Rolled back to the version before.',
          trimmed: false,
          incident: { id: incident.id, type: 'incident_reference' },
        },
      },
    },
    expect: [],
  },
  test: {
    payload: {
      event: {
        id: '01DFEVENT7VX1QPING00',
        event_type: 'pagey.ping',
        resource_type: 'pagey',
        occurred_at: '2026-11-20T03:00:00.000Z',
        agent: null,
        client: null,
        data: { type: 'ping', message: 'Hello from your friend Pagey!' },
      },
    },
    expect: [],
  },
  'version-2': {
    payload: { messages: [trigger] },
    expect: [{ fingerprint: 'PT4KHLK', status: 'firing' }],
  },
  'version-2-resolved': {
    payload: {
      messages: [
        {
          ...trigger,
          id: '69a7ced1-02cd-11f1-b78a-22000afd0e12',
          event: 'incident.resolve',
          created_on: '2026-11-20T03:44:00Z',
          incident: { ...oldIncident, status: 'resolved' },
        },
      ],
    },
    expect: [{ fingerprint: 'PT4KHLK', status: 'resolved' }],
  },
  'version-2-of-several': {
    payload: {
      messages: [
        trigger,
        {
          ...trigger,
          id: '69a7ced1-02cd-11f1-b78a-22000afd0e13',
          event: 'incident.assign',
          incident: { ...oldIncident, id: 'PT4KHLM', status: 'acknowledged' },
          log_entries: [],
        },
      ],
    },
    expect: [
      { fingerprint: 'PT4KHLK', status: 'firing' },
      { fingerprint: 'PT4KHLM', status: 'acknowledged' },
    ],
  },
};
