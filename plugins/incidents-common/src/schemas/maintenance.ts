import { z } from 'zod';
import { entityRefSchema, instantSchema, pageOf } from './primitives';
import { actorSchema } from './timeline';

/** `2026-11-22T02:00`: what a clock on the wall shows, in the zone that stands beside it. @public */
export const wallClockSchema = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/,
    'must look like 2026-11-22T02:00, without a zone',
  )
  .meta({
    id: 'WallClock',
    description: 'date and time of day without a zone',
    examples: ['2026-11-22T02:00'],
  });

/** @public */
export const maintenanceStatuses = ['upcoming', 'active', 'ended'] as const;

/** Who brought it: somebody by hand, a file that somebody sent in, or a calendar of the config. @public */
export const maintenanceOrigins = ['person', 'file', 'calendar'] as const;

/**
 * One time that a window is open.
 *
 * @public
 */
export const openingSchema = z
  .object({ startsAt: instantSchema, endsAt: instantSchema })
  .meta({ id: 'MaintenanceOpening' });

/** @public */
export type MaintenanceOpening = z.infer<typeof openingSchema>;

/**
 * Planned work, once or again and again: alerts of what it covers that open meanwhile are kept and shown, but declare and join no
 * incident.
 *
 * @public
 */
export const maintenanceSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    reason: z.string().optional(),
    /** A system, domain or group covers its parts. */
    entityRefs: z.array(entityRefSchema),
    /** The first time, in `zone`. */
    start: wallClockSchema,
    end: wallClockSchema,
    /** Name of the IANA database; or as the file calls it whose rules it brings. */
    zone: z.string(),
    /** An RRULE of RFC 5545. Absent when it is once. */
    recurrence: z.string().optional(),
    origin: z.enum(maintenanceOrigins),
    /** The id of the calendar that it comes from. */
    calendar: z.string().optional(),
    createdBy: actorSchema,
    createdAt: instantSchema,
    /** By the clock of the answer. */
    status: z.enum(maintenanceStatuses),
    /** The one that is on, else the one that comes. Absent when there is none any more. */
    next: openingSchema.optional(),
    /** Since when there is none any more. */
    endedAt: instantSchema.optional(),
    /** Who ended it before its time. */
    endedBy: z.string().optional(),
    /** How many alerts it has held back so far. */
    held: z.number().int().min(0),
  })
  .meta({ id: 'Maintenance' });

/** @public */
export type Maintenance = z.infer<typeof maintenanceSchema>;

/** Without a status: all that have not ended. @public */
export const maintenanceQuerySchema = z.strictObject({
  status: z.enum(maintenanceStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type MaintenanceQuery = z.infer<typeof maintenanceQuerySchema>;

/** @public */
export const maintenancePageSchema = pageOf(maintenanceSchema).meta({
  id: 'MaintenancePage',
});

const coveredSchema = z.array(entityRefSchema).min(1).max(50);

/** @public */
export const planMaintenanceSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    reason: z.string().trim().max(2_000).optional(),
    entityRefs: coveredSchema,
    /** The first time, by the clocks of `zone`. */
    start: wallClockSchema,
    end: wallClockSchema,
    /** Of the IANA database, such as `Europe/Berlin`: the window stays at its hour when clocks change. */
    zone: z.string().min(1).max(100),
    /** An RRULE of RFC 5545: daily, weekly, monthly or yearly, with or without UNTIL or COUNT. */
    recurrence: z.string().trim().min(1).max(500).optional(),
  })
  .meta({ id: 'PlanMaintenance' });

/** @public */
export type PlanMaintenance = z.infer<typeof planMaintenanceSchema>;

/** What ends: this time, which is on, or all of it. @public */
export const endMaintenanceSchema = z
  .preprocess(
    body => body ?? {},
    z.strictObject({ what: z.enum(['this', 'all']).default('all') }),
  )
  .meta({ id: 'EndMaintenance' });

/** @public */
export type EndMaintenance = z.infer<typeof endMaintenanceSchema>;

/** A calendar file, as another program exported it. @public */
export const importMaintenanceSchema = z
  .strictObject({
    /** An iCalendar file of RFC 5545. */
    ics: z.string().min(1).max(500_000),
    /** What events cover that name no entity of their own. */
    entityRefs: z.array(entityRefSchema).max(50).default([]),
    /** Of events that name none, such as those of whole days. Default what the file says, else UTC. */
    zone: z.string().min(1).max(100).optional(),
    /** Only says what it would do. */
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'ImportMaintenance' });

/** @public */
export type ImportMaintenance = z.infer<typeof importMaintenanceSchema>;

/** @public */
export const importOutcomes = [
  'created',
  'changed',
  'unchanged',
  'ended',
  'skipped',
] as const;

/**
 * What becomes of one event of a calendar file.
 *
 * @public
 */
export const importedEventSchema = z
  .object({
    title: z.string(),
    became: z.enum(importOutcomes),
    /** Why it was skipped, or what it is. */
    reason: z.string(),
    entityRefs: z.array(entityRefSchema),
    zone: z.string().optional(),
    recurrence: z.string().optional(),
    next: openingSchema.optional(),
  })
  .meta({ id: 'ImportedEvent' });

/** @public */
export type ImportedEvent = z.infer<typeof importedEventSchema>;

/** @public */
export const importReplySchema = z
  .object({
    /** Whether nothing was written. */
    dryRun: z.boolean(),
    events: z.array(importedEventSchema),
  })
  .meta({ id: 'ImportReply' });

/** @public */
export type ImportReply = z.infer<typeof importReplySchema>;

/**
 * A calendar of the config: when it was read last, and what was wrong with it. Its address is a secret.
 *
 * @public
 */
export const maintenanceCalendarSchema = z
  .object({
    id: z.string(),
    /** The copy that holds is of then. Absent when it was never read. */
    readAt: instantSchema.optional(),
    triedAt: instantSchema.optional(),
    /** Why it could not be read the last time. */
    failure: z.string().optional(),
    failingSince: instantSchema.optional(),
    /** Windows that come from it and have not ended. */
    windows: z.number().int().min(0),
    /** Its events that were left out, or that are odd, each with a sentence. */
    remarks: z.array(z.object({ title: z.string(), reason: z.string() })),
  })
  .meta({ id: 'MaintenanceCalendar' });

/** @public */
export type MaintenanceCalendar = z.infer<typeof maintenanceCalendarSchema>;

/** @public */
export const maintenanceCalendarsSchema = z
  .object({ items: z.array(maintenanceCalendarSchema) })
  .meta({ id: 'MaintenanceCalendars' });

/** @public */
export type MaintenanceCalendars = z.infer<typeof maintenanceCalendarsSchema>;

/**
 * A window that is open now, as the page of what it covers shows it.
 *
 * @public
 */
export const runningMaintenanceSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    reason: z.string().optional(),
    entityRefs: z.array(entityRefSchema),
    createdBy: actorSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
  })
  .meta({ id: 'RunningMaintenance' });

/** @public */
export type RunningMaintenance = z.infer<typeof runningMaintenanceSchema>;
