import type { ScheduleWindow } from 'backstage-plugin-incidents-common';
import { union, type Span } from './span';
import {
  day,
  numberOf,
  sinceMidnight,
  sinceMonday,
  week,
} from '../../../platform/calendar/wall';
import type { Zone } from '../../../platform/calendar/zone';

/** From Monday 00:00 on, once for each day: a window that is not later at its end than at its start ends on the next day. */
function inWeek(windows: ScheduleWindow[]): Span[] {
  return windows.flatMap(window => {
    const start = sinceMidnight(window.from);
    const length = sinceMidnight(window.to) - start;
    return window.days.map(name => {
      const from = numberOf(name) * day + start;
      return { from, to: from + (length > 0 ? length : length + day) };
    });
  });
}

/**
 * When a rotation is on call. A window belongs to the day it starts on; where the clock shows a time twice, it starts with the
 * first and ends with the last.
 */
export function coverage(
  windows: ScheduleWindow[],
  zone: Zone,
  { from, to }: Span,
): Span[] {
  const weekly = inWeek(windows);
  const spans: Span[] = [];
  const start = zone.wallAt(from);
  // A week before, for windows over midnight and for the day that Samoa left out, and some days after.
  const last = zone.wallAt(to) + 2 * day;
  for (
    let monday = start - sinceMonday(start) - week;
    monday <= last;
    monday += week
  ) {
    for (const window of weekly) {
      spans.push({
        from: Math.max(from, zone.first(monday + window.from)),
        to: Math.min(to, zone.last(monday + window.to)),
      });
    }
  }
  return union(spans);
}

/** Whether windows have something of a stretch of the week, by the clock alone: `since` Monday 00:00, so long. */
export type Week = (since: number, length: number) => boolean;

export function weekOf(windows: ScheduleWindow[]): Week {
  // What begins on Sunday may reach into Monday, and so may what is asked.
  const spans = union(
    [-week, 0, week].flatMap(shift =>
      inWeek(windows).map(({ from, to }) => ({
        from: from + shift,
        to: to + shift,
      })),
    ),
  );
  return (since, length) =>
    length >= week ||
    spans.some(({ from, to }) => from < since + length && since < to);
}

/** Whether a stretch of the week begins on a day on which a window starts. */
export function weekdaysOf(windows: ScheduleWindow[]): Week {
  const days = new Set(windows.flatMap(window => window.days.map(numberOf)));
  return since => days.has(Math.floor(since / day));
}
