import type { AlertSample } from 'backstage-plugin-incidents-node';

const queue = {
  specversion: '1.0',
  id: '5f1c2c1e-0001',
  source: '/monitors/queues',
  type: 'com.example.alert.firing',
  subject: 'invoice-queue',
  time: '2026-11-20T03:00:00.480Z',
  datacontenttype: 'application/json',
  data: {
    title: 'The invoice queue has not moved for 10 minutes',
    status: 'firing',
    severity: 'high',
    dedupKey: 'invoice-queue-stalled',
    entityRef: 'component:default/invoice-worker',
    labels: { queue: 'invoices' },
    runbookUrl: 'https://runbooks.example.com/invoice-worker/queue-stalled',
  },
};

const probe = {
  specversion: '1.0',
  id: 'A234-1234-1234',
  source: 'https://probes.example.com/osaka-1',
  type: 'com.example.probe.opened',
  subject: 'checkout',
  time: '2026-11-20T03:00:00Z',
  data: { summary: 'Checkout does not load', labels: { probe: 'osaka-1' } },
};

/** Events in structured mode; what binary mode sends comes to the same. */
export const cloudeventsSamples: Record<string, AlertSample> = {
  structured: {
    payload: queue,
    expect: [{ fingerprint: 'invoice-queue-stalled', status: 'firing' }],
  },
  'structured-acknowledged': {
    payload: {
      ...queue,
      id: '5f1c2c1e-0002',
      data: { ...queue.data, status: 'acknowledged' },
    },
    expect: [{ fingerprint: 'invoice-queue-stalled', status: 'acknowledged' }],
  },
  'structured-resolved': {
    payload: {
      ...queue,
      id: '5f1c2c1e-0003',
      type: 'com.example.alert.resolved',
      time: '2026-11-20T03:13:30.101Z',
      data: { ...queue.data, status: 'resolved' },
    },
    expect: [{ fingerprint: 'invoice-queue-stalled', status: 'resolved' }],
  },
  'by-type': {
    payload: probe,
    expect: [
      { fingerprint: '0b87a965c3c18a7cbca82b37515b69a5', status: 'firing' },
    ],
  },
  'by-type-resolved': {
    payload: {
      ...probe,
      id: 'A234-1234-1235',
      type: 'com.example.probe.closed',
      time: '2026-11-20T03:13:30Z',
    },
    expect: [
      { fingerprint: '0b87a965c3c18a7cbca82b37515b69a5', status: 'resolved' },
    ],
  },
  batch: {
    payload: [queue, { ...probe, type: 'com.example.probe.closed' }],
    expect: [
      { fingerprint: 'invoice-queue-stalled', status: 'firing' },
      { fingerprint: '0b87a965c3c18a7cbca82b37515b69a5', status: 'resolved' },
    ],
  },
};
