import type { AlertSample } from 'backstage-plugin-incidents-node';

/** The mapping that the samples and the documentation go by. */
export const exampleMapping = {
  alerts: 'checks[].{check: @, host: $.agent.host}',
  deliveryId: 'id',
  title: "join(' on ', [check.name, host])",
  status:
    "check.state == 'up' && 'resolved' || check.acknowledged && 'acknowledged' || 'firing'",
  dedupKey: "join('/', [host, check.id])",
  severity: 'check.level',
  description: 'check.output',
  entityRef: 'check.tags.entity',
  labels: '{service: check.tags.service, host: host, check: check.name}',
  runbookUrl: 'check.docs',
  links: "[{url: check.url, title: 'Check', type: 'alert'}]",
  startedAt: 'check.since',
};

const queue = {
  id: 'queue-depth',
  name: 'Queue depth',
  state: 'down',
  level: 'major',
  output: '1 843 messages wait',
  since: 1795143491,
  url: 'https://probe.example.com/checks/queue-depth',
  docs: 'https://runbooks.example.com/invoices/queue-depth',
  tags: { service: 'invoice-worker' },
};

function delivery(id: string, ...checks: object[]) {
  return { id, agent: { host: 'osaka-1', version: '7.2' }, checks };
}

const fingerprint = 'osaka-1/queue-depth';

/** What a home-made probe might send. */
export const genericMappedSamples: Record<string, AlertSample> = {
  firing: {
    payload: delivery('d-1', queue),
    expect: [{ fingerprint, status: 'firing' }],
  },
  'firing-acknowledged': {
    payload: delivery('d-2', { ...queue, acknowledged: true }),
    expect: [{ fingerprint, status: 'acknowledged' }],
  },
  'firing-resolved': {
    payload: delivery('d-3', { ...queue, state: 'up', output: '3 wait' }),
    expect: [{ fingerprint, status: 'resolved' }],
  },
  several: {
    payload: delivery('d-4', queue, {
      id: 'disk',
      name: 'ディスク',
      state: 'down',
    }),
    expect: [
      { fingerprint, status: 'firing' },
      { fingerprint: 'osaka-1/disk', status: 'firing' },
    ],
  },
  'with-blanks': {
    payload: delivery('d-5', {
      ...queue,
      level: null,
      output: {},
      since: 'soon',
      url: null,
      docs: 7,
      tags: null,
    }),
    expect: [{ fingerprint, status: 'firing' }],
  },
};
