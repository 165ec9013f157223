import type { Rotation } from 'backstage-plugin-incidents-common';
import type { NaiveWall } from './naiveWall';

const minute = 60_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `2026-03-29T02:30` and back: digits, no zone. */
const digits = (text: string) => Date.parse(`${text}Z`);
const textOf = (value: number) => new Date(value).toISOString().slice(0, 16);
const weekdayOf = (text: string) =>
  weekdays[new Date(digits(text)).getUTCDay()];
const clock = (time: string) =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What one rotation does, step by step, read off the wall. */
export type NaiveTurns = {
  start: number;
  /** The number of the turn at a step. */
  turn: number[];
  /** Whether it is within the windows. */
  covered: boolean[];
};

export function naiveTurns(rotation: Rotation, wall: NaiveWall): NaiveTurns {
  const { startsAt, handoff } = rotation;
  const start = startsAt.endsWith('Z')
    ? wall.indexOf(Date.parse(startsAt))
    : wall.first(
        startsAt.length === 10 ? `${startsAt}T${handoff.time}` : startsAt,
      );
  const blocks = blocksOf(rotation, wall, start);
  const counts = countedOf(rotation, blocks, wall.texts[start]);
  const perTurn = rotation.turn.unit === 'days' ? rotation.turn.every : 1;
  const turn: number[] = [];
  let counted = 0;
  let next = 0;
  for (let i = start; i < wall.texts.length; i++) {
    while (next < blocks.length && blocks[next].at <= i) {
      if (counts[next]) counted++;
      next++;
    }
    turn[i] = Math.max(0, Math.ceil(counted / perTurn) - 1);
  }
  return { start, turn, covered: coveredBy(rotation, wall) };
}

type Block = { at: number; text: string };

/** All hand-offs that could be, from the one before the start on; that one is replaced by the start. */
function blocksOf(rotation: Rotation, wall: NaiveWall, start: number): Block[] {
  const all = candidates(rotation, wall, start);
  const zero = all.findLastIndex(({ at }) => at <= start);
  const step =
    rotation.turn.unit === 'weeks' || rotation.turn.unit === 'months'
      ? rotation.turn.every
      : 1;
  const kept = all.filter((_, i) => i >= zero && (i - zero) % step === 0);
  return [{ at: start, text: wall.texts[start] }, ...kept.slice(1)];
}

function candidates(
  rotation: Rotation,
  wall: NaiveWall,
  start: number,
): Block[] {
  const { turn, handoff } = rotation;
  const today = wall.texts[start].slice(0, 10);
  const anchor = `${today}T${handoff.time}`;
  if (turn.unit === 'hours') {
    const length = turn.every * 60 * minute;
    // So many to either side that the span that is walked is covered.
    const most = Math.ceil((60 * 24) / turn.every);
    const numbers = Array.from({ length: 2 * most }, (_, i) => i - most);
    if (turn.hours === 'elapsed') {
      const origin = wall.instants[wall.first(anchor)];
      return numbers
        .map(n => wall.indexOf(origin + n * length))
        .filter(at => wall.texts[at] !== undefined)
        .map(at => ({ at, text: wall.texts[at] }));
    }
    return numbers
      .map(n => textOf(digits(anchor) + n * length))
      .filter(text => wall.mayShow(text))
      .map(text => ({ at: wall.first(text), text }));
  }
  const dates = Array.from({ length: 120 }, (_, i) =>
    textOf(digits(anchor) + (i - 40) * 24 * 60 * minute),
  );
  const monthday = handoff.monthday ?? Number(today.slice(8));
  const isHandoff = (text: string) => {
    if (turn.unit === 'days') return true;
    if (turn.unit === 'weeks')
      return weekdayOf(text) === (handoff.weekday ?? weekdayOf(anchor));
    const tomorrow = textOf(digits(text) + 24 * 60 * minute);
    const isLast = tomorrow.slice(0, 7) !== text.slice(0, 7);
    const date = Number(text.slice(8, 10));
    return date === monthday || (isLast && date < monthday);
  };
  return dates.filter(isHandoff).map(text => ({ at: wall.first(text), text }));
}

/** Which blocks use up a turn. */
function countedOf(
  rotation: Rotation,
  blocks: Block[],
  start: string,
): boolean[] {
  const { turn, windows } = rotation;
  if (!windows) return blocks.map(() => true);
  const touches = (from: string, to: number) => {
    for (let time = digits(from); time < to; time += 15 * minute) {
      if (inWindows(rotation, textOf(time))) return true;
    }
    return false;
  };
  const later = blocks.map(({ text }, i) => {
    if (i === 0) return false;
    if (turn.unit === 'days')
      return windows.some(({ days }) =>
        (days as string[]).includes(weekdayOf(text)),
      );
    if (turn.unit !== 'hours') return true;
    return touches(text, digits(text) + turn.every * 60 * minute);
  });
  const next = blocks[later.indexOf(true)];
  later[0] = touches(
    start,
    next ? digits(next.text) : digits(start) + 14 * 24 * 60 * minute,
  );
  return later;
}

function lengthOf({ from, to }: { from: string; to: string }): number {
  const length = clock(to) - clock(from);
  return length > 0 ? length : length + 24 * 60;
}

/** By the digits alone. */
function inWindows({ windows = [] }: Rotation, text: string): boolean {
  return windows.some(window =>
    [0, 1, 2].some(daysAgo => {
      const date = textOf(digits(text) - daysAgo * 24 * 60 * minute).slice(
        0,
        10,
      );
      if (!(window.days as string[]).includes(weekdayOf(`${date}T00:00`)))
        return false;
      const from = digits(`${date}T${window.from}`);
      const time = digits(text);
      return from <= time && time < from + lengthOf(window) * minute;
    }),
  );
}

/** On the wall, where times may be missing or there twice. */
function coveredBy({ windows }: Rotation, wall: NaiveWall): boolean[] {
  if (!windows) return wall.texts.map(() => true);
  const covered = wall.texts.map(() => false);
  for (const date of wall.dates()) {
    for (const window of windows) {
      if (!(window.days as string[]).includes(weekdayOf(`${date}T00:00`)))
        continue;
      const from = `${date}T${window.from}`;
      const to = textOf(digits(from) + lengthOf(window) * minute);
      for (let i = wall.first(from); i < wall.last(to); i++) covered[i] = true;
    }
  }
  return covered;
}
