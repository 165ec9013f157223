import { z } from 'zod';
import { instantSchema } from './primitives';
import { onCallUserSchema, timeZoneSchema } from './schedule';
import { actorSchema } from './timeline';

/** A calendar that says when somebody is away. Its address is never shown again. @public */
export const absenceCalendarSchema = z
  .object({
    id: z.string(),
    user: onCallUserSchema,
    /** Whether somebody added it, or the config has it, where it cannot be revoked. */
    origin: z.enum(['person', 'config']),
    /** The host of its address. */
    host: z.string(),
    zone: z.string().optional(),
    createdBy: actorSchema.optional(),
    createdAt: instantSchema,
    revokedAt: instantSchema.optional(),
    /** When it could be read last. */
    readAt: instantSchema.optional(),
    /** Why it could not be read since then; its absences stay what they were. */
    failure: z.string().optional(),
    failingSince: instantSchema.optional(),
    /** How many are known from now on. */
    absences: z.number().int().min(0),
    /** Events that were left out, each with a sentence. */
    remarks: z.array(z.string()),
  })
  .meta({ id: 'AbsenceCalendar' });

/** @public */
export type AbsenceCalendar = z.infer<typeof absenceCalendarSchema>;

/** Newest first. @public */
export const absenceCalendarsSchema = z
  .object({ items: z.array(absenceCalendarSchema) })
  .meta({ id: 'AbsenceCalendars' });

/** @public */
export type AbsenceCalendars = z.infer<typeof absenceCalendarsSchema>;

/** @public */
export const addAbsenceCalendarSchema = z
  .strictObject({
    /** Where it is published as iCalendar: whoever knows it can read it. Begins with https:// or webcal://. */
    url: z
      .string()
      .max(2_000)
      .refine(
        url => /^(https|webcal):\/\//i.test(url.trim()) && isAddress(url),
        'must begin with https:// or webcal://',
      ),
    /** Who asks when absent. */
    user: onCallUserSchema.optional(),
    /** Of whole days, and of times that name no zone; what the calendar says when absent, else UTC. */
    zone: timeZoneSchema.optional(),
  })
  .meta({ id: 'AddAbsenceCalendar' });

/** @public */
export type AddAbsenceCalendar = z.infer<typeof addAbsenceCalendarSchema>;

/** @public */
export const absenceCalendarsQuerySchema = z.strictObject({
  /** Whose; who asks when absent. */
  user: onCallUserSchema.optional(),
});

/** @public */
export type AbsenceCalendarsQuery = z.infer<typeof absenceCalendarsQuerySchema>;

function isAddress(url: string): boolean {
  try {
    return Boolean(new URL(url.trim()).hostname);
  } catch {
    return false;
  }
}
