import { weekdays } from 'backstage-plugin-incidents-common';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { readDurationFromConfig } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { IncidentNotifier } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { isZone } from '../platform/calendar/zone';
import { readEmail, type EmailSettings } from './emailSettings';
import { readLinks, type LinkSettings } from './linkSettings';
import { builtInPolicy, defaults, lastAnswer } from './rules/builtInPolicy';
import type { MatchingPolicy } from './rules/choosePolicy';
import type { Target } from './rules/page';
import { readWebhooks, type WebhookSettings } from './webhookSettings';

export type EscalationSettings = {
  policies: MatchingPolicy[];
  webhooks: WebhookSettings[];
  email?: EmailSettings;
  links?: LinkSettings;
};

type KnownNotifier = Pick<IncidentNotifier, 'id' | 'checkSettings'>;

const line = 'incidents.escalation';
const minute = 60_000;
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be letters, digits and dashes');
const refOf = (kind: string) =>
  z.string().transform((text, context) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(text, { defaultKind: kind }),
      ).toLowerCase();
    } catch {
      context.addIssue(`${text} is no ${kind} of the catalog`);
      return z.NEVER;
    }
  });

// Strict everywhere: a misspelt word would silently call nobody.
const targetSchema = z
  .strictObject({
    level: z.number().int().min(1).max(20).optional(),
    user: refOf('user').optional(),
    group: refOf('group').optional(),
    lead: z.literal(true).optional(),
    webhook: id.optional(),
    notifier: id.optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(
    ({ settings, ...named }) =>
      Object.values(named).filter(one => one !== undefined).length === 1,
    'must name one of level, user, group, lead, webhook and notifier',
  )
  .refine(
    ({ settings, notifier }) => !settings || notifier,
    'has settings, which go with a notifier only',
  );
const targets = z.array(targetSchema);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
const hoursSchema = z.strictObject({
  timeZone: z.string().refine(isZone, 'must be an IANA time zone'),
  days: z.array(z.enum(weekdays)).min(1).default(weekdays.slice(0, 5)),
  ...{ from: time, to: time },
  when: z.enum(['inside', 'outside']).default('inside'),
});
const policySchema = z.strictObject({
  id,
  match: z
    .strictObject({
      severities: z.array(z.string()).min(1).optional(),
      entityRefs: z.array(z.string().min(1)).min(1).optional(),
      businessHours: hoursSchema.optional(),
    })
    .default({}),
  steps: z
    .array(
      z.strictObject({
        after: z.unknown().optional(),
        targets: targets.min(1),
      }),
    )
    .min(1)
    .max(20),
  repeats: z.number().int().min(0).max(20).default(defaults.repeats),
  roundLasts: z.unknown().optional(),
  acknowledgedFor: z.unknown().optional(),
  fallback: targets.default(defaults.fallback),
  finalAlarm: targets.default(defaults.finalAlarm),
});

/**
 * @param known - Ids of the levels of all severity schemes, and all notifiers.
 * @throws InputError that names the line of config which is wrong.
 */
export function readEscalationSettings(
  config: Config,
  known: { levels: string[]; notifiers: KnownNotifier[] },
): EscalationSettings {
  const escalation = config.getOptionalConfig(line);
  const webhooks = readWebhooks(escalation, line);
  const email = readEmail(escalation, line);
  const links = readLinks(escalation, line);
  const notifiers = [...known.notifiers, ...(email ? [{ id: 'email' }] : [])];
  const items = escalation?.getOptionalConfigArray('policies');
  const policies = items?.map((item, i) =>
    readPolicy(item, `${line}.policies[${i}]`),
  ) ?? [builtInPolicy];
  policies.forEach((policy, i) => {
    const place = `${line}.policies[${i}]`;
    if (policies.findIndex(other => other.id === policy.id) < i) {
      throw new InputError(`${place}.id ${policy.id} is there twice`);
    }
    checkNames(policy, place, {
      ...{ levels: known.levels, notifiers },
      webhooks: webhooks.map(webhook => webhook.id),
    });
  });
  return { policies, webhooks, email, links };
}

function readPolicy(item: Config, place: string): MatchingPolicy {
  const parsed = policySchema.safeParse(item.get());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = [place, ...issue.path.map(String)].join('.');
    throw new InputError(`${field} in config is not valid: ${issue.message}`);
  }
  const { repeats, ...policy } = parsed.data;
  const afters = item
    .getConfigArray('steps')
    .map((step, i) =>
      readTime(step, 'after', `${place}.steps[${i}]`, { least: 0, usual: 0 }),
    );
  const wrong = afters.findIndex((after, i) => i > 0 && after <= afters[i - 1]);
  if (wrong > 0) {
    throw new InputError(
      `${place}.steps[${wrong}].after must be longer than that of the step before`,
    );
  }
  const last = afters.at(-1)!;
  return {
    ...policy,
    steps: policy.steps.map((step, i) => ({ ...step, after: afters[i] })),
    rounds: repeats + 1,
    roundLasts: readTime(item, 'roundLasts', place, {
      ...{ least: last + minute, usual: last + lastAnswer },
    }),
    acknowledgedFor: readTime(item, 'acknowledgedFor', place, {
      ...{ least: minute, usual: defaults.acknowledgedFor },
    }),
  };
}

function readTime(
  config: Config,
  key: string,
  place: string,
  { least, usual }: { least: number; usual: number },
): number {
  if (!config.has(key)) return usual;
  let read: HumanDuration;
  try {
    read = readDurationFromConfig(config, { key });
  } catch (error) {
    throw new InputError(`${place}.${key}: ${(error as Error).message}`);
  }
  const milliseconds = durationToMilliseconds(read);
  if (milliseconds >= least) return milliseconds;
  throw new InputError(
    `${place}.${key} must be ${Math.ceil(least / minute)} minutes or more`,
  );
}

function checkNames(
  policy: MatchingPolicy,
  place: string,
  known: {
    levels: string[];
    notifiers: KnownNotifier[];
    webhooks: string[];
  },
): void {
  const check = (names: string[], among: string[], what: string) => {
    const unknown = names.find(name => !among.includes(name));
    if (unknown === undefined) return;
    throw new InputError(
      `${place}${what} ${unknown}; there ${
        among.length > 0 ? `are ${among.join(', ')}` : 'is none'
      }`,
    );
  };
  const all: Target[] = [
    ...policy.steps.flatMap(step => step.targets),
    ...policy.fallback,
    ...policy.finalAlarm,
  ];
  const named = (key: 'webhook' | 'notifier') =>
    all.flatMap(target => target[key] ?? []);
  const { severities = [] } = policy.match;
  check(severities, known.levels, '.match.severities names the unknown level');
  check(named('webhook'), known.webhooks, ' names the unknown webhook');
  const ids = known.notifiers.map(one => one.id);
  check(named('notifier'), ids, ' names the unknown notifier');
  for (const { notifier, settings = {} } of all) {
    const one = known.notifiers.find(other => other.id === notifier);
    const wrong = one?.checkSettings?.(settings);
    if (wrong) {
      throw new InputError(`${place} has settings for ${notifier}: ${wrong}`);
    }
  }
}
