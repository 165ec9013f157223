import { z } from 'zod';
import {
  entityRefSchema,
  incidentKeySchema,
  instantSchema,
} from './primitives';
import { actorSchema } from './timeline';

/**
 * How far a page is: `waiting` for somebody, `acknowledged` by somebody, `exhausted` when nobody answered, `ended` with its
 * incident.
 *
 * @public
 */
export const onCallPageStatuses = [
  'waiting',
  'acknowledged',
  'exhausted',
  'ended',
] as const;

/** @public */
export type OnCallPageStatus = (typeof onCallPageStatuses)[number];

/**
 * What became of a notice: not sent yet, sent, not deliverable, and how it was answered. `withdrawn` ones were not needed any more.
 *
 * @public
 */
export const pageNoticeStates = [
  'due',
  'sending',
  'sent',
  'failed',
  'unanswered',
  'acknowledged',
  'handed-on',
  'withdrawn',
] as const;

/** @public */
export type PageNoticeState = (typeof pageNoticeStates)[number];

/** One person or channel that is told of an incident, by one way. @public */
export const pageNoticeSchema = z
  .object({
    id: z.string(),
    round: z.number().int().min(1),
    /** Of the policy, from 1. Absent when somebody asked for it by hand, and for the final alarm. */
    step: z.number().int().min(1).optional(),
    /** Why them, such as `level 1 (Primary)`; names no person. */
    target: z.string(),
    /** Absent for channels, and when the reader may not see who is on call. */
    person: z
      .object({ ref: entityRefSchema, displayName: z.string() })
      .optional(),
    /** By which way, such as `portal`. */
    notifier: z.string(),
    state: z.enum(pageNoticeStates),
    attempts: z.number().int().min(0),
    at: instantSchema,
    sentAt: instantSchema.optional(),
    /** Why it is not delivered. */
    reason: z.string().optional(),
  })
  .meta({ id: 'PageNotice' });

/** @public */
export type PageNotice = z.infer<typeof pageNoticeSchema>;

/**
 * The search for somebody who takes up an incident.
 *
 * @public
 */
export const onCallPageSchema = z
  .object({
    id: z.string(),
    incidentKey: incidentKeySchema,
    status: z.enum(onCallPageStatuses),
    /** Id of the escalation policy; the page goes by a copy of it. */
    policy: z.string(),
    /** A sentence: why this policy. */
    because: z.string(),
    round: z.number().int().min(1),
    rounds: z.number().int().min(1),
    /** How many steps of this round have been taken. */
    step: z.number().int().min(0),
    steps: z.number().int().min(1),
    startedAt: instantSchema,
    /** When the next step is taken, or the silence after an acknowledgement is noticed. */
    dueAt: instantSchema.optional(),
    acknowledgedBy: actorSchema.optional(),
    acknowledgedAt: instantSchema.optional(),
    endedAt: instantSchema.optional(),
    /** Oldest first. */
    notices: z.array(pageNoticeSchema),
  })
  .meta({ id: 'OnCallPage' });

/** @public */
export type OnCallPage = z.infer<typeof onCallPageSchema>;

/** @public */
export const onCallPagesSchema = z
  .object({
    /** Newest first; at most one of them has not ended. */
    items: z.array(onCallPageSchema),
    /** Whether the reader may see who was paged. */
    people: z.enum(['shown', 'hidden']),
  })
  .meta({ id: 'OnCallPages' });

/** @public */
export type OnCallPages = z.infer<typeof onCallPagesSchema>;

/** @public */
export const handOnSchema = z
  .strictObject({ note: z.string().trim().max(2_000).optional() })
  .meta({ id: 'HandOnPage' });

/** @public */
export type HandOnPage = z.infer<typeof handOnSchema>;

/** @public */
export const pageSomebodySchema = z
  .strictObject({
    user: entityRefSchema.optional(),
    group: entityRefSchema.optional(),
    /** A level of who is on call for `entityRef`. */
    level: z.number().int().min(1).max(20).optional(),
    /** Whose on-call is asked; the first entity of the incident when absent. */
    entityRef: entityRefSchema.optional(),
    note: z.string().trim().max(2_000).optional(),
  })
  .refine(
    ({ user, group, level }) =>
      [user, group, level].filter(one => one !== undefined).length === 1,
    'name a user, a group or a level, and only one of them',
  )
  .refine(
    ({ entityRef, level }) => entityRef === undefined || level !== undefined,
    { path: ['entityRef'], message: 'goes with a level only' },
  )
  .meta({ id: 'PageSomebody' });

/** @public */
export type PageSomebody = z.infer<typeof pageSomebodySchema>;
