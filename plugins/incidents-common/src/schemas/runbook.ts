import { z } from 'zod';
import { pageOf } from './primitives';

/** @public */
export const runbookOrigins = [
  'alert',
  'entity',
  'system',
  'domain',
  'owner',
] as const;

/**
 * A runbook as it was resolved for an alert or an entity, best first.
 *
 * @public
 */
export const runbookSchema = z
  .object({
    /** Stable for the same place: made of where it lives, not of what it says. */
    id: z.string(),
    title: z.string(),
    kind: z.enum(['file', 'link']),
    /** Where a person opens it: a page of the portal for files, the address itself for links. */
    url: z.string(),
    from: z.enum(runbookOrigins),
    /** The entity that brought it, absent for the alert's own. */
    fromRef: z.string().optional(),
    /** A sentence: why this one is offered here. */
    because: z.string(),
    /** True when it is meant for the alert at hand, not only for the service. */
    matches: z.boolean(),
    alerts: z.array(z.string()),
    severities: z.array(z.string()),
    steps: z.number().int().min(0),
    lastReviewed: z.string().optional(),
    /** Not reviewed for 180 days, or never. Only for files. */
    stale: z.boolean().optional(),
    executableBy: z.string().optional(),
    rare: z.boolean().optional(),
  })
  .meta({ id: 'Runbook' });

/** @public */
export type Runbook = z.infer<typeof runbookSchema>;

/**
 * The runbooks of a subject. `items` is empty when there is none, which is a gap that the page names; `problems` are places
 * that could not be read, in sentences.
 *
 * @public
 */
export const runbookAnswerSchema = z
  .object({
    items: z.array(runbookSchema),
    problems: z.array(z.string()),
  })
  .meta({ id: 'RunbookAnswer' });

/** @public */
export type RunbookAnswer = z.infer<typeof runbookAnswerSchema>;

/** @public */
export const runbookContentSchema = runbookSchema
  .extend({ markdown: z.string(), sourceUrl: z.string().optional() })
  .meta({ id: 'RunbookContent' });

/** @public */
export type RunbookContent = z.infer<typeof runbookContentSchema>;

/** @public */
export const runbookPageSchema = pageOf(runbookSchema);
