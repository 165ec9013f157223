import { z } from 'zod';
import { alertOutcomes } from './alert';
import { matchersSchema, matcherSchema } from './alertWork';
import {
  entityRefSchema,
  idSchema,
  instantSchema,
  integrationIdSchema,
} from './primitives';
import { actorSchema } from './timeline';

/**
 * Gives alerts that match an entity, when neither a label nor an annotation names one. Rules are asked in their order; the first
 * that matches decides.
 *
 * @public
 */
export const routingRuleSchema = z
  .object({
    id: z.string(),
    /** All of them must hold. */
    matchers: z.array(matcherSchema),
    entityRef: entityRefSchema,
    createdBy: actorSchema,
    createdAt: instantSchema,
  })
  .meta({ id: 'RoutingRule' });

/** @public */
export type RoutingRule = z.infer<typeof routingRuleSchema>;

/** In the order in which they are asked. @public */
export const routingRulesSchema = z
  .object({ items: z.array(routingRuleSchema) })
  .meta({ id: 'RoutingRules' });

/** @public */
export type RoutingRules = z.infer<typeof routingRulesSchema>;

/** @public */
export const createRoutingRuleSchema = z
  .strictObject({ matchers: matchersSchema, entityRef: entityRefSchema })
  .meta({ id: 'CreateRoutingRule' });

/** @public */
export type CreateRoutingRule = z.infer<typeof createRoutingRuleSchema>;

/** All ids, in the new order; refused with 409 when rules have come or gone meanwhile. @public */
export const orderRoutingRulesSchema = z
  .strictObject({ ids: z.array(z.string().min(1).max(36)).max(1_000) })
  .meta({ id: 'OrderRoutingRules' });

/** @public */
export type OrderRoutingRules = z.infer<typeof orderRoutingRulesSchema>;

/** What a delivery would do; one of the four. @public */
export const dryRunSchema = z
  .union([
    z.strictObject({
      integration: z.string().min(1).max(100),
      /** As a monitor would post it. */
      body: z.string().max(1_000_000),
    }),
    z.strictObject({ deadLetter: idSchema }),
    /** As if it were replayed. */
    z.strictObject({ delivery: idSchema }),
    /** As if it fired for the first time. */
    z.strictObject({ alert: idSchema }),
  ])
  .meta({ id: 'DryRun' });

/** @public */
export type DryRun = z.infer<typeof dryRunSchema>;

/** @public */
export const dryRunSteps = [
  'source',
  'identity',
  'flapping',
  'entity',
  'severity',
  'silence',
  'maintenance',
  'group',
  'decision',
] as const;

/**
 * The way of each alert of a delivery, step by step, if it came now. Nothing is written.
 *
 * @public
 */
export const dryRunReplySchema = z
  .object({
    /** Why the delivery would be refused, or brings no alert. */
    remark: z.string().optional(),
    alerts: z.array(
      z.object({
        fingerprint: z.string(),
        title: z.string(),
        status: z.string(),
        became: z.enum(alertOutcomes),
        steps: z.array(
          z.object({
            step: z.enum(dryRunSteps),
            /** What came of it: an entity ref, a level, the key of an incident … */
            result: z.string(),
            /** The label, annotation or line of config that decided. */
            reason: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DryRunReply' });

/** @public */
export type DryRunReply = z.infer<typeof dryRunReplySchema>;

/** Which dead letters are to be read again: these, or all of an integration. @public */
export const replaySchema = z
  .union([
    z.strictObject({ ids: z.array(idSchema).min(1).max(500) }),
    z.strictObject({ integration: integrationIdSchema }),
  ])
  .meta({ id: 'ReplayDeadLetters' });

/** @public */
export type ReplayDeadLetters = z.infer<typeof replaySchema>;

/** @public */
export const replayReplySchema = z
  .object({
    /** Letters that were understood this time, and are gone. */
    replayed: z.number().int().min(0),
    /** Those that are still there, and why. */
    failed: z.array(z.object({ id: z.string(), reason: z.string() })),
    /** More of the integration wait than one call reads again. */
    more: z.boolean().optional(),
  })
  .meta({ id: 'ReplayReply' });

/** @public */
export type ReplayReply = z.infer<typeof replayReplySchema>;
