import type { Alert, Silence } from 'backstage-plugin-incidents-common';
import { inWords, matchesAll } from './matchers';

const day = 24 * 60 * 60 * 1000;
/** Longer than this, and what is silenced is forgotten. */
const longest = 90 * day;
/** Characters of the matchers that a reason quotes. */
const quoted = 300;

type Span = Pick<Silence, 'startsAt' | 'endsAt'>;
type Told = Pick<Silence, 'matchers' | 'reason' | 'createdBy' | 'endsAt'>;

/** Where a silence stands; it holds alerts from its start on, and no more from its end on. */
export function statusOf(span: Span, now: Date): Silence['status'] {
  if (Date.parse(span.endsAt) <= now.getTime()) return 'ended';
  return Date.parse(span.startsAt) <= now.getTime() ? 'active' : 'pending';
}

/** The first of the silences that is active and matches. */
export function silenceOf<S extends Span & Pick<Silence, 'matchers'>>(
  silences: S[],
  alert: Alert,
  now: Date,
): S | undefined {
  return silences.find(
    silence =>
      statusOf(silence, now) === 'active' &&
      matchesAll(silence.matchers, alert),
  );
}

/** What becomes of an alert that a silence holds. */
export function silencedBy(silence: Told): Alert['triage'] {
  const { createdBy, endsAt, reason } = silence;
  const words = inWords(silence.matchers);
  const what = words.length > quoted ? `${words.slice(0, quoted)}…` : words;
  return {
    outcome: 'silenced',
    reason: `${createdBy.ref} silenced ${what} until ${endsAt}: ${reason}`,
  };
}

/** Why an alert that was held is held no more. */
export function endOf(
  silence: Pick<Silence, 'createdBy' | 'endsAt'> & { endedBy?: string },
): string {
  const { createdBy, endsAt, endedBy } = silence;
  return endedBy
    ? `${endedBy} ended the silence of ${createdBy.ref} while it fired`
    : `the silence of ${createdBy.ref} ended at ${endsAt} while it fired`;
}

/** When a new silence holds, or a sentence that says why it cannot. One that should have begun earlier begins now. */
export function spanOf(
  wanted: { startsAt?: string; endsAt: string },
  now: Date,
): Span | string {
  const starts = Date.parse(wanted.startsAt ?? now.toISOString());
  const ends = Date.parse(wanted.endsAt);
  if (ends <= starts) return 'endsAt must be after startsAt';
  if (ends <= now.getTime()) return 'endsAt must be in the future';
  const begins = Math.max(starts, now.getTime());
  if (ends - begins > longest) {
    return 'A silence ends at most 90 days after it begins: what is to be quiet for longer belongs into the monitor';
  }
  return {
    startsAt: new Date(begins).toISOString(),
    endsAt: new Date(ends).toISOString(),
  };
}
