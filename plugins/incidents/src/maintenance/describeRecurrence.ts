import type { Words } from '../translation';

/** Days of the week as an RRULE knows them, from Monday. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const nths = ['1', '2', '3', '4', '5', '-1'] as const;
/** Parts that are put into words. */
const worded = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'COUNT', 'WKST'];

/** An RRULE in words; as it is when it says more than the words do. */
export function describeRecurrence(
  rule: string,
  { t, language }: { t: Words; language: string },
): string {
  const parts = new Map(
    rule.split(';').map(part => part.split('=') as [string, string]),
  );
  const often = oftenOf(parts, { t, language });
  if (!often || [...parts.keys()].some(name => !worded.includes(name))) {
    return rule;
  }
  const until = parts.get('UNTIL');
  const times = parts.get('COUNT');
  const last = until && dayOf(until, language);
  return [
    often,
    last && t('maintenance.recurs.until', { day: last }),
    times && t('maintenance.recurs.times', { times }),
  ]
    .filter(Boolean)
    .join(', ');
}

function oftenOf(
  parts: Map<string, string>,
  { t, language }: { t: Words; language: string },
): string | undefined {
  const interval = parts.get('INTERVAL') ?? '1';
  const days = parts.get('BYDAY');
  const isEach = interval === '1';
  switch (parts.get('FREQ')) {
    case 'DAILY':
      if (days) return undefined;
      return isEach
        ? t('maintenance.recurs.daily')
        : t('maintenance.recurs.days', { interval });
    case 'WEEKLY':
      if (!isEach) {
        return days ? undefined : t('maintenance.recurs.weeks', { interval });
      }
      return days
        ? t('maintenance.recurs.weeklyOn', { days: namesOf(days, language) })
        : t('maintenance.recurs.weekly');
    case 'MONTHLY':
      if (!isEach) return undefined;
      return days
        ? nthOf(days, { t, language })
        : t('maintenance.recurs.monthly');
    case 'YEARLY':
      return isEach && !days ? t('maintenance.recurs.yearly') : undefined;
    default:
      return undefined;
  }
}

function nthOf(
  days: string,
  { t, language }: { t: Words; language: string },
): string | undefined {
  const [, number, day] = /^([-+]?\d)([A-Z]{2})$/.exec(days) ?? [];
  const nth = nths.find(one => one === number?.replace('+', ''));
  if (!nth || !day) return undefined;
  return t('maintenance.recurs.monthlyNth', {
    nth: t(`maintenance.nth.${nth}`),
    day: namesOf(day, language),
  });
}

function namesOf(days: string, language: string): string {
  const names = days.split(',').map(day => {
    const place = weekdays.findIndex(one => one === day);
    // The 1st of January 2024 was a Monday.
    return place < 0
      ? day
      : new Intl.DateTimeFormat(language, {
          weekday: 'short',
          timeZone: 'UTC',
        }).format(Date.UTC(2024, 0, 1 + place));
  });
  return names.join(', ');
}

/** The day of `20261231T235959`, whatever the reader's zone. */
function dayOf(until: string, language: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(
    until.replaceAll('-', ''),
  ) ?? ['', '1970', '01', '01'];
  return new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
  }).format(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
