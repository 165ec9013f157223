import { DateTime } from 'luxon';

const exactFormat: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
};
const dayFormat: Intl.DateTimeFormatOptions = {
  month: 'short',
  day: 'numeric',
};
const yearFormat: Intl.DateTimeFormatOptions = { year: 'numeric' };

/**
 * An instant as a reader wants it: near ones relative, far ones as a date, always with the exact instant in the reader's zone.
 *
 * @public
 */
export function describeInstant(
  at: string,
  now: Date,
  language: string,
): { text: string; exact: string; justNow: boolean } {
  const instant = DateTime.fromISO(at).setLocale(language);
  const present = DateTime.fromJSDate(now);
  const seconds = present.diff(instant).as('seconds');
  const exact = instant.toLocaleString(exactFormat);
  if (Math.abs(seconds) < 60) {
    // Clocks of browsers and servers differ by seconds: such a future is now.
    return { text: '', exact, justNow: true };
  }
  if (Math.abs(seconds) < 14 * 86_400) {
    const text = instant.toRelative({ base: present, style: 'short' }) ?? exact;
    return { text, exact, justNow: false };
  }
  const format =
    instant.year === present.year ? dayFormat : { ...dayFormat, ...yearFormat };
  return { text: instant.toLocaleString(format), exact, justNow: false };
}
