import type {
  CreateSilence,
  Matcher,
  Silence,
} from 'backstage-plugin-incidents-common';
import { usableMatchers } from './describeMatchers';

const hour = 3_600_000;
const longest = 90 * 24 * hour;

/** How long a silence may last without a date. */
export const silenceSpans = { '1h': hour, '4h': 4 * hour, '1d': 24 * hour };

export const silenceDurations = ['1h', '4h', '1d', 'until'] as const;

/** What is in the form so far. */
export type SilenceDraft = {
  matchers: Matcher[];
  duration: (typeof silenceDurations)[number];
  /** As a field for date and time holds it, in the reader's zone. */
  until: string;
  reason: string;
};

type Missing = 'matchers' | 'until' | 'tooLong' | 'reason';

export function emptySilence(matchers: Matcher[]): SilenceDraft {
  return { matchers, duration: '1h', until: '', reason: '' };
}

/** When the silence would end, what is still missing, and what would be sent. */
export function describeSilenceDraft(
  draft: SilenceDraft,
  now: Date,
): { endsAt?: string; missing: Missing[]; body?: CreateSilence } {
  const matchers = usableMatchers(draft.matchers);
  const reason = draft.reason.trim();
  const ends = endOf(draft, now);
  const missing: Missing[] = [];
  if (!matchers) missing.push('matchers');
  if (!(ends > now.getTime())) missing.push('until');
  if (ends > now.getTime() + longest) missing.push('tooLong');
  if (!reason) missing.push('reason');
  const endsAt = Number.isNaN(ends) ? undefined : new Date(ends).toISOString();
  if (missing.length || !matchers || !endsAt) return { endsAt, missing };
  return { endsAt, missing, body: { matchers, reason, endsAt } };
}

function endOf({ duration, until }: SilenceDraft, now: Date): number {
  if (duration === 'until') return Date.parse(until);
  return now.getTime() + silenceSpans[duration];
}

/** What is to be said of a silence, in the order in which it matters. */
export function describeSilence(
  silence: Silence,
  now: Date,
): { canEnd: boolean; endsSoon: boolean; time: 'from' | 'until' | 'ended' } {
  const left = Date.parse(silence.endsAt) - now.getTime();
  const isActive = silence.status === 'active';
  const times = { pending: 'from', active: 'until', ended: 'ended' } as const;
  return {
    canEnd: silence.status !== 'ended',
    endsSoon: isActive && left < hour,
    time: times[silence.status],
  };
}
