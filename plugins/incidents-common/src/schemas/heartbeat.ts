import { z } from 'zod';
import { entityRefSchema, instantSchema } from './primitives';

/**
 * `heard` in time, `late` but within its grace, `missing` for longer than that, or `awaited` because it was not heard yet.
 *
 * @public
 */
export const heartbeatStatuses = [
  'missing',
  'late',
  'awaited',
  'heard',
] as const;

/**
 * A signal that is expected again and again, and how it stands.
 *
 * @public
 */
export const heartbeatSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    status: z.enum(heartbeatStatuses),
    /** Seconds between two signals. */
    every: z.number(),
    /** Seconds by which one may be late. */
    grace: z.number(),
    entityRef: entityRefSchema.optional(),
    lastSeenAt: instantSchema.optional(),
    /** By when the next one should be here, its grace not counted. */
    expectedBy: instantSchema,
    /** By when it had been expected, while its absence is an alert. */
    missingSince: instantSchema.optional(),
    /** Of the alert that is open about its absence. */
    alertId: z.string().optional(),
  })
  .meta({ id: 'Heartbeat' });

/** @public */
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** @public */
export const heartbeatsSchema = z
  .object({ items: z.array(heartbeatSchema) })
  .meta({ id: 'Heartbeats' });

/** @public */
export type Heartbeats = z.infer<typeof heartbeatsSchema>;

/** @public */
export const heartbeatReplySchema = z
  .object({
    heartbeat: z.string(),
    /** By when the next signal should be here, its grace not counted. */
    expectedBy: instantSchema,
  })
  .meta({ id: 'HeartbeatReply' });

/** @public */
export type HeartbeatReply = z.infer<typeof heartbeatReplySchema>;
