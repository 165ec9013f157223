import { z } from 'zod';
import { scheduleInstantSchema } from './moments';
import { instantSchema } from './primitives';
import { onCallLoadSchema, scheduleNameSchema } from './schedule';

/** How much one report of load holds. @public */
export const loadLimits = {
  days: 366,
  /** Of all schedules together. */
  turns: 250_000,
  pages: 100_000,
  /** Lines of the file for pay. */
  lines: 100_000,
} as const;

/** @public */
export const loadQuerySchema = z
  .strictObject({
    /** Four weeks before `to` when absent. */
    from: scheduleInstantSchema.optional(),
    /** Now when absent. */
    to: scheduleInstantSchema.optional(),
    /** All schedules when absent. */
    schedule: scheduleNameSchema.optional(),
  })
  .meta({ description: `a window of at most ${loadLimits.days} days` });

/** @public */
export type LoadQuery = z.infer<typeof loadQuerySchema>;

/**
 * By whose clock somebody sleeps: their own, as the catalog has it, or that of the schedule on which they are on call longest. UTC
 * for who is paged without being on call, and is not known to live anywhere.
 *
 * @public
 */
export const sleepClocks = ['person', 'schedule', 'utc'] as const;

/** @public */
export const personLoadSchema = onCallLoadSchema
  .extend({
    /** In which nights and weekends are counted. */
    timeZone: z.string(),
    timeZoneOf: z.enum(sleepClocks),
    /** How many times they were called, by however many ways at once. */
    pages: z.number().int().min(0),
    /** Of these between 22:00 and 06:00. */
    sleepPages: z.number().int().min(0),
    /** Of these while they were on call by none of the schedules. */
    offDutyPages: z.number().int().min(0),
  })
  .meta({ id: 'PersonLoad' });

/** @public */
export type PersonLoad = z.infer<typeof personLoadSchema>;

/** What being on call costs each person. @public */
export const loadReportSchema = z
  .object({
    from: instantSchema,
    to: instantSchema,
    schedule: scheduleNameSchema.optional(),
    /** How many schedules are counted. */
    schedules: z.number().int().min(0),
    /** Most hours first. */
    people: z.array(personLoadSchema),
  })
  .meta({ id: 'LoadReport' });

/** @public */
export type LoadReport = z.infer<typeof loadReportSchema>;
