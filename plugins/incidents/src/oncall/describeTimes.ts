import { DateTime, type DateTimeFormatOptions } from 'luxon';

const clock = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const satisfies DateTimeFormatOptions;
const weekday = { weekday: 'short', ...clock } as const;
const date = { month: 'short', day: 'numeric', ...weekday } as const;

export type TimesOf = { from: string; to: string };
export type Place = { zone: string; language: string };

/** From when to when, by the clock of a place: short where the days stand beside it. */
export function describeTimes(
  { from, to }: TimesOf,
  { zone, language }: Place,
  length: 'short' | 'long',
): string {
  const [begin, end] = [from, to].map(at =>
    DateTime.fromISO(at, { zone }).setLocale(language),
  );
  const format = length === 'short' ? weekday : date;
  const last = begin.hasSame(end, 'day') ? clock : format;
  return `${begin.toLocaleString(format)} – ${end.toLocaleString(last)}`;
}

/** A day of the calendar as the head of a column. */
export function describeDate(iso: string, language: string): string {
  return DateTime.fromISO(iso, { zone: 'utc' })
    .setLocale(language)
    .toLocaleString({ weekday: 'short', month: 'short', day: 'numeric' });
}
