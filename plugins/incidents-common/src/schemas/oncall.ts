import { z } from 'zod';
import { entityRefSchema, instantSchema } from './primitives';

/** @public */
export const onCallPersonSchema = z
  .object({
    ref: entityRefSchema,
    displayName: z.string(),
    email: z.string().optional(),
    picture: z.string().optional(),
    /** What they are in this answer, such as `lead`. */
    role: z.string().optional(),
  })
  .meta({ id: 'OnCallPerson' });

/** @public */
export type OnCallPerson = z.infer<typeof onCallPersonSchema>;

/** @public */
export const onCallLevelSchema = z
  .object({
    level: z.number().int().min(1),
    name: z.string(),
    people: z.array(onCallPersonSchema),
    /** Absent when the answer has no end, as for an owner group. */
    until: instantSchema.optional(),
    next: z
      .object({ people: z.array(onCallPersonSchema), from: instantSchema })
      .optional(),
    /** Why nobody is on call, when `people` is empty. */
    gap: z.string().optional(),
  })
  .meta({ id: 'OnCallLevel' });

/** @public */
export type OnCallLevel = z.infer<typeof onCallLevelSchema>;

/**
 * Who is on call for an entity at an instant: never blank, a gap is named.
 *
 * @public
 */
export const onCallAnswerSchema = z
  .object({
    provider: z.string(),
    providerTitle: z.string(),
    /** The entity or schedule that was asked, such as the owner group. */
    subject: z.string(),
    at: instantSchema,
    levels: z.array(onCallLevelSchema),
    /** A sentence: why this provider answered. */
    because: z.string(),
  })
  .meta({ id: 'OnCallAnswer' });

/** @public */
export type OnCallAnswer = z.infer<typeof onCallAnswerSchema>;
