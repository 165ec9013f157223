import type { AlertSample } from 'backstage-plugin-incidents-node';

const http = {
  type: 'PROBLEM',
  host: 'checkout-web-1',
  host_display_name: 'Checkout web 1',
  address: '192.0.2.17',
  service: 'http',
  service_display_name: 'HTTP',
  state: 'CRITICAL',
  output: 'HTTP CRITICAL: HTTP/1.1 503 Service Unavailable - 0.021 second',
  last_state_change: '1795143600.480513',
  notes_url: 'https://runbooks.example.com/checkout/http',
  backstage_entity: 'component:default/checkout',
  env: 'prod',
};

const host = {
  type: 'PROBLEM',
  author: '$HOSTACKAUTHOR$',
  comment: '',
  host: 'search-api-2',
  service: '$SERVICEDESC$',
  address: '192.0.2.33',
  state: 'DOWN',
  output: 'PING CRITICAL - Packet loss = 100%',
  last_state_change: '1795143600',
};

const known = 'checkout-web-1!http';

/** The fields as the commands of the guide send them, of Icinga 2 for the service and of Nagios for the host. */
export const icingaSamples: Record<string, AlertSample> = {
  service: {
    payload: http,
    expect: [{ fingerprint: known, status: 'firing' }],
  },
  'service-acknowledged': {
    payload: {
      ...http,
      type: 'ACKNOWLEDGEMENT',
      author: 'on-call@example.com',
      comment: 'Looking at the load balancer',
    },
    expect: [{ fingerprint: known, status: 'acknowledged' }],
  },
  'service-resolved': {
    payload: {
      ...http,
      type: 'RECOVERY',
      state: 'OK',
      output: 'HTTP OK: HTTP/1.1 200 OK - 512 bytes in 0.018 second',
      last_state_change: '1795144410.02',
    },
    expect: [{ fingerprint: known, status: 'resolved' }],
  },
  host: {
    payload: host,
    expect: [{ fingerprint: 'search-api-2', status: 'firing' }],
  },
  'host-resolved': {
    payload: {
      ...host,
      type: 'RECOVERY',
      state: 'UP',
      output: 'PING OK - Packet loss = 0%, RTA = 0.52 ms',
      last_state_change: '1795143990',
    },
    expect: [{ fingerprint: 'search-api-2', status: 'resolved' }],
  },
  'flapping-start': {
    payload: { ...http, type: 'FLAPPINGSTART', state: 'OK' },
    expect: [{ fingerprint: known, status: 'firing' }],
  },
  'flapping-stop': {
    payload: { ...http, type: 'FLAPPINGSTOP', state: 'WARNING' },
    expect: [{ fingerprint: known, status: 'firing' }],
  },
  'flapping-start-resolved': {
    payload: { ...http, type: 'FLAPPINGEND', state: 'OK' },
    expect: [{ fingerprint: known, status: 'resolved' }],
  },
  'downtime-start': {
    payload: { ...http, type: 'DOWNTIMESTART' },
    expect: [],
  },
  'downtime-end': {
    payload: { ...http, type: 'DOWNTIMEEND' },
    expect: [{ fingerprint: known, status: 'firing' }],
  },
  custom: {
    payload: {
      ...http,
      type: 'CUSTOM',
      author: 'on-call@example.com',
      comment: 'Please have a look',
    },
    expect: [{ fingerprint: known, status: 'firing' }],
  },
};
