import type { AlertSample } from 'backstage-plugin-incidents-node';

const http = {
  check_id: 5681742,
  check_name: 'Checkout answers',
  check_type: 'HTTP',
  check_params: {
    basic_auth: false,
    encryption: true,
    full_url: 'https://checkout.example.com/healthz',
    header: 'User-Agent:Pingdom.com_bot',
    hostname: 'checkout.example.com',
    ipv6: false,
    port: 443,
    url: '/healthz',
  },
  tags: [
    'service:checkout',
    'shop',
    'backstage_entity:component:default/checkout',
  ],
  previous_state: 'UP',
  current_state: 'DOWN',
  importance_level: 'HIGH',
  custom_message: 'See https://runbooks.example.com/checkout',
  state_changed_timestamp: 1795143600,
  state_changed_utc_time: '2026-11-20T03:00:00',
  long_description: 'Invalid HTTP Response 503',
  description: 'HTTP Error 503',
  first_probe: {
    ip: '192.0.2.60',
    ipv6: '2001:db8::5',
    location: 'Stockholm, Sweden',
  },
  second_probe: {
    ip: '192.0.2.61',
    location: 'Austin, US',
    version: 1,
  },
};

const transaction = {
  check_id: 12345,
  check_name: 'Sign in and buy',
  check_type: 'TRANSACTION',
  check_params: {},
  tags: [],
  previous_state: 'SUCCESS',
  current_state: 'FAILING',
  importance_level: 'LOW',
  custom_message: '',
  state_changed_timestamp: 1795143600,
  state_changed_utc_time: '2026-11-20T03:00:00',
  description: 'Element not found',
  long_description: 'Element button.pay was not found within 10 seconds',
};

/** Payloads of an uptime check and of a transaction check. */
export const pingdomSamples: Record<string, AlertSample> = {
  uptime: {
    payload: http,
    expect: [{ fingerprint: '5681742', status: 'firing' }],
  },
  'uptime-resolved': {
    payload: {
      ...http,
      previous_state: 'DOWN',
      current_state: 'UP',
      state_changed_timestamp: 1795144410,
      state_changed_utc_time: '2026-11-20T03:13:30',
      long_description: 'OK',
      description: 'OK',
      second_probe: {},
    },
    expect: [{ fingerprint: '5681742', status: 'resolved' }],
  },
  transaction: {
    payload: transaction,
    expect: [{ fingerprint: 'transaction-12345', status: 'firing' }],
  },
  'transaction-resolved': {
    payload: {
      ...transaction,
      previous_state: 'FAILING',
      current_state: 'SUCCESS',
    },
    expect: [{ fingerprint: 'transaction-12345', status: 'resolved' }],
  },
};
