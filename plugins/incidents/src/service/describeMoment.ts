import { DateTime } from 'luxon';

const clock = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions;

/** A wall-clock time as one says it to a colleague: today's without a day, another one's with weekday and date. */
export function describeMoment(
  at: string,
  now: Date,
  language: string,
): string {
  const instant = DateTime.fromISO(at).setLocale(language);
  const today = instant.hasSame(DateTime.fromJSDate(now), 'day');
  return instant.toLocaleString(
    today
      ? clock
      : { weekday: 'short', month: 'short', day: 'numeric', ...clock },
  );
}

/** A day without its time, for the ends of ranges. */
export function describeDay(instant: number, language: string): string {
  return DateTime.fromMillis(instant)
    .setLocale(language)
    .toLocaleString({ month: 'short', day: 'numeric' });
}
