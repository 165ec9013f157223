import type { EntitySummary } from 'backstage-plugin-incidents-common';
import {
  describeHistory,
  endOf,
  type HistoryRow,
  type Range,
} from './describeHistory';

export const stripDays = 90;
const day = 24 * 60 * 60 * 1000;
/** A bar is at least this part of the strip wide, so that an incident of ten minutes can be seen and hit. */
const smallestWidth = 0.007;
/** More rows than these cannot be told apart; what is left over is drawn in the last one. */
const mostLanes = 10;

/** An incident as a bar: `left` and `width` are parts of the strip, `lane` counts from the bottom. */
export type Bar = HistoryRow & { left: number; width: number; lane: number };

/** A week of the axis, from Monday to Monday in the zone of the reader, cut at both ends of the strip. */
export type Week = Range & {
  left: number;
  width: number;
  /** Incidents that were going on in it. */
  incidents: number;
};

export type StripView = {
  range: Range;
  bars: Bar[];
  lanes: number;
  weeks: Week[];
};

/** Where each incident of the last ninety days stands on the strip. */
export function describeStrip(
  summary: Pick<EntitySummary, 'open' | 'recent' | 'strip' | 'covers'>,
  now: Date,
): StripView {
  const range = { from: now.getTime() - stripDays * day, to: now.getTime() };
  const { rows } = describeHistory(
    summary,
    { from: range.from, to: range.to + 1 },
    now,
  );
  const bars = inLanes(rows.map(row => barOf(row, range, now)));
  return {
    range,
    bars,
    lanes: Math.max(1, ...bars.map(bar => bar.lane + 1)),
    weeks: weeksOf(range, rows, now),
  };
}

function barOf(row: HistoryRow, range: Range, now: Date): Bar {
  const length = range.to - range.from;
  const start = Math.max(Date.parse(row.declaredAt), range.from);
  const width = Math.max((endOf(row, now) - start) / length, smallestWidth);
  const left = Math.min((start - range.from) / length, 1 - width);
  return { ...row, left: Math.max(left, 0), width, lane: 0 };
}

/** Each bar takes the lowest lane that is free where it starts, the oldest first. */
function inLanes(bars: Bar[]): Bar[] {
  const ends: number[] = [];
  return [...bars]
    .sort((a, b) => a.left - b.left || a.rank - b.rank)
    .map(bar => {
      const free = ends.findIndex(end => end <= bar.left);
      const wanted = free === -1 ? ends.length : free;
      const lane = Math.min(wanted, mostLanes - 1);
      ends[lane] = Math.max(ends[lane] ?? 0, bar.left + bar.width);
      return { ...bar, lane };
    });
}

function weeksOf(range: Range, rows: HistoryRow[], now: Date): Week[] {
  const weeks: Week[] = [];
  const length = range.to - range.from;
  for (let from = range.from; from < range.to; ) {
    const to = Math.min(nextMonday(from), range.to);
    weeks.push({
      from,
      to,
      left: (from - range.from) / length,
      width: (to - from) / length,
      incidents: rows.filter(
        row => Date.parse(row.declaredAt) < to && endOf(row, now) >= from,
      ).length,
    });
    from = to;
  }
  return weeks;
}

/** Calendar arithmetic and not seven times 24 hours: a week with a clock change has 167 or 169. */
function nextMonday(instant: number): number {
  const date = new Date(instant);
  const ahead = 7 - ((date.getDay() + 6) % 7);
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() + ahead,
  ).getTime();
}

/** The whole days between two places of the strip, given as parts of it; one day when both are the same. */
export function daysBetween(range: Range, a: number, b: number): Range {
  const at = (part: number) =>
    range.from + Math.min(Math.max(part, 0), 1) * (range.to - range.from);
  const from = new Date(at(Math.min(a, b)));
  const to = new Date(at(Math.max(a, b)));
  return {
    from: from.setHours(0, 0, 0, 0),
    to: new Date(to.getFullYear(), to.getMonth(), to.getDate() + 1).getTime(),
  };
}

/** Where a range lies on the strip, as parts of it. */
export function partsOf(strip: Range, range: Range): Range {
  const partOf = (instant: number) =>
    Math.min(Math.max((instant - strip.from) / (strip.to - strip.from), 0), 1);
  return { from: partOf(range.from), to: partOf(range.to) };
}
