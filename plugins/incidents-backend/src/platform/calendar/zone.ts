import { Temporal } from 'temporal-polyfill';
import { day, type Wall } from './wall';

/** A stretch of time in which the zone stands off UTC by one and the same offset. */
export type Stretch = { from: number; to: number; offset: number };

/** What the clocks of a zone show. Instants are milliseconds of the epoch. */
export type Zone = {
  wallAt(instant: number): Wall;
  /** The first instant at which the wall shows this, or the first later one on a day on which it never does. */
  first(wall: Wall): number;
  /** The last instant at which the wall shows this, or the first later one on a day on which it never does. */
  last(wall: Wall): number;
  /** In their order; they cover what is asked. */
  stretches(from: number, to: number): Stretch[];
};

/** More than any offset, with the day that Samoa left out. */
const margin = 3 * day;

/** Of a zone and year. The rules of a zone do not change while a process lives, so nobody can tell that it is kept. */
const kept = new Map<string, Stretch[]>();
/** All zones for some years; a calendar file may name one in many spellings. */
const mostKept = 10_000;

/** Whether it is the name of a zone of the IANA database. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export function zoneOf(timeZone: string): Zone {
  /** At hand, without a search by name. */
  const years = new Map<number, Stretch[]>();
  /** The stretches around, with open ends. */
  const around: Around = time => {
    const year = new Date(time).getUTCFullYear();
    let found = years.get(year);
    if (!found) years.set(year, (found = yearOf(timeZone, year)));
    return found;
  };
  const first = (wall: Wall) => {
    for (const { from, to, offset } of around(wall)) {
      const instant = Math.max(from, wall - offset);
      if (instant < to) return instant;
    }
    return Number.POSITIVE_INFINITY;
  };
  return {
    first,
    wallAt(instant) {
      const { offset } = around(instant).find(({ to }) => instant < to)!;
      return instant + offset;
    },
    last(wall) {
      const showing = around(wall).findLast(
        ({ from, to, offset }) => from <= wall - offset && wall - offset < to,
      );
      return showing ? wall - showing.offset : first(wall);
    },
    stretches: (from, to) => stretchesOver(around, from, to),
  };
}

type Around = (time: number) => Stretch[];

function stretchesOver(around: Around, from: number, to: number) {
  const found: Stretch[] = [];
  let start = from;
  while (start < to) {
    const year = new Date(start).getUTCFullYear();
    const at = start;
    const { offset, to: changes } = around(at).find(one => at < one.to)!;
    const end = Math.min(changes, Date.UTC(year + 1, 0, 1), to);
    const before = found.at(-1);
    if (before?.offset === offset) before.to = end;
    else found.push({ from: start, to: end, offset });
    start = end;
  }
  return found;
}

function yearOf(timeZone: string, year: number): Stretch[] {
  const key = `${timeZone} ${year}`;
  const known = kept.get(key);
  if (known) return known;
  const stretches = readYear(timeZone, year);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, stretches);
  return stretches;
}

function readYear(timeZone: string, year: number): Stretch[] {
  const start = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year, 0, 1) - margin,
  );
  const end = Date.UTC(year + 1, 0, 1) + margin;
  const times = [start.toZonedDateTimeISO(timeZone)];
  for (;;) {
    const change = times.at(-1)!.getTimeZoneTransition('next');
    if (!change || change.epochMilliseconds >= end) break;
    times.push(change);
  }
  return times.map((time, i) => ({
    from: i === 0 ? Number.NEGATIVE_INFINITY : time.epochMilliseconds,
    to: times[i + 1]?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: time.offsetNanoseconds / 1_000_000,
  }));
}
