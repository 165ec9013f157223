import ICAL from 'ical.js';
import type { EventGroup } from './calendarFile';
import type { Moved, Schedule } from './occurrences';
import type { NamedZone, Zones } from './readZones';
import { flawOf, untilByTheClock } from './recurrence';
import { shownBy, textOf } from './wallClock';

/** How events are to be read. */
export type EventReading = {
  zones: Zones;
  /** Minutes that one may last. */
  longest: number;
  /** Which of its times are none; those that were called off, if nothing else is said. */
  isOff?: (component: ICAL.Component) => boolean;
};

type Place = Required<EventReading> & { zone: NamedZone };

/**
 * When an event takes place, with what differs at some of its times.
 *
 * @throws Error with a sentence for what is not understood.
 */
export function timesOf(
  { main, others }: Pick<EventGroup, 'main' | 'others'>,
  { zones, longest, isOff = isCancelled }: EventReading,
): Schedule {
  const begin = main.getFirstProperty('dtstart');
  if (!begin) throw new Error('it has no beginning');
  const zone = zones.of(begin);
  const place = { zone, zones, longest, isOff };
  const recurrence = recurrenceOf(main, zone);
  const { start, minutes } = spanOf(main, place);
  const { also, apart } = additionsOf(main, place);
  const moved = [...apart, ...others.map(one => movedTo(one, place))];
  const except = main
    .getAllProperties('exdate')
    .flatMap(property => textsOf(property, place));
  return {
    ...{ start: textOf(start), minutes, zone: zone.name },
    ...(zone.rules && { zoneRules: zone.rules }),
    ...(recurrence && { recurrence }),
    ...(except.length > 0 && { except }),
    ...(also.length > 0 && { also }),
    ...(moved.length > 0 && { moved }),
  };
}

function recurrenceOf(
  main: ICAL.Component,
  { zone }: NamedZone,
): string | undefined {
  const rules = main.getAllProperties('rrule');
  if (rules.length === 0) return undefined;
  if (rules.length > 1) throw new Error('it recurs by more than one rule');
  const rule = String(rules[0].getFirstValue());
  const flaw = flawOf(rule);
  if (flaw) throw new Error(`its recurrence: ${flaw}`);
  return untilByTheClock(rule, zone);
}

/** When one event, or one of its times, begins by the clocks of the event, and for how long. */
function spanOf(
  component: ICAL.Component,
  place: Place,
): { start: number; minutes: number } {
  const begin = component.getFirstProperty('dtstart')!;
  const [start] = shownOf(begin, place);
  const minutes = minutesOf(component, start, place);
  if (!(minutes >= 1)) throw new Error('it ends when it begins');
  if (minutes > place.longest) {
    throw new Error(`it lasts more than ${place.longest / (24 * 60)} days`);
  }
  return { start, minutes: Math.round(minutes) };
}

function minutesOf(
  component: ICAL.Component,
  start: number,
  place: Place,
): number {
  const end = component.getFirstProperty('dtend');
  if (end) return (shownOf(end, place)[0] - start) / 60_000;
  const duration = component.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration.toSeconds() / 60;
  const isDay = component.getFirstProperty('dtstart')!.type === 'date';
  return isDay ? 24 * 60 : 0;
}

/** What a RECURRENCE-ID says of one time, or of that and all later ones. */
function movedTo(component: ICAL.Component, place: Place): Moved {
  const id = component.getFirstProperty('recurrence-id')!;
  const [from] = shownOf(id, place).map(textOf);
  if (place.isOff(component)) return { from };
  const { start, minutes } = spanOf(component, place);
  const andLater =
    id.getFirstParameter('range')?.toUpperCase() === 'THISANDFUTURE';
  return {
    ...{ from, start: textOf(start), minutes },
    ...(andLater && { andLater }),
  };
}

/** Times of RDATE; those with a length of their own stand apart. */
function additionsOf(
  main: ICAL.Component,
  place: Place,
): { also: string[]; apart: Moved[] } {
  const also: string[] = [];
  const apart: Moved[] = [];
  for (const property of main.getAllProperties('rdate')) {
    for (const value of property.getValues()) {
      if (value instanceof ICAL.Period) {
        const start = textOf(shownIn(value.start, property, place));
        const minutes = Math.round(value.getDuration().toSeconds() / 60);
        apart.push({ from: start, start, minutes });
      } else also.push(textOf(shownIn(value, property, place)));
    }
  }
  return { also, apart };
}

function textsOf(property: ICAL.Property, place: Place): string[] {
  const isDay = property.type === 'date';
  return shownOf(property, place)
    .map(textOf)
    .map(text => (isDay ? text.slice(0, 10) : text));
}

function shownOf(property: ICAL.Property, place: Place): number[] {
  return property
    .getValues()
    .map((value: unknown) => shownIn(value, property, place));
}

/** What the clocks of the event show then, whatever zone it is written in. */
function shownIn(
  value: unknown,
  property: ICAL.Property,
  { zone, zones }: Place,
): number {
  if (!(value instanceof ICAL.Time)) {
    throw new Error(`its ${property.name} is no date`);
  }
  const shown = shownBy(value);
  if (Number.isNaN(shown)) throw new Error(`its ${property.name} is no date`);
  const written = zones.of(property);
  return written.name === zone.name
    ? shown
    : zone.zone.shownAt(written.zone.instantOf(shown));
}

/** Called off; also one of its times may be. */
export function isCancelled(component: ICAL.Component): boolean {
  return textIn(component, 'status').toUpperCase() === 'CANCELLED';
}

export function textIn(component: ICAL.Component, name: string): string {
  const text = String(component.getFirstPropertyValue(name) ?? '');
  return text.replaceAll('\u0000', '').slice(0, 10_000);
}
