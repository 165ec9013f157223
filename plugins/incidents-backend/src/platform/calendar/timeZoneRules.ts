import ICAL from 'ical.js';
import type { EventSpan } from './spansOf';
import { textOf } from './wallClock';
import { zoneOf } from './zone';

/**
 * The VTIMEZONE of a zone of the IANA database for a span of time, in which its clocks show what the database says; before and after
 * it promises nothing. Every change is written by itself, without a rule: rules of countries change.
 */
export function timeZoneRules(name: string, span: EventSpan): ICAL.Component {
  const stretches = zoneOf(name).stretches(span.from, span.to);
  const least = Math.min(...stretches.map(({ offset }) => offset));
  const zone = new ICAL.Component('vtimezone');
  zone.updatePropertyWithValue('tzid', name);
  stretches.forEach(({ from, offset }, i) => {
    const before = stretches[i - 1]?.offset ?? offset;
    const kind = offset > least ? 'daylight' : 'standard';
    const change = new ICAL.Component(kind);
    change.updatePropertyWithValue('dtstart', wallOf(from + before));
    change.updatePropertyWithValue('tzoffsetfrom', offsetOf(before));
    change.updatePropertyWithValue('tzoffsetto', offsetOf(offset));
    zone.addSubcomponent(change);
  });
  return zone;
}

/**
 * An instant by the clocks of a zone, for a property that names the zone; nothing where the clocks show that time twice. The standard
 * means the first of the two, and programs do not agree.
 */
export function localTime(name: string, at: Date): ICAL.Time | undefined {
  const zone = zoneOf(name);
  const shown = zone.wallAt(at.getTime());
  return zone.first(shown) === zone.last(shown) ? wallOf(shown) : undefined;
}

function wallOf(shown: number): ICAL.Time {
  return ICAL.Time.fromString(textOf(shown), undefined);
}

function offsetOf(milliseconds: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(milliseconds / 1000);
}
