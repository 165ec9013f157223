import { z } from 'zod';
import { alertSchema } from './alert';
import { incidentSchema, relatedIncidentSchema } from './incident';
import { runningMaintenanceSchema } from './maintenance';
import { onCallAnswerSchema } from './oncall';
import { entityRefSchema, instantSchema, sectionOf } from './primitives';
import { runbookAnswerSchema } from './runbook';
import { severitySchemeSchema } from './severity';

/** One incident of the 90-day strip: enough to draw a bar, name it and list it. @public */
export const stripItemSchema = incidentSchema
  .pick({
    key: true,
    title: true,
    status: true,
    severity: true,
    severityRank: true,
    entityRefs: true,
    declaredAt: true,
    resolvedAt: true,
  })
  .meta({ id: 'StripItem' });

/** @public */
export type StripItem = z.infer<typeof stripItemSchema>;

/** @public */
export const dependencySchema = z
  .object({
    entityRef: entityRefSchema,
    openIncidents: z.number().int().min(0),
    worst: z.string().optional(),
    keys: z.array(z.string()),
  })
  .meta({ id: 'DependencyHealth' });

/** @public */
export type DependencyHealth = z.infer<typeof dependencySchema>;

/**
 * What the tab of an entity needs, in one call. A system, domain or group rolls its parts up. Sections fail one by one.
 *
 * @public
 */
export const entitySummarySchema = z
  .object({
    entityRef: entityRefSchema,
    at: instantSchema,
    /** How many entities the answer covers: 1 for a component. */
    covers: z.number().int().min(1),
    open: z.array(incidentSchema),
    /** What the open ones are likely because of, as far as the reader may see it; the worst first. */
    likelyCauses: z.array(relatedIncidentSchema),
    recent: z.array(incidentSchema),
    firing: z.array(alertSchema),
    /** Windows that are open now and cover it, or a part of it. */
    maintenance: sectionOf(z.array(runningMaintenanceSchema)),
    lastIncidentAt: instantSchema.optional(),
    incidentsIn90Days: z.number().int().min(0),
    strip: z.array(stripItemSchema),
    onCall: sectionOf(onCallAnswerSchema),
    runbooks: sectionOf(runbookAnswerSchema),
    severities: sectionOf(severitySchemeSchema),
    dependencies: sectionOf(z.array(dependencySchema)),
  })
  .meta({ id: 'EntitySummary' });

/** @public */
export type EntitySummary = z.infer<typeof entitySummarySchema>;

/** @public */
export const needKinds = [
  'nobody-answered',
  'not-acknowledged',
  'unrouted-alerts',
  'suggested-incidents',
  'routing-pending',
  'silence-ending',
  'maintenance-ending',
  'no-runbook',
  'to-resolve',
  'dead-letters',
] as const;

/**
 * Something that waits for a person.
 *
 * @public
 */
export const needSchema = z
  .object({
    kind: z.enum(needKinds),
    count: z.number().int().min(1),
    /** The oldest one, so that neglect shows. */
    since: instantSchema,
    incidentKeys: z.array(z.string()),
  })
  .meta({ id: 'Need' });

/** @public */
export type Need = z.infer<typeof needSchema>;

/** @public */
export const heatRowSchema = z
  .object({
    entityRef: entityRefSchema,
    title: z.string(),
    /** Incidents declared per UTC day, oldest first, the last one is today. */
    days: z.array(z.number().int().min(0)),
    /** The worst severity rank per day, 0 for none. */
    worst: z.array(z.number().int().min(0)),
  })
  .meta({ id: 'HeatRow' });

/** @public */
export type HeatRow = z.infer<typeof heatRowSchema>;

/** @public */
export const onCallNowSchema = z
  .object({ entityRef: entityRefSchema, answer: onCallAnswerSchema })
  .meta({ id: 'OnCallNow' });

/** @public */
export const overviewSchema = z
  .object({
    at: instantSchema,
    open: z.array(incidentSchema),
    openTotal: z.number().int().min(0),
    incidentsIn90Days: z.number().int().min(0),
    alertsIn90Days: z.number().int().min(0),
    needs: z.array(needSchema),
    /** Windows that are open now. */
    maintenance: sectionOf(z.array(runningMaintenanceSchema)),
    /** Per owner group of what is open now. */
    onCall: sectionOf(z.array(onCallNowSchema)),
    heat: sectionOf(z.array(heatRowSchema)),
  })
  .meta({ id: 'Overview' });

/** @public */
export type Overview = z.infer<typeof overviewSchema>;
