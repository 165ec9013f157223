import { z } from 'zod';
import { onCallPersonSchema } from './oncall';
import { entityRefSchema, instantSchema } from './primitives';
import { onCallUserSchema, scheduleNameSchema } from './schedule';

/**
 * Whether somebody has confirmed that they can log in to something: `expired` when that is too long ago.
 *
 * @public
 */
export const accessStates = ['confirmed', 'expired', 'missing'] as const;

/** Something that one must be able to log in to, and who says so. @public */
export const requiredAccessSchema = z
  .object({
    /** As the annotation calls it. */
    tool: z.string(),
    state: z.enum(accessStates),
    confirmedAt: instantSchema.optional(),
    /** Until when a confirmation holds, or held. */
    expiresAt: instantSchema.optional(),
    /** Whose annotations list it, at most twenty. */
    entityRefs: z.array(entityRefSchema),
    /** The schedules that answer for them, by their names. */
    schedules: z.array(scheduleNameSchema),
  })
  .meta({ id: 'RequiredAccess' });

/** @public */
export type RequiredAccess = z.infer<typeof requiredAccessSchema>;

/** All that a person must be able to log in to, by all schedules that name them. @public */
export const accessChecklistSchema = z
  .object({ user: onCallUserSchema, items: z.array(requiredAccessSchema) })
  .meta({ id: 'AccessChecklist' });

/** @public */
export type AccessChecklist = z.infer<typeof accessChecklistSchema>;

/** @public */
export const accessQuerySchema = z.strictObject({
  /** Who asks when absent. */
  user: onCallUserSchema.optional(),
});

/** @public */
export type AccessQuery = z.infer<typeof accessQuerySchema>;

/** That one can log in to these. @public */
export const confirmAccessSchema = z
  .strictObject({
    tools: z.array(z.string().trim().min(1).max(100)).min(1).max(50),
  })
  .meta({ id: 'ConfirmAccess' });

/** @public */
export type ConfirmAccess = z.infer<typeof confirmAccessSchema>;

/** Somebody who has not confirmed something that a shift of theirs needs. @public */
export const accessFindingSchema = z
  .object({
    person: onCallPersonSchema,
    tool: z.string(),
    state: z.enum(['expired', 'missing']),
    entityRefs: z.array(entityRefSchema),
    level: z.string(),
    /** When the shift begins: the first within two weeks. Of one that has begun, the instant of the answer. */
    shiftFrom: instantSchema,
    hasBegun: z.boolean(),
  })
  .meta({ id: 'AccessFinding' });

/** @public */
export type AccessFinding = z.infer<typeof accessFindingSchema>;

/** @public */
export const accessFindingsQuerySchema = z.strictObject({
  /** Of everything that this schedule answers for. */
  schedule: scheduleNameSchema.optional(),
  /** Of this entity, by the schedule that answers for it. */
  entityRef: entityRefSchema.optional(),
});

/** @public */
export type AccessFindingsQuery = z.infer<typeof accessFindingsQuerySchema>;

/** By when the shifts begin. @public */
export const accessFindingsSchema = z
  .object({
    /** Absent when no schedule of the portal answers for the entity. */
    schedule: scheduleNameSchema.optional(),
    /** What is to be confirmed at all. */
    tools: z.array(z.string()),
    items: z.array(accessFindingSchema),
  })
  .meta({ id: 'AccessFindings' });

/** @public */
export type AccessFindings = z.infer<typeof accessFindingsSchema>;
