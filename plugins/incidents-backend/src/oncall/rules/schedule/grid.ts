import type { Rotation } from 'backstage-plugin-incidents-common';
import {
  day,
  dayInMonth,
  hour,
  modulo,
  monthOf,
  numberOf,
  sinceMidnight,
  startOfDay,
  weekdayOf,
  week,
  type Wall,
} from '../../../platform/calendar/wall';
import type { Zone } from '../../../platform/calendar/zone';

/**
 * The hand-offs that a rotation could have, one after the other: turns are made of the blocks between them. Block 0 is the one in
 * which the rotation starts.
 */
export type Grid = {
  /** The instant at which a block begins. It is empty when the next begins at the same. */
  begin(block: number): number;
  /** What the wall shows when it begins, on a day on which that exists. */
  wall(block: number): Wall;
  /** By the wall. */
  length(block: number): number;
  blockAt(instant: number): number;
};

export type GridPlan = Pick<Rotation, 'turn' | 'handoff' | 'startsAt'>;

export function gridOf(plan: GridPlan, zone: Zone): Grid {
  const { every, unit, hours } = plan.turn;
  const starts = startOf(plan, zone);
  if (unit === 'months') return monthly(plan, zone, starts);
  const anchor = anchorOf(plan, zone, starts);
  if (unit === 'hours' && hours === 'elapsed')
    return elapsed(zone, starts, { anchor, length: every * hour });
  // A turn of days is made of days, since each counts by itself; the others are one block.
  const length = { hours: every * hour, days: day, weeks: every * week }[unit];
  return regular(zone, starts, { anchor, length });
}

/** When the first turn begins. */
export function startOf({ startsAt, handoff }: GridPlan, zone: Zone): number {
  const time =
    startsAt.length === 10 ? `${startsAt}T${handoff.time}` : startsAt;
  return time.endsWith('Z')
    ? Date.parse(time)
    : zone.first(Date.parse(`${time}Z`));
}

/** The hand-off at or before the start; for hours, the one on its day. */
function anchorOf({ turn, handoff }: GridPlan, zone: Zone, starts: number) {
  const date = startOfDay(zone.wallAt(starts));
  const today = date + sinceMidnight(handoff.time);
  if (turn.unit === 'hours') return today;
  const back =
    turn.unit === 'weeks' && handoff.weekday
      ? modulo(weekdayOf(date) - numberOf(handoff.weekday), 7)
      : 0;
  const step = turn.unit === 'weeks' ? week : day;
  const latest = today - back * day;
  // The wall may show the time of the hand-off once more after it.
  return zone.first(latest) <= starts ? latest : latest - step;
}

type Steps = { anchor: Wall; length: number };

function regular(zone: Zone, starts: number, { anchor, length }: Steps): Grid {
  const begin = (index: number) => zone.first(anchor + index * length);
  const indexAt = (instant: number) =>
    nearest(begin, instant, (zone.wallAt(instant) - anchor) / length);
  const zero = indexAt(starts);
  return {
    begin: block => begin(block + zero),
    wall: block => anchor + (block + zero) * length,
    length: () => length,
    blockAt: instant => indexAt(instant) - zero,
  };
}

function elapsed(zone: Zone, starts: number, { anchor, length }: Steps): Grid {
  const origin = zone.first(anchor);
  const indexAt = (instant: number) => Math.floor((instant - origin) / length);
  const zero = indexAt(starts);
  const begin = (block: number) => origin + (block + zero) * length;
  return {
    begin,
    wall: block => zone.wallAt(begin(block)),
    length: () => length,
    blockAt: instant => indexAt(instant) - zero,
  };
}

/** Each from the anchor, never from the one before it: a short month shortens no other. */
function monthly(plan: GridPlan, zone: Zone, starts: number): Grid {
  const { every } = plan.turn;
  const today = zone.wallAt(starts);
  const monthday = plan.handoff.monthday ?? new Date(today).getUTCDate();
  const time = sinceMidnight(plan.handoff.time);
  const wallIn = (month: number) => dayInMonth(month, monthday) + time;
  const month = monthOf(today);
  const zero = zone.first(wallIn(month)) <= starts ? month : month - 1;
  const wall = (block: number) => wallIn(zero + block * every);
  const begin = (block: number) => zone.first(wall(block));
  return {
    begin,
    wall,
    length: block => wall(block + 1) - wall(block),
    blockAt: instant =>
      nearest(begin, instant, (monthOf(zone.wallAt(instant)) - zero) / every),
  };
}

/** The last block that has begun, found from a guess that is at most a few off. */
function nearest(
  begin: (index: number) => number,
  instant: number,
  guess: number,
): number {
  let index = Math.floor(guess);
  while (begin(index + 1) <= instant) index++;
  while (begin(index) > instant) index--;
  return index;
}
