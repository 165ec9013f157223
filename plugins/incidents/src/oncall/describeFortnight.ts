import type {
  LaidGap,
  LaidShift,
  OnCallPerson,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import { intoLanes } from './intoLanes';

const fortnightDays = 14;
const hourMs = 60 * 60 * 1000;
/** In hundredths of the width: what is narrower has no room for a word or a finger. */
const narrow = 2.5;

export type FortnightMark = 'you' | 'override' | 'shadow' | 'gap';

/** A shift or a gap, and where it stands in the row of its level. */
export type FortnightBar = {
  id: string;
  level: number;
  levelName: string;
  /** Absent when nobody is on call. */
  person?: OnCallPerson;
  from: string;
  to: string;
  because: string;
  marks: FortnightMark[];
  isOver: boolean;
  /** It goes on beyond what is shown. */
  isCutBefore: boolean;
  isCutAfter: boolean;
  isNarrow: boolean;
  /** Those at the same time stand below each other. */
  lane: number;
  /** In hundredths of the width of the fortnight. */
  left: number;
  width: number;
};

export type FortnightDay = {
  /** Such as `2026-11-20`. */
  date: string;
  isToday: boolean;
  /** Of a day on which the clocks change: how many hours it has. */
  oddHours?: number;
  /** What touches it, by level and start. */
  bars: FortnightBar[];
};

export type FortnightLevel = {
  level: number;
  name: string;
  lanes: number;
  bars: FortnightBar[];
};

export type Fortnight = {
  days: FortnightDay[];
  levels: FortnightLevel[];
  /** Where the present is, in hundredths of the width; absent in another fortnight. */
  present?: number;
};

export type FortnightAbout = {
  shifts: LaidShift[];
  gaps: LaidGap[];
  firstDay: string;
  zone: string;
  now: Date;
  /** The ref of the reader. */
  me?: string;
  /** Another number of days than a fortnight has. */
  dayCount?: number;
};

type Stretch = LaidShift | LaidGap;

/** Fourteen days, or as many as are asked for, as they are shown: each as wide as the others, whatever the clocks do. */
export function describeFortnight(about: FortnightAbout): Fortnight {
  const { dayCount = fortnightDays } = about;
  const edges = edgesOf(about, dayCount);
  const [begin, end] = [edges[0], edges[dayCount]];
  const bars = [...about.shifts, ...about.gaps]
    .filter(({ from, to }) => Date.parse(to) > begin && Date.parse(from) < end)
    .map(stretch => describeBar(stretch, edges, about))
    .sort(byLevelAndStart);
  const numbers = [...new Set(bars.map(({ level }) => level))];
  const levels = numbers.map(level =>
    describeLevel(bars.filter(bar => bar.level === level)),
  );
  const laid = levels.flatMap(level => level.bars);
  const now = about.now.getTime();
  return {
    days: edges
      .slice(0, dayCount)
      .map((start, i) => describeDay([start, edges[i + 1]], laid, about)),
    levels,
    ...(now >= begin && now < end && { present: placeOf(now, edges) }),
  };
}

/** The midnights, and the last one's end. */
function edgesOf(
  { firstDay, zone }: FortnightAbout,
  dayCount: number,
): number[] {
  const first = DateTime.fromISO(firstDay, { zone }).startOf('day');
  return Array.from({ length: dayCount + 1 }, (_, days) =>
    first.plus({ days }).startOf('day').toMillis(),
  );
}

function describeBar(
  stretch: Stretch,
  edges: number[],
  { me, now }: FortnightAbout,
): FortnightBar {
  const from = Date.parse(stretch.from);
  const to = Date.parse(stretch.to);
  const left = placeOf(from, edges);
  const width = placeOf(to, edges) - left;
  const person = 'person' in stretch ? stretch.person : undefined;
  return {
    id: [stretch.level, stretch.from, stretch.to, person?.ref ?? ''].join(' '),
    level: stretch.level,
    levelName: stretch.levelName,
    ...(person && { person }),
    from: stretch.from,
    to: stretch.to,
    because: stretch.because,
    marks: marksOf(stretch, me),
    isOver: to <= now.getTime(),
    isCutBefore: Boolean(stretch.startsEarlier) || from < edges[0],
    isCutAfter: Boolean(stretch.endsLater) || to > edges.at(-1)!,
    isNarrow: width < narrow,
    ...{ lane: 0, left, width },
  };
}

function marksOf(stretch: Stretch, me: string | undefined): FortnightMark[] {
  if (!('person' in stretch)) return ['gap'];
  const marks: FortnightMark[] = [];
  if (stretch.person.ref === me) marks.push('you');
  if (stretch.shadow) marks.push('shadow');
  // Whatever is not the turn of a rotation, somebody asked for.
  else if (stretch.rotation === undefined) marks.push('override');
  return marks;
}

function describeLevel(bars: FortnightBar[]): FortnightLevel {
  const { lanes, laid } = intoLanes(bars);
  const [{ level, levelName }] = bars;
  return { level, name: levelName, lanes, bars: laid };
}

function describeDay(
  [start, end]: [number, number],
  bars: FortnightBar[],
  { zone, now }: FortnightAbout,
): FortnightDay {
  const hours = (end - start) / hourMs;
  const present = now.getTime();
  return {
    date: DateTime.fromMillis(start, { zone }).toISODate()!,
    isToday: present >= start && present < end,
    ...(hours !== 24 && { oddHours: hours }),
    bars: bars.filter(
      ({ from, to }) => Date.parse(to) > start && Date.parse(from) < end,
    ),
  };
}

function placeOf(instant: number, edges: number[]): number {
  if (instant <= edges[0]) return 0;
  const day = edges.findIndex((_, i) => instant < (edges[i + 1] ?? 0));
  if (day < 0) return 100;
  const part = (instant - edges[day]) / (edges[day + 1] - edges[day]);
  return ((day + part) / (edges.length - 1)) * 100;
}

function byLevelAndStart(a: FortnightBar, b: FortnightBar): number {
  return a.level - b.level || Date.parse(a.from) - Date.parse(b.from);
}
