import { z } from 'zod';
import { alertSchema } from './alert';
import { entityRefSchema, incidentKeySchema } from './primitives';

const noteSchema = z.string().trim().max(10_000).optional();

/**
 * One condition on an alert. `label` is the name of one of its labels, or `integration`, `title` or `severity`, which every alert
 * has. `glob` knows `*` and `?`. A label that is absent is equal to the empty text.
 *
 * @public
 */
export const matcherSchema = z
  // Not strict, because it stands in replies too; it has no optional part that a slip could lose.
  .object({
    label: z.string().trim().min(1).max(200),
    op: z.enum(['equals', 'not', 'glob']),
    value: z.string().max(2_000),
  })
  .meta({ id: 'Matcher' });

/** @public */
export type Matcher = z.infer<typeof matcherSchema>;

/** All of them must hold. @public */
export const matchersSchema = z.array(matcherSchema).min(1).max(20);

/**
 * What a person does about an alert. `bind` gives it an entity, and with `rule` all later ones that match; `declare` opens the
 * incident of its place, which it may have suggested, or joins the one that is open there by now; `move` takes it to another
 * incident; `split` makes an incident of its own of it.
 *
 * @public
 */
export const actOnAlertSchema = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('acknowledge'), note: noteSchema }),
    z.strictObject({
      action: z.literal('bind'),
      entityRef: entityRefSchema,
      /** Becomes a routing rule, after those that are there. */
      rule: matchersSchema.optional(),
      note: noteSchema,
    }),
    z.strictObject({ action: z.literal('declare'), note: noteSchema }),
    z.strictObject({
      action: z.literal('move'),
      incidentKey: incidentKeySchema,
      note: noteSchema,
    }),
    z.strictObject({
      action: z.literal('split'),
      title: z.string().trim().min(1).max(200).optional(),
      note: noteSchema,
    }),
  ])
  .meta({ id: 'ActOnAlert' });

/** @public */
export type ActOnAlert = z.infer<typeof actOnAlertSchema>;

/**
 * An entity that an alert may be about, and why.
 *
 * @public
 */
export const candidateSchema = z
  .object({ entityRef: entityRefSchema, reason: z.string() })
  .meta({ id: 'Candidate' });

/** @public */
export type Candidate = z.infer<typeof candidateSchema>;

/** @public */
export const alertDetailSchema = alertSchema
  .extend({
    /** The likeliest entities of an alert that has none, best first. */
    candidates: z.array(candidateSchema),
  })
  .meta({ id: 'AlertDetail' });

/** @public */
export type AlertDetail = z.infer<typeof alertDetailSchema>;

/** @public */
export const mergeSchema = z
  .strictObject({ into: incidentKeySchema, note: noteSchema })
  .meta({ id: 'MergeIncident' });

/** @public */
export type MergeIncident = z.infer<typeof mergeSchema>;
