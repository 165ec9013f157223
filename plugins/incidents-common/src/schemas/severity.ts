import { z } from 'zod';

/** @public */
export const severityLevelSchema = z
  .object({
    id: z.string().min(1).max(20),
    title: z.string(),
    criteria: z.string(),
    /** What monitors say for this level, lower case. */
    words: z.array(z.string()),
    /** 1 is the worst; the order in which the scheme lists its levels. */
    rank: z.number().int().min(1),
    response: z.string().optional(),
    commander: z.string().optional(),
    pages: z.string().optional(),
    customerNotice: z.string().optional(),
    internalUpdate: z.string().optional(),
    review: z.string().optional(),
  })
  .meta({ id: 'SeverityLevel' });

/** @public */
export type SeverityLevel = z.infer<typeof severityLevelSchema>;

/** @public */
export const severitySchemeSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    /** Short hash of the content: two schemes with the same version say the same. */
    version: z.string(),
    /** The level of an alert that brings none or an unknown one. */
    default: z.string(),
    levels: z.array(severityLevelSchema).min(1),
    /** Where the scheme comes from: the entity whose annotation named it, absent for the default of the portal. */
    inheritedFrom: z.string().optional(),
  })
  .meta({ id: 'SeverityScheme' });

/** @public */
export type SeverityScheme = z.infer<typeof severitySchemeSchema>;
