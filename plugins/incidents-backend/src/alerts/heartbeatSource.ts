import type { AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import type { Integration } from './settings';

/** No integration of config may have it: it stands in the address of heartbeats, and on their alerts. */
export const heartbeatsId = 'heartbeats';

const payload = z.object({
  id: z.string().min(1),
  title: z.string(),
  state: z.enum(['missing', 'returned']),
  /** When it should have been here, or when it came. */
  at: z.coerce.date(),
  description: z.string().optional(),
  entityRef: z.string().optional(),
  severity: z.string().optional(),
  labels: z.record(z.string(), z.string()),
});

/** What becomes of one heartbeat. */
export type HeartbeatNews = z.output<typeof payload>;

const backup = {
  id: 'nightly-backup',
  title: 'Nightly backup',
  labels: { service: 'ledger' },
};

/** Not a vendor: the portal itself notices that a signal does not come. */
export const heartbeatSource: AlertSource<HeartbeatNews> = {
  id: 'heartbeat',
  title: 'Heartbeat',
  payload,
  toSignals: ({ id, title, state, at, labels, ...said }) => [
    {
      ...said,
      fingerprint: id,
      status: state === 'missing' ? 'firing' : 'resolved',
      title: `No heartbeat from ${title}`,
      labels: { ...labels, heartbeat: id },
      links: [],
      ...(state === 'missing' ? { startedAt: at } : { resolvedAt: at }),
    },
  ],
  samples: {
    backup: {
      payload: { ...backup, state: 'missing', at: '2026-11-20T02:00:00.000Z' },
      expect: [{ fingerprint: 'nightly-backup', status: 'firing' }],
    },
    'backup-resolved': {
      payload: { ...backup, state: 'returned', at: '2026-11-20T03:00:00.000Z' },
      expect: [{ fingerprint: 'nightly-backup', status: 'resolved' }],
    },
  },
};

/** Built in: what it tells comes from the clock, so that it needs no token. Each heartbeat has its own. */
export const heartbeatsIntegration: Integration = {
  ...{ id: heartbeatsId, source: heartbeatSource },
  ...{ tokens: [], secrets: [], topics: [] },
};
