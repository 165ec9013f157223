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

/** How many incidents a day had, for a strip of more than can be told apart. @public */
export const stripDaySchema = z
  .object({
    /** In UTC. */
    day: z.iso.date(),
    incidents: z.number().int().min(1),
    /** The rank of the worst of them. */
    worstRank: z.number().int().min(1),
  })
  .meta({ id: 'StripDay' });

/** @public */
export type StripDay = z.infer<typeof stripDaySchema>;

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
    /** The latest ones, open or over. */
    recent: z.array(incidentSchema),
    firing: z.array(alertSchema),
    /** Windows that are open now and cover it, or a part of it. */
    maintenance: sectionOf(z.array(runningMaintenanceSchema)),
    lastIncidentAt: instantSchema.optional(),
    incidentsIn90Days: z.number().int().min(0),
    /** Those of 90 days, unless they are so many that there are `days` instead. */
    strip: z.array(stripItemSchema),
    /** The days of these 90 that had any, the oldest first. What was dismissed does not count. */
    days: z.array(stripDaySchema).optional(),
    /** `incidentsIn90Days`, `strip` and `days` go back to here: there are older ones within the 90 days that nobody counted. */
    countedSince: instantSchema.optional(),
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
    /** There are more open ones, and nobody counted them. */
    openTotalIsAtLeast: z.boolean().optional(),
    incidentsIn90Days: z.number().int().min(0),
    incidentsIn90DaysIsAtLeast: z.boolean().optional(),
    alertsIn90Days: z.number().int().min(0),
    alertsIn90DaysIsAtLeast: z.boolean().optional(),
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
