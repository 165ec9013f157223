import ICAL from 'ical.js';
import { day } from './wall';
import { isZone, zoneOf } from './zone';

/** A place's clocks: what they show when, and when they show what, as calendar files mean it. */
export type Zone = {
  /** The moment at which they show this, in milliseconds; the first of two. */
  instantOf(shown: number): number;
  /** What they show at a moment. */
  shownAt(instant: number): number;
};

/**
 * Clocks by their name in the IANA database. Nothing for a name that is not there.
 *
 * What a clock shows is a number too: the milliseconds since 1970 of a clock in UTC that shows the same.
 */
export function ianaZone(name: string): Zone | undefined {
  if (!isZone(name)) return undefined;
  const zone = zoneOf(name);
  return zoneBy(instant => zone.wallAt(instant) - instant);
}

/** Clocks by the rules that a calendar file brings. */
export function fileZone(rules: string): Zone {
  const component = new ICAL.Component(ICAL.parse(rules));
  const zone = new ICAL.Timezone(component);
  return zoneBy(instant => {
    const utc = timeOf(instant);
    utc.zone = ICAL.Timezone.utcTimezone;
    return shownBy(utc.convertToZone(zone)) - shownBy(utc);
  });
}

/** @param offsetAt - milliseconds by which they are ahead of UTC at a moment */
function zoneBy(offsetAt: (instant: number) => number): Zone {
  return {
    shownAt: instant => instant + offsetAt(instant),
    instantOf(shown) {
      // What no clock shows, because an hour was left out, is reckoned by the clocks of before (RFC 5545, 3.3.5).
      const before = offsetAt(shown - day);
      const after = offsetAt(shown + day);
      const fits = [before, after].find(
        offset => offsetAt(shown - offset) === offset,
      );
      return shown - (fits ?? before);
    },
  };
}

/** As a number, whatever zone the time is in. */
export function shownBy(time: ICAL.Time): number {
  const { year, month, day: date, hour, minute: minutes, second } = time;
  return Date.UTC(year, month - 1, date, hour, minutes, second);
}

/** A time without a zone. */
export function timeOf(shown: number): ICAL.Time {
  return ICAL.Time.fromString(textOf(shown), undefined);
}

/** `2026-11-22T02:00:00` */
export function textOf(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19);
}

/** The reverse of {@link textOf}; NaN for a day or an hour that no calendar has. */
export function numberOf(text: string): number {
  const shown = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`);
  // JavaScript takes the 30th of February for the 2nd of March.
  return Number.isFinite(shown) && textOf(shown).startsWith(text)
    ? shown
    : Number.NaN;
}
