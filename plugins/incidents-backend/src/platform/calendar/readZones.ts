import ICAL from 'ical.js';
import { flawOf } from './recurrence';
import { fileZone, ianaZone, shownBy, type Zone } from './wallClock';

/** A zone under the name that a file gives it. */
export type NamedZone = {
  name: string;
  /** The VTIMEZONE, for one that the IANA database does not have. */
  rules?: string;
  zone: Zone;
};

export type Zones = {
  /** @throws Error with a sentence for a zone that nobody knows. */
  of(property: ICAL.Property): NamedZone;
};

/**
 * The zones of a calendar file. A name of the IANA database is taken from there, even if the file brings rules for it: those are
 * often cut to one year. Any other is taken from the file.
 */
export function readZones(
  calendars: ICAL.Component[],
  zone: string | undefined,
): Zones {
  const rules = new Map(
    calendars
      .flatMap(calendar => calendar.getAllSubcomponents('vtimezone'))
      .map(one => [String(one.getFirstPropertyValue('tzid')), one]),
  );
  const known = new Map<string, NamedZone>();
  const named = (name: string): NamedZone => {
    const before = known.get(name);
    if (before) return before;
    const found = fromDatabase(name) ?? fromFile(name, rules.get(name));
    known.set(name, found);
    return found;
  };
  const own = calendars
    .map(calendar => calendar.getFirstPropertyValue('x-wr-timezone'))
    .map(String)
    .find(name => fromDatabase(name) || rules.has(name));
  return {
    of(property) {
      const tzid = property.getFirstParameter('tzid');
      if (tzid) return named(tzid);
      return named(isUtc(property) ? 'UTC' : zone ?? own ?? 'UTC');
    },
  };
}

function isUtc(property: ICAL.Property): boolean {
  const value = property.getFirstValue();
  return value instanceof ICAL.Time && value.zone === ICAL.Timezone.utcTimezone;
}

function fromDatabase(name: string): NamedZone | undefined {
  // With a slash before it, it is registered somewhere; the names are the same mostly.
  const plain = name.replace(/^\//, '');
  const zone = ianaZone(plain);
  return zone && { name: plain, zone };
}

function fromFile(
  name: string,
  component: ICAL.Component | undefined,
): NamedZone {
  if (!component) {
    throw new Error(
      `its time zone ${name} is neither in the IANA database nor in the file`,
    );
  }
  const flaw = flawOfRules(component);
  if (flaw) throw new Error(`the rules of its time zone ${name}: ${flaw}`);
  const rules = component.toString();
  return { name, rules, zone: fileZone(rules) };
}

/** Rules that would take for ever. */
function flawOfRules(component: ICAL.Component): string | undefined {
  const changes = component.getAllSubcomponents();
  const recurrences = changes
    .flatMap(change => change.getAllProperties('rrule'))
    .map(property => String(property.getFirstValue()));
  if (recurrences.some(one => !/FREQ=YEARLY/i.test(one))) {
    return 'clocks are changed yearly or at certain times';
  }
  const begins = changes
    .map(change => change.getFirstPropertyValue('dtstart'))
    .map(value => (value instanceof ICAL.Time ? shownBy(value) : Number.NaN));
  if (changes.length === 0 || begins.some(Number.isNaN)) {
    return 'it does not say since when they hold';
  }
  return recurrences.map(flawOf).find(Boolean);
}
