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

/**
 * Why nobody is on call. `unknown` is all that can be said of shifts that come without a reason.
 *
 * @public
 */
export const nobodyReasons = [
  'unknown',
  'no-rotation',
  'no-participants',
  'not-started',
  'ended',
  'outside-windows',
  'absent',
  'removed',
] as const;

/** @public */
export type NobodyReason = (typeof nobodyReasons)[number];

/**
 * Whether a page reaches somebody of a level: `unreachable` is when people are on call, and none of them can be paged.
 *
 * @public
 */
export const onCallResults = ['somebody', 'nobody', 'unreachable'] as const;

/** Somebody who is on call and cannot be paged, and why not. @public */
export const unreachablePersonSchema = z
  .object({ person: onCallPersonSchema, because: z.string() })
  .meta({ id: 'UnreachablePerson' });

/** @public */
export type UnreachablePerson = z.infer<typeof unreachablePersonSchema>;

/** @public */
export const onCallLevelSchema = z
  .object({
    level: z.number().int().min(1),
    name: z.string(),
    result: z.enum(onCallResults).optional(),
    people: z.array(onCallPersonSchema),
    /** Those of `people` who cannot be paged. */
    unreachable: z.array(unreachablePersonSchema).optional(),
    /** Who comes along to learn, and is never paged. */
    shadows: z.array(onCallPersonSchema).optional(),
    /** Absent when the answer has no end, as for an owner group. */
    until: instantSchema.optional(),
    next: z
      .object({ people: z.array(onCallPersonSchema), from: instantSchema })
      .optional(),
    /** Why nobody is on call, when `people` is empty, and until when. */
    gap: z.string().optional(),
    gapReason: z.enum(nobodyReasons).optional(),
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
    /** When the provider said it, for one that was not asked just now. */
    readAt: instantSchema.optional(),
    /** Since when the provider fails, and why: this is what it said last. */
    failing: z.object({ since: instantSchema, reason: z.string() }).optional(),
  })
  .meta({ id: 'OnCallAnswer' });

/** @public */
export type OnCallAnswer = z.infer<typeof onCallAnswerSchema>;
