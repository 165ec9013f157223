import { z } from 'zod';
import { alertStatuses } from '../lifecycle';
import {
  entityRefSchema,
  flagSchema,
  incidentKeySchema,
  instantSchema,
  linkSchema,
  pageOf,
  severalOf,
  severalStringsSchema,
} from './primitives';

/**
 * How an alert found its entity, or why it did not.
 *
 * @public
 */
export const routingSchema = z
  .object({
    by: z.enum([
      'label',
      'selector',
      'name',
      'rule',
      'integration',
      'person',
      'none',
    ]),
    /** A sentence that names the label, annotation or line of config that decided. */
    reason: z.string(),
    /** The catalog did not answer: routing is tried again until it does. */
    pending: z.boolean().optional(),
  })
  .meta({ id: 'Routing' });

/** @public */
export type Routing = z.infer<typeof routingSchema>;

/** @public */
export const triageOutcomes = [
  'declared',
  'attached',
  'suggested',
  'recorded',
  'silenced',
  'maintenance',
  'unrouted',
] as const;

/**
 * What became of an alert, and why.
 *
 * @public
 */
export const triageSchema = z
  .object({ outcome: z.enum(triageOutcomes), reason: z.string() })
  .meta({ id: 'Triage' });

/** @public */
export type Triage = z.infer<typeof triageSchema>;

/**
 * An alert that fires and resolves so often that its changes are held back: it stays open until it has been calm.
 *
 * @public
 */
export const flappingSchema = z
  .object({
    /** The first of the changes that count. */
    since: instantSchema,
    /** Firings and resolves since then. */
    changes: z.number().int().min(1),
    /** When it is over if nothing changes any more. */
    calmAt: instantSchema,
    /** What its monitor said last was that it is resolved, since then; absent while it fires. */
    quietSince: instantSchema.optional(),
  })
  .meta({ id: 'Flapping' });

/** @public */
export type Flapping = z.infer<typeof flappingSchema>;

/**
 * One episode of an alert, from its first firing to its resolve. The next firing of the same fingerprint is another episode.
 *
 * @public
 */
export const alertSchema = z
  .object({
    id: z.string(),
    integration: z.string(),
    source: z.string(),
    fingerprint: z.string(),
    title: z.string(),
    description: z.string().optional(),
    status: z.enum(alertStatuses),
    severity: z.string(),
    /** Set when the monitor's own word was not understood: which word, and what was taken instead. */
    severityRemark: z.string().optional(),
    entityRef: entityRefSchema.optional(),
    routing: routingSchema,
    triage: triageSchema,
    labels: z.record(z.string(), z.string()),
    links: z.array(linkSchema),
    startedAt: instantSchema,
    lastFiredAt: instantSchema,
    resolvedAt: instantSchema.optional(),
    occurrences: z.number().int().min(1),
    incidentKey: incidentKeySchema.optional(),
    flapping: flappingSchema.optional(),
  })
  .meta({ id: 'Alert' });

/** @public */
export type Alert = z.infer<typeof alertSchema>;

/** @public */
export const alertSorts = ['-startedAt', 'startedAt', '-lastFiredAt'] as const;

/** @public */
export const alertQuerySchema = z.strictObject({
  q: z.string().trim().max(200).optional(),
  status: severalOf(alertStatuses).optional(),
  severity: severalStringsSchema.optional(),
  entityRef: severalStringsSchema.optional(),
  integration: severalStringsSchema.optional(),
  incident: incidentKeySchema.optional(),
  outcome: severalOf(triageOutcomes).optional(),
  /** Those that flap, or those that do not. */
  flapping: flagSchema.optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  sort: z.enum(alertSorts).default('-startedAt'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type AlertQuery = z.infer<typeof alertQuerySchema>;

/** @public */
export const alertPageSchema = pageOf(alertSchema).meta({ id: 'AlertPage' });

/**
 * `placed`: it was open without an entity, and a replay found one.
 *
 * @public
 */
export const alertOutcomes = [
  'opened',
  'repeated',
  'placed',
  'acknowledged',
  'resolved',
  'unchanged',
] as const;

/**
 * What a webhook delivery did to one alert.
 *
 * @public
 */
export const alertReceiptSchema = z
  .object({
    fingerprint: z.string(),
    became: z.enum(alertOutcomes),
    reason: z.string(),
    alertId: z.string().optional(),
    entityRef: entityRefSchema.optional(),
    severity: z.string().optional(),
    incidentKey: incidentKeySchema.optional(),
    triage: triageSchema.optional(),
  })
  .meta({ id: 'AlertReceipt' });

/** @public */
export type AlertReceipt = z.infer<typeof alertReceiptSchema>;

/** @public */
export const webhookReplySchema = z
  .object({
    alerts: z.array(alertReceiptSchema),
    /** Why there is no alert in it, such as the vendor's test button. */
    remark: z.string().optional(),
  })
  .meta({ id: 'WebhookReply' });

/** @public */
export type WebhookReply = z.infer<typeof webhookReplySchema>;

/** @public */
export const deadLetterSchema = z
  .object({
    id: z.string(),
    integration: z.string(),
    receivedAt: instantSchema,
    reason: z.string(),
    contentType: z.string().optional(),
    /** The body as text, cut at the size limit of webhooks. */
    body: z.string(),
  })
  .meta({ id: 'DeadLetter' });

/** @public */
export type DeadLetter = z.infer<typeof deadLetterSchema>;

/** @public */
export const deadLetterQuerySchema = z.strictObject({
  integration: severalStringsSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type DeadLetterQuery = z.infer<typeof deadLetterQuerySchema>;
