import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

export const triagePolicies = [
  'declare',
  'attach',
  'suggest',
  'record',
] as const;

/**
 * `declare`: an incident if none is open; `suggest`: let a person decide whether to open one; `attach`: only join one that is;
 * `record`: keep the alert.
 */
export type TriagePolicy = (typeof triagePolicies)[number];

/** For how long, and for how many alerts, an incident is the one that alerts of its place join. */
export type GroupBounds = {
  /** Milliseconds since an alert came to it last; for ever when absent. */
  window?: number;
  /** Alerts; any number when absent. */
  cap?: number;
};

/** What an alert must be like; of each list one must fit. Patterns know `*` and `?`. */
export type PolicyMatch = {
  /** Of the entity, or of a system, domain or group that includes it. */
  entities?: string[];
  severities?: string[];
  labels?: Record<string, string>;
  title?: string;
  integrations?: string[];
};

/** One of `incidents.triage.policies[]`. */
export type GroupingPolicy = {
  /** Where it stands in config. */
  line: string;
  name?: string;
  match: PolicyMatch;
  then: GroupBounds & { outcome?: TriagePolicy; groupBy?: string[] };
};

const minute = 60_000;
const text = z.string().trim().min(1).max(2_000);
const texts = z.array(text).min(1);

// Strict: a misspelt condition would be none, and the policy would take every alert.
const policySchema = z.strictObject({
  name: text.optional(),
  match: z.strictObject({
    entities: texts.optional(),
    severities: texts.optional(),
    labels: z.record(z.string(), z.string()).optional(),
    title: text.optional(),
    integrations: texts.optional(),
  }),
  then: z
    .strictObject({
      outcome: z.enum(triagePolicies).optional(),
      groupBy: z.array(text).optional(),
      window: z.unknown().optional(),
      cap: z.unknown().optional(),
    })
    .refine(then => Object.keys(then).length > 0, 'it says nothing'),
});

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readPolicies(
  triage: Config,
  levels: string[],
): GroupingPolicy[] {
  const items = triage.getOptionalConfigArray('policies') ?? [];
  return items.map((item, i) => {
    const line = `incidents.triage.policies[${i}]`;
    const parsed = policySchema.safeParse(item.get());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = [line, ...issue.path.map(String)].join('.');
      throw new InputError(`${place} in config is not valid: ${issue.message}`);
    }
    const { name, match, then } = parsed.data;
    checkLevels(match.severities, levels, `${line}.match.severities`);
    const { outcome, groupBy } = then;
    return {
      ...{ line, name, match },
      then: {
        ...{ outcome, groupBy },
        ...readBounds(item.getConfig('then'), `${line}.then`),
      },
    };
  });
}

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readBounds(config: Config, line: string): GroupBounds {
  const cap = readCap(config, line);
  return {
    ...(config.has('window') && { window: readWindow(config, line) }),
    ...(cap !== undefined && { cap }),
  };
}

/** @throws InputError for a level that no scheme has. */
export function checkLevels(
  named: string[] = [],
  levels: string[],
  line: string,
): void {
  const unknown = named.find(level => !levels.includes(level));
  if (unknown === undefined) return;
  throw new InputError(
    `${line} names ${unknown}, which is no level of incidents.severities; there are ${levels.join(
      ', ',
    )}`,
  );
}

function readWindow(config: Config, line: string): number {
  const window = durationToMilliseconds(
    readDurationFromConfig(config, { key: 'window' }),
  );
  if (window >= minute) return window;
  throw new InputError(`${line}.window must be a minute or more`);
}

function readCap(config: Config, line: string): number | undefined {
  const cap = config.getOptionalNumber('cap');
  if (cap === undefined || (Number.isInteger(cap) && cap >= 1)) return cap;
  throw new InputError(`${line}.cap must be a whole number of 1 or more`);
}
