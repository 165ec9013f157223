import { z } from 'zod';
import { instantSchema } from './primitives';

/** @public */
export const timelineKinds = [
  'incident.declared',
  'incident.moved',
  'incident.severity',
  'incident.followed',
  'incident.cause',
  'pages.held',
  'pages.released',
  'page.started',
  'page.step',
  'page.gap',
  'page.sent',
  'page.failed',
  'page.acknowledged',
  'page.handed-on',
  'page.asked',
  'page.reopened',
  'page.exhausted',
  'page.ended',
  'alert.opened',
  'alert.repeated',
  'alert.acknowledged',
  'alert.resolved',
  'alert.routed',
  'alert.silenced',
  'alert.maintenance',
  'alert.moved',
  'alert.flapping',
  'alert.held',
  'alert.calm',
  'incident.merged',
  'note.added',
  'runbook.found',
  'runbook.missing',
  'maintenance.planned',
  'maintenance.changed',
  'maintenance.ended',
  'schedule.created',
  'schedule.changed',
  'schedule.archived',
  'schedule.restored',
  'schedule.amended',
  'schedule.withdrawn',
  'calendar.shared',
  'calendar.revoked',
  'handover.written',
  'handover.changed',
  'shift.requested',
  'shift.accepted',
  'shift.declined',
  'shift.withdrawn',
  'shift.expired',
  'shift.announced',
  'access.confirmed',
  'calendar.followed',
  'calendar.unfollowed',
  'calendar.read',
  'hold.ending',
] as const;

/** @public */
export type TimelineKind = (typeof timelineKinds)[number];

/** @public */
export const actorSchema = z
  .object({
    type: z.enum(['user', 'service', 'integration', 'system']),
    /** Entity ref of a user, subject of a service, id of an integration, name of a task. */
    ref: z.string(),
  })
  .meta({ id: 'Actor' });

/** @public */
export type Actor = z.infer<typeof actorSchema>;

/**
 * One thing that happened. Entries are never changed: a correction is a new entry.
 *
 * @public
 */
export const timelineEntrySchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    kind: z.enum(timelineKinds),
    actor: actorSchema,
    /** A sentence in English: what was decided and why, or the text of a note in Markdown. */
    text: z.string(),
    /** The values that changed, by kind: `from`, `to`, `action`, `alertId`, `title`, `severity`, `url` … */
    details: z.record(z.string(), z.unknown()),
    incidentKey: z.string().optional(),
    alertId: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

/** @public */
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** @public */
export const timelineQuerySchema = z.strictObject({
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;
