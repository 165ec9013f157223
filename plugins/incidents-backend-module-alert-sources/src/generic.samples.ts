import type { AlertSample } from 'backstage-plugin-incidents-node';

const queueAlert = {
  title: 'The invoice queue has not moved for 10 minutes',
  severity: 'high',
  dedupKey: 'invoice-queue-stalled',
  entityRef: 'component:default/invoice-worker',
  description: '1 843 messages wait, the oldest since 02:50 UTC.',
  labels: { queue: 'invoices', env: 'prod', depth: 1843 },
  links: [
    {
      title: 'Queue depth',
      url: 'https://grafana.example.com/d/queues',
      type: 'dashboard',
    },
  ],
  runbookUrl: 'https://runbooks.example.com/invoice-worker/queue-stalled',
  startedAt: '2026-11-20T03:00:00Z',
};

const probeAlert = {
  title: 'Sign-in does not load from Osaka',
  entityRef: 'component:default/sign-in',
  labels: { probe: 'osaka-1' },
};

/** Payloads as a scheduler, a probe and a home-made monitor would send them. */
export const genericSamples: Record<string, AlertSample> = {
  firing: {
    payload: { ...queueAlert, deliveryId: 'c7a1b0de-0001' },
    expect: [{ fingerprint: 'invoice-queue-stalled', status: 'firing' }],
  },
  'firing-acknowledged': {
    payload: {
      ...queueAlert,
      status: 'acknowledged',
      deliveryId: 'c7a1b0de-0002',
    },
    expect: [{ fingerprint: 'invoice-queue-stalled', status: 'acknowledged' }],
  },
  'firing-resolved': {
    payload: {
      title: queueAlert.title,
      status: 'resolved',
      dedupKey: queueAlert.dedupKey,
      resolvedAt: '2026-11-20T03:12:30Z',
      deliveryId: 'c7a1b0de-0003',
    },
    expect: [{ fingerprint: 'invoice-queue-stalled', status: 'resolved' }],
  },
  'without-key': {
    payload: probeAlert,
    expect: [
      { fingerprint: 'be21aeaf4c32072e2d924dc5462ab139', status: 'firing' },
    ],
  },
  'without-key-resolved': {
    payload: { ...probeAlert, state: 'ok' },
    expect: [
      { fingerprint: 'be21aeaf4c32072e2d924dc5462ab139', status: 'resolved' },
    ],
  },
  several: {
    payload: {
      deliveryId: 'c7a1b0de-0004',
      alerts: [
        queueAlert,
        { ...probeAlert, status: 'resolved', dedupKey: 'probe-osaka-1' },
        { title: 'ディスク使用率が90%を超えました', fingerprint: 'disk-db-1' },
      ],
    },
    expect: [
      { fingerprint: 'invoice-queue-stalled', status: 'firing' },
      { fingerprint: 'probe-osaka-1', status: 'resolved' },
      { fingerprint: 'disk-db-1', status: 'firing' },
    ],
  },
  'blanks-of-a-template': {
    payload: {
      title: 'Backup failed',
      status: 'FIRING',
      severity: 3,
      dedupKey: '',
      entityRef: '',
      description: null,
      labels: null,
      links: null,
      runbookUrl: '',
      startedAt: '',
      resolvedAt: null,
    },
    expect: [
      { fingerprint: '8fd6ede9d4168a4161b4b210e7a142a2', status: 'firing' },
    ],
  },
};
