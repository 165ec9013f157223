import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { checkLevels } from './policySettings';

/** What an incident on something that an entity depends on means for the incidents of that entity. */
export type InhibitionSettings = {
  /** Levels that count; those of the ranks 1 and 2 when absent. */
  severities?: string[];
  /** Steps from an entity to what it depends on; 0 looks at nothing. */
  depth: number;
  /** Whether nobody is paged for an incident while what it is likely because of is in effect. */
  holdPages: boolean;
};

const line = 'incidents.triage.inhibition';

// Strict: a misspelt `holdPages` would be none.
const schema = z.strictObject({
  severities: z.array(z.string()).min(1).optional(),
  // Further away nearly everything depends on everything.
  depth: z.number().int().min(0).max(5).default(1),
  holdPages: z.boolean().default(false),
});

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readInhibition(
  triage: Config | undefined,
  levels: string[],
): InhibitionSettings {
  const parsed = schema.safeParse(triage?.getOptional('inhibition') ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = [line, ...issue.path.map(String)].join('.');
    throw new InputError(`${place} in config is not valid: ${issue.message}`);
  }
  checkLevels(parsed.data.severities, levels, `${line}.severities`);
  return parsed.data;
}
