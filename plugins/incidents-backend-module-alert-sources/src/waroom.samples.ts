import type { AlertSample } from 'backstage-plugin-incidents-node';

const event = {
  title: 'checkout の 5xx が増えています',
  description: 'The ratio of 5xx answers of checkout is 7.2%.',
  aggregation_key: 'checkout-5xx',
  severity: 'high',
  status: 'detected',
  with_slack_channel: false,
};

const uuid = 'fbe45e25-3564-4e87-bbe1-18c2d7513cef';

const incident = {
  id: 919,
  uuid,
  title: 'search-api の応答が遅い',
  description: '',
  status: 'detected',
  severity: 'critical',
  service: { id: 69, name: 'search-api' },
  labels: [{ name: 'env', value: 'prod' }],
  url: 'https://app.waroom.com/services/search-api/incidents/919',
  detected_at: '2026-11-20T12:04:05.000+09:00',
  created_at: '2026-11-20T12:04:09.000+09:00',
  resolved_at: null,
};

/** @internal */
export const waroomSamples: Record<string, AlertSample> = {
  event: {
    payload: { event },
    expect: [{ fingerprint: 'checkout-5xx', status: 'firing' }],
  },
  'event-resolved': {
    payload: { event: { ...event, status: 'resolved' } },
    expect: [{ fingerprint: 'checkout-5xx', status: 'resolved' }],
  },
  'event-without-a-key': {
    payload: { event: { ...event, aggregation_key: '' } },
    expect: [
      { fingerprint: '804f2acc564cae1cb18c93ee04bc9a62', status: 'firing' },
    ],
  },
  'event-without-a-key-resolved': {
    payload: { event: { ...event, aggregation_key: '', status: 'close' } },
    expect: [
      { fingerprint: '804f2acc564cae1cb18c93ee04bc9a62', status: 'resolved' },
    ],
  },
  incident: {
    payload: { incident },
    expect: [{ fingerprint: uuid, status: 'firing' }],
  },
  'incident-under-investigation': {
    payload: { data: { incident: { ...incident, status: 'investigating' } } },
    expect: [{ fingerprint: uuid, status: 'acknowledged' }],
  },
  'incident-resolved': {
    payload: {
      incident: {
        ...incident,
        status: 'close',
        resolved_at: '2026-11-20T12:44:00.000+09:00',
      },
    },
    expect: [{ fingerprint: uuid, status: 'resolved' }],
  },
};
