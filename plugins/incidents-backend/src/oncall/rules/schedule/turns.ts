import type { Rotation } from 'backstage-plugin-incidents-common';
import { gridOf, startOf, type Grid, type GridPlan } from './grid';
import type { Span } from './span';
import {
  modulo,
  sinceMonday,
  week,
  type Wall,
} from '../../../platform/calendar/wall';
import { weekdaysOf, weekOf, type Week } from './windows';
import type { Zone } from '../../../platform/calendar/zone';

/** The turn that is number `turn` since the rotation started, from 0. */
export type Turn = Span & { turn: number };

/** Whose turn it is, by number. */
export type Turns = {
  starts: number;
  /** The turn at an instant after the start. */
  at(instant: number): number;
  /** The turns of a span after the start, cut to it. Those that a change of the clock left empty are not among them. */
  over(span: Span): Turn[];
};

export type TurnPlan = GridPlan & Pick<Rotation, 'windows'>;

/**
 * Blocks that have nothing of the windows do not count, so that a weekend changes nobody's turn: a turn goes on until the next
 * block that counts.
 */
export function turnsOf(plan: TurnPlan, zone: Zone): Turns {
  const grid = gridOf(plan, zone);
  const starts = startOf(plan, zone);
  const counts = countsOf({ plan, grid, zone, starts });
  const perTurn = plan.turn.unit === 'days' ? plan.turn.every : 1;
  const turnOf = (counted: number) =>
    Math.max(0, Math.ceil(counted / perTurn) - 1);
  return {
    starts,
    at: instant => turnOf(counts.before(grid.blockAt(instant) + 1)),
    over({ from, to }) {
      const turns: Turn[] = [];
      let block = grid.blockAt(from);
      let counted = counts.before(block + 1);
      let begun = from;
      while (begun < to) {
        const turn = turnOf(counted);
        let end: number;
        do {
          block++;
          end = grid.begin(block);
          if (counts.has(block)) counted++;
        } while (end < to && turnOf(counted) === turn);
        if (begun < end)
          turns.push({ from: begun, to: Math.min(end, to), turn });
        begun = end;
      }
      return turns;
    },
  };
}

/** Which blocks count. */
type Counts = {
  has(block: number): boolean;
  /** How many of those from 0 up to this one, which is not among them. */
  before(block: number): number;
};

type Counting = { plan: TurnPlan; grid: Grid; zone: Zone; starts: number };

function countsOf({ plan, grid, zone, starts }: Counting): Counts {
  const { windows, turn } = plan;
  if (!windows) return { has: () => true, before: block => block };
  // Of days, those on which a window starts: a night belongs to the day before it.
  const counted = turn.unit === 'days' ? weekdaysOf(windows) : weekOf(windows);
  const hasAfter = (block: number) =>
    counted(sinceMonday(grid.wall(block)), grid.length(block));
  let next = 1;
  while (!hasAfter(next)) next++;
  // The first counts when somebody is on call between the start and the next that counts.
  const start = zone.wallAt(starts);
  const hasFirst = weekOf(windows)(sinceMonday(start), grid.wall(next) - start);
  const whole =
    turn.unit === 'hours' && turn.hours === 'elapsed'
      ? countElapsed({ grid, zone }, counted)
      : countRegular(grid, counted);
  const tooMany = whole(1) - (hasFirst ? 1 : 0);
  return {
    has: block => (block === 0 ? hasFirst : hasAfter(block)),
    before: block => (block > 0 ? whole(block) - tooMany : 0),
  };
}

/** By the wall, what counts repeats itself after some whole weeks. */
function countRegular(grid: Grid, counts: Week) {
  const length = grid.length(0);
  // Of a month, some day is in every week.
  if (length >= week) return (block: number) => block;
  const count = repeating(length, counts);
  return (blocks: number) => count(grid.wall(0), blocks);
}

/** How many of so many blocks that follow each other from a time of the wall on. */
type Repeating = (wall: Wall, blocks: number) => number;

function repeating(length: number, counts: Week): Repeating {
  const step = greatestDivisor(week, length);
  // After a change of the clock they may begin at other minutes, but at few.
  const cycles = new Map<number, Repeating>();
  return (wall, blocks) => {
    const phase = modulo(sinceMonday(wall), step);
    let cycle = cycles.get(phase);
    if (!cycle) cycles.set(phase, (cycle = cycleFrom(phase, length, counts)));
    return cycle(wall, blocks);
  };
}

/** All that begin at a time of the week, or a whole number of steps later: counted once. */
function cycleFrom(phase: number, length: number, counts: Week): Repeating {
  const size = week / greatestDivisor(week, length);
  const placeOf = new Map<number, number>();
  const upTo = [0];
  for (let i = 0; i < size; i++) {
    const since = (phase + i * length) % week;
    placeOf.set(since, i);
    upTo.push(upTo[i] + (counts(since, length) ? 1 : 0));
  }
  const before = (place: number) =>
    Math.floor(place / size) * upTo[size] + upTo[place % size];
  return (wall, blocks) => {
    const place = placeOf.get(sinceMonday(wall))!;
    return before(place + blocks) - before(place);
  };
}

/** Elapsed hours shift on the wall with each change of the clock, so they are counted from one to the next. */
function countElapsed({ grid, zone }: { grid: Grid; zone: Zone }, on: Week) {
  const count = repeating(grid.length(0), on);
  const upTo = (blocks: number, { block, counted }: Mark) =>
    counted + count(grid.wall(block), blocks - block);
  const marks: Mark[] = [{ block: 0, counted: 0 }];
  let known = grid.begin(0);
  return (blocks: number) => {
    const end = grid.begin(blocks);
    for (const { to } of zone.stretches(known, end)) {
      if (to === end) break;
      // The one that has begun before the change belongs to the stretch.
      const block = grid.blockAt(to - 1) + 1;
      marks.push({ block, counted: upTo(block, marks.at(-1)!) });
      known = to;
    }
    return upTo(blocks, marks.findLast(({ block }) => block <= blocks)!);
  };
}

/** The first block after a change of the clock, and how many before it count. */
type Mark = { block: number; counted: number };

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
