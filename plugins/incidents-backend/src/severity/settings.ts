import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const text = z.string().trim().min(1).max(2_000);

const levelSchema = z.strictObject({
  id: z.string().trim().min(1).max(20),
  title: text,
  criteria: text,
  words: z.array(z.string().trim().toLowerCase().min(1).max(100)).default([]),
  response: text.optional(),
  commander: text.optional(),
  pages: text.optional(),
  customerNotice: text.optional(),
  internalUpdate: text.optional(),
  review: text.optional(),
});

const schemeSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    title: text,
    default: z.string(),
    levels: z.array(levelSchema).min(1).max(20),
  })
  .refine(
    scheme => scheme.levels.some(level => level.id === scheme.default),
    'default must be the id of one of the levels',
  );

const settingsSchema = z
  .strictObject({
    default: z.string(),
    labels: z.array(z.string()).default(['severity', 'priority']),
    schemes: z.array(schemeSchema).min(1),
  })
  .refine(
    settings => settings.schemes.some(({ name }) => name === settings.default),
    'default must be the name of one of the schemes',
  );

/** `incidents.severities` of config, checked. */
export type SeveritySettings = z.infer<typeof settingsSchema>;
export type SchemeSettings = SeveritySettings['schemes'][number];

/** What holds in a portal that configures nothing: criteria by share of users, after PagerDuty's and Google's tables. */
export const shippedSettings: SeveritySettings = {
  default: 'standard',
  labels: ['severity', 'priority'],
  schemes: [
    {
      name: 'standard',
      title: 'Standard',
      default: 'SEV3',
      levels: [
        {
          id: 'SEV1',
          title: 'Critical',
          criteria:
            'A core function is unusable for at least half of the users, or data is lost or exposed.',
          words: ['critical', 'fatal', 'page', 'emergency', 'p1'],
          response: 'All other work of the assigned teams stops.',
          commander: 'within 5 minutes',
          pages: 'owner, dependents',
          customerNotice: 'first within 10 minutes',
          internalUpdate: 'every 30 minutes',
          review: 'full, within 3 calendar days',
        },
        {
          id: 'SEV2',
          title: 'Major',
          criteria:
            'A core function is unusable for at least one user in twenty, or heavily degraded for most.',
          words: ['error', 'high', 'major', 'p2'],
          response: 'Takes precedence over all planned work.',
          commander: 'within 10 minutes',
          pages: 'owner, backup',
          customerNotice: 'first within 20 minutes',
          internalUpdate: 'every 60 minutes',
          review: 'full, within 5 business days',
        },
        {
          id: 'SEV3',
          title: 'Minor',
          criteria:
            'A partial or minor loss with a workaround, or redundancy is lost.',
          words: ['warning', 'warn', 'medium', 'minor', 'p3'],
          response: 'First priority of the owner.',
          pages: 'owner',
          customerNotice: 'if asked or noticeable',
          internalUpdate: 'when the state changes',
          review: 'light, within 10 business days',
        },
        {
          id: 'SEV4',
          title: 'Low',
          criteria: 'No effect on use.',
          words: ['info', 'information', 'low', 'none', 'p4', 'p5'],
          response: 'In business hours.',
          pages: 'nobody at night',
          review: 'light, if useful',
        },
      ],
    },
  ],
};

/** The ids of the levels of all schemes, each once. */
export function levelsOf({ schemes }: SeveritySettings): string[] {
  const ids = schemes.flatMap(({ levels }) => levels.map(({ id }) => id));
  return [...new Set(ids)];
}

/**
 * Severity definitions as config has them, or the ones that the suite ships.
 *
 * @throws InputError that names the line which is wrong.
 */
export function readSeveritySettings(
  config: RootConfigService,
): SeveritySettings {
  const configured = config.getOptional('incidents.severities');
  if (configured === undefined) return shippedSettings;
  const parsed = settingsSchema.safeParse(configured);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = ['incidents.severities', ...issue.path.map(String)].join('.');
  throw new InputError(`${place} in config is not valid: ${issue.message}`);
}
