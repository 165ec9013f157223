import {
  placesOf,
  zoneOf,
  type Place,
  type Schedule,
} from '../../platform/calendar/occurrences';
import { day, minute } from '../../platform/calendar/wall';
import type { Zone } from '../../platform/calendar/wallClock';

/** One time that a window is open. */
export type Opening = { startsAt: string; endsAt: string };

/** The next openings of a window. */
export type Outlook = {
  openings: Opening[];
  /** None comes after them. */
  isAll: boolean;
};

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
  const until = from + ahead;
  const { places, isAll } = placesOf(schedule, { from, until, most });
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
