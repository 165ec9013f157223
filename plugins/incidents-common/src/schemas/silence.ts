import { z } from 'zod';
import { matchersSchema, matcherSchema } from './alertWork';
import { instantSchema, pageOf, severalOf } from './primitives';
import { actorSchema } from './timeline';

/** @public */
export const silenceStatuses = ['pending', 'active', 'ended'] as const;

/**
 * While it is active, alerts that match are kept and shown, but declare and join no incident.
 *
 * @public
 */
export const silenceSchema = z
  .object({
    id: z.string(),
    /** All of them must hold. */
    matchers: z.array(matcherSchema),
    reason: z.string(),
    createdBy: actorSchema,
    createdAt: instantSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    /** By the clock of the answer. */
    status: z.enum(silenceStatuses),
    /** How many alerts it has held back so far. */
    held: z.number().int().min(0),
  })
  .meta({ id: 'Silence' });

/** @public */
export type Silence = z.infer<typeof silenceSchema>;

/** @public */
export const silenceQuerySchema = z.strictObject({
  status: severalOf(silenceStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type SilenceQuery = z.infer<typeof silenceQuerySchema>;

/** @public */
export const silencePageSchema = pageOf(silenceSchema).meta({
  id: 'SilencePage',
});

/** @public */
export const createSilenceSchema = z
  .strictObject({
    matchers: matchersSchema,
    reason: z.string().trim().min(1).max(2_000),
    /** Now when absent. */
    startsAt: instantSchema.optional(),
    /** At most 90 days after it begins: what is to be quiet for ever belongs into the monitor. */
    endsAt: instantSchema,
  })
  .meta({ id: 'CreateSilence' });

/** @public */
export type CreateSilence = z.infer<typeof createSilenceSchema>;
