import { z } from 'zod';
import { endsAfterItBegins, scheduleInstantSchema } from './moments';
import { onCallPersonSchema } from './oncall';
import { flagSchema, idSchema, instantSchema } from './primitives';
import { onCallUserSchema, scheduleNameSchema } from './schedule';

/** `take` asks for somebody to have a shift, `swap` offers one for another. @public */
export const shiftRequestKinds = ['take', 'swap'] as const;

/** @public */
export const shiftRequestStatuses = [
  'open',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
] as const;

/** @public */
export type ShiftRequestStatus = (typeof shiftRequestStatuses)[number];

/** What people do with a request; `expire` is what time does. @public */
export type ShiftRequestAction = 'accept' | 'decline' | 'withdraw' | 'expire';

/**
 * Which action leads where. The server refuses by this table.
 *
 * @public
 */
export const shiftRequestLifecycle: Readonly<
  Record<
    ShiftRequestStatus,
    Readonly<Partial<Record<ShiftRequestAction, ShiftRequestStatus>>>
  >
> = {
  open: {
    accept: 'accepted',
    decline: 'declined',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  accepted: {},
  declined: {},
  withdrawn: {},
  expired: {},
};

const levelSchema = z.string().trim().min(1).max(100);
const noteSchema = z.string().trim().max(500);

/** A part of a shift, by instants. @public */
export const shiftSpanSchema = z
  .strictObject({ from: scheduleInstantSchema, to: scheduleInstantSchema })
  .superRefine(endsAfterItBegins)
  .meta({ id: 'ShiftSpan' });

/** @public */
export type ShiftSpan = z.infer<typeof shiftSpanSchema>;

/** One's own shift, or a part of it, and who is asked to have it. @public */
export const askForShiftSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('take'),
      level: levelSchema,
      mine: shiftSpanSchema,
      /** Everybody of the schedule when absent: who accepts first has it. */
      of: onCallUserSchema.optional(),
      note: noteSchema.optional(),
    }),
    z.strictObject({
      kind: z.literal('swap'),
      level: levelSchema,
      mine: shiftSpanSchema,
      of: onCallUserSchema,
      /** A shift of theirs on the same level, or a part of it. */
      theirs: shiftSpanSchema,
      note: noteSchema.optional(),
    }),
  ])
  .meta({ id: 'AskForShift' });

/** @public */
export type AskForShift = z.infer<typeof askForShiftSchema>;

/**
 * That somebody asks for their shift to be taken or swapped. People whom the reader may not see are left out.
 *
 * @public
 */
export const shiftRequestSchema = z
  .object({
    id: idSchema,
    schedule: scheduleNameSchema,
    scheduleTitle: z.string(),
    kind: z.enum(shiftRequestKinds),
    status: z.enum(shiftRequestStatuses),
    level: z.string(),
    mine: shiftSpanSchema,
    theirs: shiftSpanSchema.optional(),
    note: z.string().optional(),
    /** Whose shift it is. */
    asker: onCallPersonSchema.optional(),
    /** Who was asked; not told when everybody was. */
    of: onCallPersonSchema.optional(),
    everybody: z.boolean(),
    /** Who accepted, or was the last to decline. */
    answeredBy: onCallPersonSchema.optional(),
    createdAt: instantSchema,
    /** It ends unanswered when this passes: the first shift that it is about begins. */
    expiresAt: instantSchema,
    /** When it was accepted, declined or withdrawn, or expired. */
    closedAt: instantSchema.optional(),
    /** What the reader has to do with it: nothing when absent. */
    reader: z.enum(['asker', 'asked']).optional(),
    /** What the reader may do with it. */
    can: z.array(z.enum(['accept', 'decline', 'withdraw'])),
  })
  .meta({ id: 'ShiftRequest' });

/** @public */
export type ShiftRequest = z.infer<typeof shiftRequestSchema>;

/** @public */
export const shiftRequestQuerySchema = z.strictObject({
  schedule: scheduleNameSchema.optional(),
  /** Those that are open and those that ended, the last fifty; otherwise only those that are open. */
  closed: flagSchema.optional(),
  /** Only those that the reader has made or is asked by. */
  mine: flagSchema.optional(),
});

/** @public */
export type ShiftRequestQuery = z.infer<typeof shiftRequestQuerySchema>;

/** Open ones first, by when they expire. @public */
export const shiftRequestsSchema = z
  .object({ items: z.array(shiftRequestSchema) })
  .meta({ id: 'ShiftRequests' });

/** @public */
export type ShiftRequests = z.infer<typeof shiftRequestsSchema>;
