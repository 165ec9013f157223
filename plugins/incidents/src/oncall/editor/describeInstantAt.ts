import { DateTime } from 'luxon';
import type { Place } from '../describeTimes';

/** An instant by the clock of a place. */
export function describeInstantAt(
  at: string,
  { zone, language }: Place,
): string {
  return DateTime.fromISO(at, { zone })
    .setLocale(language)
    .toLocaleString({
      ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
}
