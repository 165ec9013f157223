import { DateTime } from 'luxon';
import type { Filters } from './describeFilters';

/** The spans that are offered, in days. */
export const periods = ['1', '7', '30', '90'] as const;

export type PeriodChoice =
  | { chosen: 'any' }
  | { chosen: (typeof periods)[number] }
  | { chosen: 'fixed'; day: string }
  | { chosen: 'fixed'; day?: never; from?: string; to?: string };

/**
 * Which of the offered spans an address stands for. A span reaches back from the start of an hour, so that the same choice
 * asks the same question for a while.
 */
export function describePeriod(
  filters: Pick<Filters, 'from' | 'to'>,
  now: Date,
  language: string,
): PeriodChoice {
  const { from, to } = filters;
  if (!from && !to) return { chosen: 'any' };
  const days = from && !to && periods.find(p => isNear(startOf(p, now), from));
  if (days) return { chosen: days };
  const day = (at: number) => dayOf(at, now, language);
  // `to` is the first instant that is not included.
  const last = to && day(Date.parse(to) - 1);
  const first = from && day(Date.parse(from));
  if (first && first === last) return { chosen: 'fixed', day: first };
  return {
    chosen: 'fixed',
    ...(first && { from: first }),
    ...(last && { to: last }),
  };
}

function dayOf(at: number, now: Date, language: string): string {
  const day = DateTime.fromMillis(at).setLocale(language);
  const isThisYear = day.year === DateTime.fromJSDate(now).year;
  return day.toLocaleString({
    month: 'short',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
  });
}

export function startOf(days: string, now: Date): string {
  const hour = DateTime.fromJSDate(now).toUTC().startOf('hour');
  return hour.minus({ days: Number(days) }).toISO()!;
}

/** A link of this morning still means "the last 7 days". */
function isNear(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) < 12 * 3_600_000;
}
