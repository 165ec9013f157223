import type { RemoteOnCallProvider } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { NotThere, type Api } from './api';
import {
  onCallPageSchema,
  policyAnswerSchema,
  scheduleAnswerSchema,
  type OnCallEntry,
} from './schemas';
import type { Settings } from './settings';
import { toShifts, type Subject } from './toShifts';

const perPage = 100;
const mostPages = 30;

/** `pagerduty:<id>`, of a schedule or an escalation policy. */
export function createPagerdutyProvider(
  api: Api,
  { everySeconds }: Pick<Settings, 'everySeconds'>,
): RemoteOnCallProvider {
  return {
    id: 'pagerduty',
    title: 'PagerDuty',
    everySeconds,
    async shifts({ target = '', from, to, signal }) {
      const subject = await subjectOf(api, target, signal);
      const entries = await entriesOf(api, subject, { from, to, signal });
      const { kind, title } = subject;
      const what = kind === 'schedule' ? 'schedule' : 'escalation policy';
      const because =
        entries.length > 0
          ? `The ${what} “${title}” of PagerDuty has them.`
          : `The ${what} “${title}” of PagerDuty has nobody on call.${
              kind === 'schedule'
                ? ' PagerDuty tells of a schedule only when an escalation policy uses it.'
                : ''
            }`;
      const shifts = toShifts(entries, subject, { from, to });
      return { subject: title, shifts, because };
    },
  };
}

/**
 * Ids do not tell what they are of.
 *
 * @throws Error with a sentence.
 */
async function subjectOf(
  api: Api,
  target: string,
  signal: AbortSignal,
): Promise<Subject> {
  if (!/^[A-Za-z0-9]{1,30}$/.test(target)) {
    throw new Error(
      'the annotation must name the id of a schedule or an escalation policy, as its address in PagerDuty has it',
    );
  }
  const id = target;
  try {
    const answer = await api.get(`/schedules/${id}`, [], signal);
    const { schedule } = parse(scheduleAnswerSchema, answer);
    return { kind: 'schedule', id, title: titleOf(schedule) };
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
  }
  try {
    const answer = await api.get(`/escalation_policies/${id}`, [], signal);
    const { escalation_policy: policy } = parse(policyAnswerSchema, answer);
    return { kind: 'policy', id, title: titleOf(policy) };
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    throw new Error(`it has neither a schedule nor an escalation policy ${id}`);
  }
}

async function entriesOf(
  api: Api,
  { kind, id }: Subject,
  asked: { from: Date; to: Date; signal: AbortSignal },
): Promise<OnCallEntry[]> {
  const filter =
    kind === 'schedule' ? 'schedule_ids[]' : 'escalation_policy_ids[]';
  const entries: OnCallEntry[] = [];
  for (let page = 0; page < mostPages; page++) {
    const answer = await api.get(
      '/oncalls',
      [
        [filter, id],
        ['since', asked.from.toISOString()],
        ['until', asked.to.toISOString()],
        ['include[]', 'users'],
        ['time_zone', 'UTC'],
        ['limit', String(perPage)],
        ['offset', String(page * perPage)],
      ],
      asked.signal,
    );
    const { oncalls, more } = parse(onCallPageSchema, answer);
    entries.push(...oncalls);
    if (!more) return entries;
  }
  throw new Error(`it answers more than ${mostPages * perPage} shifts`);
}

function titleOf(named: {
  id: string;
  name?: string | null;
  summary?: string | null;
}): string {
  return named.name || named.summary || named.id;
}

function parse<T extends z.ZodType>(schema: T, answer: unknown): z.infer<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new Error(
    `its API answers something unknown: ${path.join('.')}: ${message}`,
  );
}
