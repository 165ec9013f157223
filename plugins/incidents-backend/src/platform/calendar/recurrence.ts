import ICAL from 'ical.js';
import { shownBy, timeOf, type Zone } from './wallClock';

const often = ['HOURLY', 'MINUTELY', 'SECONDLY'];
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const understood = [
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'],
  ...['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'],
  ...['BYHOUR', 'BYMINUTE', 'BYSECOND'],
];
/** Of parts that make one day have many. */
const once = ['BYMINUTE', 'BYSECOND'];
const longest = 366;
/** From the beginning of a day. */
const lastSecond = 86_399_000;
/** Days of February in the years that have most. */
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days that are looked at, at most: some 30 years of what recurs daily. */
const longestSearch = 12_000;

/** Days that may still be looked at; what several recurrences share runs down with each. */
export type Patience = { days: number };

/**
 * Counts its steps: some days come together once in centuries, and some never.
 */
class Counting extends ICAL.RecurIterator {
  // Without a value: it counts before its constructor has ended.
  declare steps?: number;

  override next_day() {
    this.count();
    return super.next_day();
  }

  override next_week() {
    this.count();
    return super.next_week();
  }

  override next_month() {
    this.count();
    return super.next_month();
  }

  override next_year() {
    this.count();
    return super.next_year();
  }

  override increment_year(years: number) {
    this.count();
    return super.increment_year(years);
  }

  private count() {
    this.steps = (this.steps ?? 0) + 1;
    if (this.steps > longestSearch) {
      throw new Error(
        'its days are too far away, or it began too long ago; let it begin later',
      );
    }
  }
}

/**
 * What is wrong with a recurrence, in a sentence, or nothing. The library would look for days that never come until the process is
 * killed, and would list every second of a year: what is let through here ends.
 */
export function flawOf(recurrence: string): string | undefined {
  const parts = partsOf(recurrence);
  if (!parts) return 'it must be a list of NAME=VALUE with semicolons between';
  const frequency = parts.get('FREQ');
  if (often.includes(frequency ?? '')) {
    return `FREQ=${frequency} is too often: it may recur daily, weekly, monthly or yearly`;
  }
  if (!frequencies.includes(frequency ?? '')) {
    return `FREQ must be one of ${frequencies.join(', ')}`;
  }
  const strange = [...parts.keys()].find(name => !understood.includes(name));
  if (strange) return `${strange} is not understood`;
  const many = once.find(name => parts.get(name)?.includes(','));
  if (many) return `${many} may have one value`;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  if (!(Number.isInteger(interval) && interval >= 1 && interval <= longest)) {
    return `INTERVAL must be a whole number from 1 to ${longest}`;
  }
  return flawOfDays(parts) ?? flawOfSyntax(recurrence);
}

function partsOf(recurrence: string): Map<string, string> | undefined {
  const pairs = recurrence
    .toUpperCase()
    .split(';')
    .map(pair => pair.split('='));
  return pairs.every(pair => pair.length === 2 && pair[0] && pair[1])
    ? new Map(pairs as Array<[string, string]>)
    : undefined;
}

function flawOfDays(parts: Map<string, string>): string | undefined {
  const numbers = (name: string) =>
    parts.get(name)?.split(',').map(Number).map(Math.abs) ?? [];
  const months = numbers('BYMONTH');
  const lengths = months.map(month => daysOf[month - 1] ?? 0);
  const room = Math.max(...(months.length ? lengths : daysOf));
  const days = numbers('BYMONTHDAY');
  return days.length > 0 && !days.some(day => day <= room)
    ? 'none of its months has such a day'
    : undefined;
}

function flawOfSyntax(recurrence: string): string | undefined {
  try {
    // Some it refuses only when it is asked for days.
    iterate(recurrence.toUpperCase(), Date.UTC(2026, 0, 1));
    return undefined;
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}

type Wanted = (shown: number) => boolean;

/**
 * What clocks show when it comes, from `start` on, as long as `wanted` says so; and whether that was all.
 *
 * @throws Error with a sentence when that takes too long.
 */
export function recurrencesOf(
  recurrence: string,
  start: number,
  wanted: Wanted,
  patience?: Patience,
): { shown: number[]; isAll: boolean } {
  if (patience && patience.days <= 0) {
    throw new Error('too many days were looked at for the events before it');
  }
  const iterator = iterate(recurrence, start);
  try {
    return collect(iterator, truthOf(recurrence, start), wanted);
  } finally {
    if (patience) patience.days -= iterator.steps ?? 0;
  }
}

function collect(
  iterator: Counting,
  isTrue: (time: ICAL.Time) => boolean,
  wanted: Wanted,
): { shown: number[]; isAll: boolean } {
  const shown: number[] = [];
  for (;;) {
    const next = iterator.next();
    if (!next) return { shown, isAll: true };
    if (isTrue(next)) {
      const at = shownBy(next);
      if (!wanted(at)) return { shown, isAll: false };
      shown.push(at);
    }
  }
}

/** The library takes a 29th of February for the 1st of March in years that have none. */
function truthOf(
  recurrence: string,
  start: number,
): (time: ICAL.Time) => boolean {
  const parts = partsOf(recurrence);
  const months = parts?.get('BYMONTH')?.split(',').map(Number);
  const days = parts?.get('BYMONTHDAY')?.split(',').map(Number);
  const isYearly = parts?.get('FREQ') === 'YEARLY' && !parts.has('BYDAY');
  const wanted = days ?? (isYearly ? [timeOf(start).day] : undefined);
  return ({ year, month, day }) => {
    const fromBehind = day - ICAL.Time.daysInMonth(month, year) - 1;
    const isDay = !wanted || wanted.some(d => d === day || d === fromBehind);
    return isDay && (!months || months.includes(month));
  };
}

function iterate(recurrence: string, start: number): Counting {
  const rule = ICAL.Recur.fromString(recurrence);
  return new Counting({ rule, dtstart: timeOf(start) });
}

/** The same with its UNTIL by the clocks of a zone, as the openings are reckoned; one that is a day includes that day. */
export function untilByTheClock(recurrence: string, zone: Zone): string {
  const rule = ICAL.Recur.fromString(recurrence.toUpperCase());
  const { until } = rule;
  if (until?.isDate) {
    rule.until = timeOf(shownBy(until) + lastSecond);
  } else if (until?.zone === ICAL.Timezone.utcTimezone) {
    rule.until = timeOf(zone.shownAt(shownBy(until)));
  }
  return rule.toString();
}
