import type { AlertSample } from 'backstage-plugin-incidents-node';

const trigger = {
  version: 'v0.1.0',
  name: 'Slow requests',
  id: 'HpPzqZtCNA5',
  trigger_description: 'Requests that took longer than a second.',
  status: 'TRIGGERED',
  alert_type: 'on_change',
  summary: 'Triggered: Slow requests',
  description:
    'Currently greater than threshold value (25) for service.name:checkout (value 312)',
  operator: 'greater than',
  threshold: 25,
  result_url:
    'https://ui.honeycomb.io/example/environments/prod/datasets/shop/result/g8Pwij7UvK7',
  result_groups: [
    { Group: { 'service.name': 'checkout', route: '/pay' }, Result: 312 },
    { Group: { 'service.name': 'checkout', route: '/cart' }, Result: 41 },
    { Group: { 'service.name': 'search-api', route: '/' }, Result: 2 },
  ],
  result_groups_triggered: [
    { Group: { 'service.name': 'checkout', route: '/pay' }, Result: 312 },
    { Group: { 'service.name': 'checkout', route: '/cart' }, Result: 41 },
  ],
  trigger_url:
    'https://ui.honeycomb.io/example/environments/prod/datasets/shop/triggers/HpPzqZtCNA5',
  is_test: false,
};

const burnAlert = {
  version: 'v0.1.0',
  name: 'Availability of checkout',
  id: 'fS7vfB81Wcy',
  trigger_description: '',
  status: 'TRIGGERED',
  alert_type: 'exhaustion_time',
  summary: 'Triggered: Availability of checkout',
  description: 'Budget is exhausted within 4 hours',
  operator: '',
  threshold: 0,
  result_url: '',
  slo_url:
    'https://ui.honeycomb.io/example/environments/prod/datasets/shop/slo/yo8JPUKErFE',
  sli_url:
    'https://ui.honeycomb.io/example/environments/prod/datasets/shop/schema?dc=sli.checkout',
  result_groups: null,
  result_groups_triggered: null,
  trigger_url: '',
  is_test: false,
};

/** @internal */
export const honeycombSamples: Record<string, AlertSample> = {
  triggered: {
    payload: trigger,
    expect: [{ fingerprint: 'HpPzqZtCNA5', status: 'firing' }],
  },
  'triggered-resolved': {
    payload: {
      ...trigger,
      status: 'OK',
      summary: 'Resolved: Slow requests',
      description: 'No longer greater than threshold value (25)',
      result_groups_triggered: [],
    },
    expect: [{ fingerprint: 'HpPzqZtCNA5', status: 'resolved' }],
  },
  'burn-alert': {
    payload: burnAlert,
    expect: [{ fingerprint: 'fS7vfB81Wcy', status: 'firing' }],
  },
  'burn-alert-resolved': {
    payload: {
      ...burnAlert,
      status: 'OK',
      summary: 'Resolved: Availability of checkout',
    },
    expect: [{ fingerprint: 'fS7vfB81Wcy', status: 'resolved' }],
  },
  'without-an-id': {
    payload: { ...trigger, id: '' },
    expect: [
      { fingerprint: 'be9d746081d4bac0de6416361e243295', status: 'firing' },
    ],
  },
  'without-an-id-resolved': {
    payload: { ...trigger, id: '', status: 'OK', result_url: '' },
    expect: [
      { fingerprint: 'be9d746081d4bac0de6416361e243295', status: 'resolved' },
    ],
  },
  test: {
    payload: {
      ...trigger,
      summary: 'TRIGGER TEST: Triggered: Slow requests',
      is_test: true,
    },
    expect: [],
  },
};
