import { z } from 'zod';

/** An instant as ISO 8601 in UTC, milliseconds. @public */
export const instantSchema = z.iso
  .datetime()
  .meta({ id: 'Instant', description: 'ISO 8601, UTC, milliseconds' });

/** `kind:namespace/name`, lower case. @public */
export const entityRefSchema = z
  .string()
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, 'must look like kind:namespace/name')
  .max(255)
  .meta({ id: 'EntityRef', examples: ['component:default/checkout'] });

/** `INC-<n>`. @public */
export const incidentKeySchema = z
  .string()
  .regex(/^INC-[1-9]\d{0,8}$/, 'must look like INC-42')
  .meta({ id: 'IncidentKey', examples: ['INC-42'] });

/** Of a record, as it was given by an answer. @public */
export const idSchema = z.string().regex(/^[\w-]{1,36}$/, 'must be an id');

/** Of an integration, as config has it. @public */
export const integrationIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must be the id of an integration');

/** @public */
export const linkSchema = z
  .object({
    title: z.string(),
    url: z.string(),
    type: z.enum(['runbook', 'dashboard', 'alert', 'other']),
  })
  .meta({ id: 'Link' });

/** @public */
export type Link = z.infer<typeof linkSchema>;

/**
 * A part of an answer that may fail while the others stand: an unknown is never shown as green.
 *
 * @public
 */
export type Section<T> =
  | { status: 'ok'; value: T }
  | { status: 'failed'; reason: string }
  | { status: 'hidden'; reason: string };

/**
 * A part of an answer that may fail or be hidden without the rest.
 *
 * @public
 */
export function sectionOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('status', [
    z.object({ status: z.literal('ok'), value }),
    z.object({ status: z.literal('failed'), reason: z.string() }),
    z.object({ status: z.literal('hidden'), reason: z.string() }),
  ]);
}

/**
 * One page of a list, as every list endpoint answers. What no index finds, such as a text, is looked for among so many items at a
 * time: a page may hold fewer than `limit`, even none, and still have a `nextCursor`, which looks further.
 *
 * @public
 */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    totalItems: z.number().int().min(0),
    /** There may be more than `totalItems`: nobody counted further. */
    totalIsAtLeast: z.boolean().optional(),
    nextCursor: z.string().optional(),
  });
}

/**
 * One page of a list. `nextCursor` is absent on the last one, and only there: a page may hold fewer items than were asked for.
 *
 * @public
 */
export type Page<T> = {
  items: T[];
  totalItems: number;
  /** There may be more than `totalItems`: nobody counted further. */
  totalIsAtLeast?: boolean;
  nextCursor?: string;
};

/**
 * A query parameter that may be given several times or with commas between its values.
 *
 * @public
 */
export function severalOf<const T extends readonly [string, ...string[]]>(
  values: T,
) {
  return z
    .preprocess(splitAtCommas, z.array(z.enum(values)).min(1).max(20))
    .meta({ description: 'one or more, repeated or separated by commas' });
}

/** @public */
export const severalStringsSchema = z
  .preprocess(splitAtCommas, z.array(z.string().min(1).max(255)).min(1).max(50))
  .meta({ description: 'one or more, repeated or separated by commas' });

/** A query parameter that is `true` or `false`. @public */
export const flagSchema = z
  .preprocess(
    value => (value === 'true' || value === 'false' ? value === 'true' : value),
    z.boolean(),
  )
  .meta({ description: '`true` or `false`' });

function splitAtCommas(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : [value];
  return parts.every(part => typeof part === 'string')
    ? parts.flatMap(part => part.split(',')).map(part => part.trim())
    : value;
}

/** The body of an action that says everything by its address. @public */
export const nothingSchema = z
  .preprocess(body => body ?? {}, z.strictObject({}))
  .meta({ id: 'Nothing' });
