import { recurrencesOf, type Patience } from './recurrence';
import { day, minute } from './wall';
import { fileZone, ianaZone, numberOf, textOf, type Zone } from './wallClock';

/** When something takes place, by the clocks of its zone. Texts such as `2026-11-22T02:00:00` are what they show. */
export type Schedule = {
  start: string;
  /** By the same clocks: two hours are two on the face, whatever is done to the clocks meanwhile. */
  minutes: number;
  zone: string;
  /** The VTIMEZONE of a zone that the IANA database does not have. */
  zoneRules?: string;
  /** An RRULE whose UNTIL is by the same clocks. */
  recurrence?: string;
  /** Times that are left out; a text without an hour leaves out a day. */
  except?: string[];
  /** Times that there are besides. */
  also?: string[];
  /** Times that are at another time, or cancelled when they have no start. */
  moved?: Moved[];
};

export type Moved = {
  from: string;
  start?: string;
  minutes?: number;
  /** So are all later ones. */
  andLater?: boolean;
};

/** One time that it takes place, by its clocks. */
export type Place = { start: number; minutes: number };

/** @throws Error with a sentence for a zone that nobody knows. */
export function zoneOf({
  zone,
  zoneRules,
}: Pick<Schedule, 'zone' | 'zoneRules'>): Zone {
  const known = zoneRules ? fileZone(zoneRules) : ianaZone(zone);
  if (known) return known;
  throw new Error(`there is no time zone ${zone} in the IANA database`);
}

/** What is asked of a schedule, by its clocks. */
export type Asked = {
  from: number;
  until: number;
  /** A few more than so many come at most, and none is missing before. */
  most: number;
  /** What several may use up together. */
  patience?: Patience;
};

/**
 * By the clock: those that matter from `from` until `until`, and the first one after it when there are none. Others may be among
 * them.
 *
 * @throws Error with a sentence for what cannot be worked out.
 */
export function placesOf(
  schedule: Schedule,
  asked: Asked,
): { places: Place[]; isAll: boolean } {
  const { regular, isAll } = regularOf(schedule, asked);
  const also = (schedule.also ?? []).map(numberOf);
  const moved = schedule.moved ?? [];
  const isMoved = new Set(moved.map(one => numberOf(one.from)));
  const places = [...new Set([...regular, ...also])]
    .filter(at => !isMoved.has(at))
    .filter(at => !isExcepted(at, schedule))
    .map(at => shift(at, schedule));
  const apart = moved.flatMap(({ start, minutes = schedule.minutes }) =>
    start ? [{ start: numberOf(start), minutes }] : [],
  );
  return { places: unique([...places, ...apart]), isAll };
}

function regularOf(
  schedule: Schedule,
  { from, until, most, patience }: Asked,
): { regular: number[]; isAll: boolean } {
  const start = numberOf(schedule.start);
  const { recurrence } = schedule;
  if (!recurrence) return { regular: [start], isAll: true };
  const begin = from - longestOf(schedule);
  let coming = 0;
  const wanted = (at: number) => {
    const isComing = at >= from && isHeld(at, schedule);
    if (at >= until && coming > 0) return false;
    if (isComing) coming += 1;
    return coming <= most + 1;
  };
  const { shown, isAll } = recurrencesOf(recurrence, start, wanted, patience);
  return { regular: shown.filter(at => at >= begin), isAll };
}

/** Neither left out nor cancelled. */
function isHeld(at: number, schedule: Schedule): boolean {
  const cancelled = schedule.moved?.some(
    ({ from, start }) => !start && numberOf(from) === at,
  );
  return !cancelled && !isExcepted(at, schedule);
}

function isExcepted(at: number, { except = [] }: Schedule): boolean {
  if (except.length === 0) return false;
  const text = textOf(at);
  return except.includes(text) || except.includes(text.slice(0, 10));
}

/** Milliseconds before now at which something may have begun that is not over. A day more, because clocks are changed. */
function longestOf({ minutes, moved = [] }: Schedule): number {
  const shifts = moved
    .filter(({ andLater }) => andLater)
    .map(one => Math.abs(numberOf(one.start ?? one.from) - numberOf(one.from)));
  const lengths = moved.map(one => one.minutes ?? 0);
  return Math.max(minutes, ...lengths) * minute + Math.max(0, ...shifts) + day;
}

/** Where one is since an earlier one was moved together with all later ones. */
function shift(at: number, { moved = [], minutes }: Schedule): Place {
  const [latest] = moved
    .filter(({ andLater, start, from }) =>
      Boolean(andLater && start && numberOf(from) <= at),
    )
    .sort((a, b) => numberOf(b.from) - numberOf(a.from));
  if (!latest) return { start: at, minutes };
  return {
    start: at + numberOf(latest.start!) - numberOf(latest.from),
    minutes: latest.minutes ?? minutes,
  };
}

function unique(places: Place[]): Place[] {
  return [...new Map(places.map(place => [place.start, place])).values()];
}
