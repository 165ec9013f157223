import { z } from 'zod';
import { incidentActions, incidentStatuses } from '../lifecycle';
import { onCallAnswerSchema } from './oncall';
import {
  entityRefSchema,
  incidentKeySchema,
  instantSchema,
  pageOf,
  sectionOf,
  severalOf,
  severalStringsSchema,
} from './primitives';
import { runbookAnswerSchema } from './runbook';
import { severitySchemeSchema } from './severity';
import { actorSchema } from './timeline';

/** @public */
export const detectionSources = [
  'monitor',
  'employee',
  'customer',
  'support',
  'drill',
] as const;

/** @public */
export type DetectionSource = (typeof detectionSources)[number];

/** @public */
export const incidentSchema = z
  .object({
    key: incidentKeySchema,
    title: z.string(),
    description: z.string().optional(),
    status: z.enum(incidentStatuses),
    /** Level of the scheme below, such as `SEV2`. */
    severity: z.string(),
    /** 1 is the worst. */
    severityRank: z.number().int().min(1),
    severityScheme: z.string(),
    /** The version of the scheme that was in force when the severity was set. */
    severityVersion: z.string(),
    entityRefs: z.array(entityRefSchema),
    detectionSource: z.enum(detectionSources),
    declaredBy: actorSchema,
    declaredAt: instantSchema,
    /** When somebody first took it up. */
    acknowledgedAt: instantSchema.optional(),
    identifiedAt: instantSchema.optional(),
    mitigatedAt: instantSchema.optional(),
    resolvedAt: instantSchema.optional(),
    closedAt: instantSchema.optional(),
    updatedAt: instantSchema,
    /** When an alert came to it last: one that opened, or that a person brought. */
    lastAlertAt: instantSchema.optional(),
    /** The open incident of the same place that takes no more alerts since this one was declared. */
    follows: incidentKeySchema.optional(),
    /** What was open on what its entity depends on when it was declared. */
    likelyBecauseOf: z.array(incidentKeySchema).optional(),
    /** Nobody is to be paged for it until these are no longer in effect. Absent once that is so. */
    pagesHeld: z.object({ because: z.array(incidentKeySchema) }).optional(),
    /** Alerts that still fire. */
    openAlerts: z.number().int().min(0),
    alerts: z.number().int().min(0),
    drill: z.boolean(),
    /** Rises by one with each change; send it back to be refused when somebody else was faster. */
    version: z.number().int().min(1),
  })
  .meta({ id: 'Incident' });

/** @public */
export type Incident = z.infer<typeof incidentSchema>;

/**
 * Another incident in short.
 *
 * @public
 */
export const relatedIncidentSchema = incidentSchema
  .pick({
    key: true,
    title: true,
    status: true,
    severity: true,
    severityRank: true,
    entityRefs: true,
  })
  .meta({ id: 'RelatedIncident' });

/** @public */
export type RelatedIncident = z.infer<typeof relatedIncidentSchema>;

/** @public */
export const incidentDetailSchema = incidentSchema
  .extend({
    /** Those of `likelyBecauseOf` that the reader may see, the worst first. */
    likelyCauses: z.array(relatedIncidentSchema),
    /** The incidents that name this one as likely cause and that the reader may see; open ones first. */
    likelyEffects: z.array(relatedIncidentSchema),
    actions: z.array(z.enum(incidentActions)),
    severities: sectionOf(severitySchemeSchema),
    runbooks: sectionOf(runbookAnswerSchema),
    onCall: sectionOf(onCallAnswerSchema),
  })
  .meta({ id: 'IncidentDetail' });

/** @public */
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;

/** @public */
export const incidentSorts = [
  'openFirst',
  '-declaredAt',
  'declaredAt',
  'severity',
  '-updatedAt',
] as const;

/** @public */
export const incidentQuerySchema = z.strictObject({
  q: z.string().trim().max(200).optional(),
  /** `open` stands for every stage before `resolved`. */
  status: severalOf([...incidentStatuses, 'open']).optional(),
  severity: severalStringsSchema.optional(),
  /** A system, domain or group includes its parts. */
  entityRef: severalStringsSchema.optional(),
  integration: severalStringsSchema.optional(),
  detectionSource: severalOf(detectionSources).optional(),
  /** Declared at or after. */
  from: instantSchema.optional(),
  /** Declared before. */
  to: instantSchema.optional(),
  drills: z.enum(['hide', 'show', 'only']).default('hide'),
  sort: z.enum(incidentSorts).default('openFirst'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type IncidentQuery = z.infer<typeof incidentQuerySchema>;

/** @public */
export const incidentPageSchema = pageOf(incidentSchema).meta({
  id: 'IncidentPage',
});

/** @public */
export const declareSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    entityRefs: z.array(entityRefSchema).min(1).max(20),
    detectionSource: z.enum(detectionSources),
    /** A level of the scheme of the first entity; its default when absent. */
    severity: z.string().min(1).max(20).optional(),
    description: z.string().trim().max(10_000).optional(),
  })
  .meta({ id: 'DeclareIncident' });

/** @public */
export type DeclareIncident = z.infer<typeof declareSchema>;

/** @public */
export const actSchema = z
  .strictObject({
    action: z.enum(incidentActions),
    note: z.string().trim().max(10_000).optional(),
    /** When given, the action is refused with 409 if the incident has changed since. */
    version: z.number().int().min(1).optional(),
  })
  .meta({ id: 'ActOnIncident' });

/** @public */
export type ActOnIncident = z.infer<typeof actSchema>;

/** @public */
export const noteSchema = z
  .strictObject({ text: z.string().trim().min(1).max(10_000) })
  .meta({ id: 'AddNote' });

/** @public */
export type AddNote = z.infer<typeof noteSchema>;

/** @public */
export const setSeveritySchema = z
  .strictObject({
    severity: z.string().min(1).max(20),
    reason: z.string().trim().max(10_000).optional(),
  })
  .meta({ id: 'SetSeverity' });

/** @public */
export type SetSeverity = z.infer<typeof setSeveritySchema>;
