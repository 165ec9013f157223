import { DateTime } from 'luxon';

/** A fortnight of the calendar, and what is asked for it. */
export type FortnightSpan = {
  /** The first of its days, such as `2026-11-16`. */
  firstDay: string;
  previous: string;
  next: string;
  /** A week more on either side: most shifts are then seen as a whole. */
  asked: { from: string; to: string };
};

/** The fortnight from `wanted` on, or from the Monday of this week when that is no date. */
export function fortnightAt(
  wanted: string | null,
  now: Date,
  zone: string,
): FortnightSpan {
  const chosen = /^\d{4}-\d\d-\d\d$/.test(wanted ?? '')
    ? DateTime.fromISO(wanted!, { zone })
    : undefined;
  const first = chosen?.isValid
    ? chosen
    : DateTime.fromJSDate(now, { zone }).startOf('week');
  const at = (weeks: number) => first.plus({ weeks }).startOf('day');
  return {
    firstDay: first.toISODate()!,
    previous: at(-2).toISODate()!,
    next: at(2).toISODate()!,
    asked: {
      from: at(-1).toUTC().toISO()!,
      to: at(3).toUTC().toISO()!,
    },
  };
}
