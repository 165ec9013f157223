import { recurrencesOf } from './recurrence';
import { fileZone, ianaZone, numberOf, textOf, type Zone } from './wallClock';

/** When a window is open, by the clocks of its zone. Texts such as `2026-11-22T02:00:00` are what they show. */
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

/** One time that a window is open. */
export type Opening = { startsAt: string; endsAt: string };

/** The next openings of a window. */
export type Outlook = {
  openings: Opening[];
  /** None comes after them. */
  isAll: boolean;
};

type Place = { start: number; minutes: number };

const minute = 60_000;
const day = 24 * 60 * minute;
/** Openings of one window that are known beforehand. */
const most = 200;

/**
 * The openings that have not ended, as far as they begin within `ahead` milliseconds, and at least the next one.
 *
 * @throws Error with a sentence for what cannot be worked out.
 */
export function outlookOf(
  schedule: Schedule,
  now: Date,
  ahead: number,
): Outlook {
  const zone = zoneOf(schedule);
  const from = zone.shownAt(now.getTime());
  const { places, isAll } = placesOf(schedule, from, from + ahead);
  const openings = places
    .map(place => toOpening(place, zone))
    .filter(({ endsAt }) => Date.parse(endsAt) > now.getTime())
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  if (openings.length > most) {
    throw new Error(
      `it opens more than ${most} times in ${Math.round(ahead / day)} days`,
    );
  }
  return { openings, isAll };
}

/** @throws Error with a sentence for a zone that nobody knows. */
export function zoneOf({
  zone,
  zoneRules,
}: Pick<Schedule, 'zone' | 'zoneRules'>): Zone {
  const known = zoneRules ? fileZone(zoneRules) : ianaZone(zone);
  if (known) return known;
  throw new Error(`there is no time zone ${zone} in the IANA database`);
}

/** By the clock: those that matter from `from` until `until`, and the first one after it when there are none. */
function placesOf(
  schedule: Schedule,
  from: number,
  until: number,
): { places: Place[]; isAll: boolean } {
  const { regular, isAll } = regularOf(schedule, from, until);
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
  from: number,
  until: number,
): { regular: number[]; isAll: boolean } {
  const start = numberOf(schedule.start);
  const { recurrence } = schedule;
  if (!recurrence) return { regular: [start], isAll: true };
  const begin = from - longestOf(schedule);
  let coming = 0;
  const { shown, isAll } = recurrencesOf(recurrence, start, at => {
    const isComing = at >= from && isHeld(at, schedule);
    if (at >= until && coming > 0) return false;
    if (isComing) coming += 1;
    return coming <= most + 1;
  });
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

/** Where an opening is since an earlier one was moved together with all later ones. */
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

function toOpening({ start, minutes }: Place, zone: Zone): Opening {
  const startsAt = zone.instantOf(start);
  const endsAt = zone.instantOf(start + minutes * minute);
  // Where the clocks leave out an hour, it may end before it has begun.
  const lasts = endsAt > startsAt ? endsAt - startsAt : minutes * minute;
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + lasts).toISOString(),
  };
}
