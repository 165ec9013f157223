import { z } from 'zod';

/** Of what the REST API answers, only what is read; anything more may come. */
const referenceSchema = z.object({
  id: z.string(),
  summary: z.string().nullish(),
});

const userSchema = referenceSchema.extend({
  name: z.string().nullish(),
  email: z.string().nullish(),
});

export const onCallSchema = z.object({
  escalation_level: z.number().int().min(1),
  user: userSchema,
  /** None for somebody whom the policy names directly. */
  schedule: referenceSchema.nullish(),
  escalation_policy: referenceSchema.nullish(),
  /** Without them somebody is always on call. */
  start: z.iso.datetime({ offset: true }).nullish(),
  end: z.iso.datetime({ offset: true }).nullish(),
});

export type OnCallEntry = z.infer<typeof onCallSchema>;

export const onCallPageSchema = z.object({
  oncalls: z.array(onCallSchema),
  more: z.boolean().nullish(),
});

export const scheduleAnswerSchema = z.object({
  schedule: referenceSchema.extend({ name: z.string().nullish() }),
});

export const policyAnswerSchema = z.object({
  escalation_policy: referenceSchema.extend({ name: z.string().nullish() }),
});
