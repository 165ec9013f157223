import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { toSearch } from '../incidents/describeFilters';
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
/** How high columns are, in lanes. */
const columnLanes = 4;

/** An incident as a bar: `left` and `width` are parts of the strip, `lane` counts from the bottom. */
export type Bar = HistoryRow & { left: number; width: number; lane: number };

/** A day with incidents; `left`, `width` and `height` are parts of the strip. */
export type Column = Range & {
  left: number;
  width: number;
  height: number;
  incidents: number;
  /** Of the worst of them. */
  rank: number;
  /** What the address of the list says after the question mark. */
  search: string;
};

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
  /** Instead of bars, when there are more incidents than can be told apart. */
  columns: Column[];
  lanes: number;
  weeks: Week[];
  /** What was dismissed was none, here as wherever incidents are counted. */
  count: number;
  /** The part of the strip, from its left end, of which nobody counted the incidents: there are more than `count`. */
  uncounted: number;
};

type Summary = Pick<
  EntitySummary,
  | 'entityRef'
  | 'open'
  | 'recent'
  | 'strip'
  | 'covers'
  | 'days'
  | 'countedSince'
  | 'incidentsIn90Days'
>;

/** Where each incident of the last ninety days stands on the strip, or each day when they are too many. */
export function describeStrip(summary: Summary, now: Date): StripView {
  const range = { from: now.getTime() - stripDays * day, to: now.getTime() };
  const { countedSince } = summary;
  return {
    range,
    uncounted: countedSince ? partOf(range, Date.parse(countedSince)) : 0,
    ...(summary.days
      ? describeDays(summary, summary.days, range)
      : describeEach(summary, range, now)),
  };
}

type Drawn = Omit<StripView, 'range' | 'uncounted'>;

function describeEach(summary: Summary, range: Range, now: Date): Drawn {
  const { rows } = describeHistory(
    summary,
    { from: range.from, to: range.to + 1 },
    now,
  );
  const bars = inLanes(rows.map(row => barOf(row, range, now)));
  return {
    ...{ bars, columns: [] },
    lanes: Math.max(1, ...bars.map(bar => bar.lane + 1)),
    weeks: weeksOf(
      range,
      ({ from, to }) =>
        rows.filter(
          row => Date.parse(row.declaredAt) < to && endOf(row, now) >= from,
        ).length,
    ),
    count: bars.filter(({ status }) => status !== 'dismissed').length,
  };
}

function describeDays(
  summary: Summary,
  days: NonNullable<Summary['days']>,
  range: Range,
): Drawn {
  const columns = columnsOf(summary.entityRef, days, range);
  return {
    ...{ columns, bars: [], lanes: columnLanes },
    weeks: weeksOf(range, ({ from, to }) =>
      columns
        .filter(column => column.from >= from && column.from < to)
        .reduce((sum, { incidents }) => sum + incidents, 0),
    ),
    count: summary.incidentsIn90Days,
  };
}

/** A day of UTC as a column; a part of one at the left end. The highest is 1 high. */
function columnsOf(
  entityRef: string,
  days: NonNullable<EntitySummary['days']>,
  range: Range,
): Column[] {
  const most = Math.max(1, ...days.map(({ incidents }) => incidents));
  return days
    .map(({ day: date, incidents, worstRank }) => {
      const from = Date.parse(date);
      const left = partOf(range, from);
      const width = partOf(range, from + day) - left;
      return {
        ...{ from, to: from + day, left, width },
        ...{ incidents, rank: worstRank, height: incidents / most },
        search: toSearch({
          entityRef: [entityRef],
          from: new Date(from).toISOString(),
          to: new Date(from + day).toISOString(),
        }).toString(),
      };
    })
    .filter(({ width }) => width > 0);
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

function weeksOf(range: Range, countIn: (week: Range) => number): Week[] {
  const weeks: Week[] = [];
  const length = range.to - range.from;
  for (let from = range.from; from < range.to; ) {
    const to = Math.min(nextMonday(from), range.to);
    weeks.push({
      from,
      to,
      left: (from - range.from) / length,
      width: (to - from) / length,
      incidents: countIn({ from, to }),
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
  return { from: partOf(strip, range.from), to: partOf(strip, range.to) };
}

function partOf({ from, to }: Range, instant: number): number {
  return Math.min(Math.max((instant - from) / (to - from), 0), 1);
}
