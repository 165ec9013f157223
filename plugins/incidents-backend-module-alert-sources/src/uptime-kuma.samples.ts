import type { AlertSample } from 'backstage-plugin-incidents-node';

const monitor = {
  id: 17,
  name: 'checkout',
  description: 'The page where people pay',
  pathName: 'Shop / checkout',
  parent: 3,
  url: 'https://checkout.example.com/healthz',
  method: 'GET',
  hostname: null,
  port: null,
  maxretries: 2,
  type: 'http',
  interval: 60,
  active: true,
  tags: [
    { tag_id: 1, monitor_id: 17, value: 'prod', name: 'env', color: '#059669' },
    {
      tag_id: 2,
      monitor_id: 17,
      value: 'component:default/checkout',
      name: 'backstage_entity',
      color: '#2563eb',
    },
    { tag_id: 3, monitor_id: 17, value: '', name: 'shop', color: '#2563eb' },
  ],
};

const down = {
  heartbeat: {
    monitorID: 17,
    status: 0,
    time: '2026-11-20 03:00:00.480',
    msg: 'Request failed with status code 503',
    ping: null,
    important: true,
    retries: 2,
    duration: 62,
    timezone: 'Asia/Tokyo',
    timezoneOffset: '+09:00',
    localDateTime: '2026-11-20 12:00:00',
  },
  monitor,
  msg: '[checkout] [🔴 Down] Request failed with status code 503',
};

/** Payloads of the webhook with JSON as its body. */
export const uptimeKumaSamples: Record<string, AlertSample> = {
  down: {
    payload: down,
    expect: [{ fingerprint: '17', status: 'firing' }],
  },
  'down-reminder': {
    payload: {
      ...down,
      heartbeat: {
        ...down.heartbeat,
        important: false,
        time: '2026-11-20 03:10:00.480',
      },
    },
    expect: [{ fingerprint: '17', status: 'firing' }],
  },
  'down-resolved': {
    payload: {
      heartbeat: {
        ...down.heartbeat,
        status: 1,
        time: '2026-11-20 03:13:30.101',
        msg: '200 - OK',
        ping: 48,
        lastDownTime: '2026-11-20 03:00:00.480',
      },
      monitor,
      msg: '[checkout] [✅ Up] 200 - OK',
    },
    expect: [{ fingerprint: '17', status: 'resolved' }],
  },
  maintenance: {
    payload: { ...down, heartbeat: { ...down.heartbeat, status: 3 } },
    expect: [],
  },
  certificate: {
    payload: {
      heartbeat: null,
      monitor: null,
      msg: '[checkout][https://checkout.example.com/healthz] server certificate checkout.example.com will expire in 14 days',
    },
    expect: [
      { fingerprint: 'cf3baf75a37b52a54678567f7a805d80', status: 'firing' },
    ],
  },
  'test-button': {
    payload: {
      heartbeat: null,
      monitor: null,
      msg: 'Backstage incidents Testing',
    },
    expect: [],
  },
};
