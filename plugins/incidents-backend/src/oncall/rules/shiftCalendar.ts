import ICAL from 'ical.js';
import {
  localTime,
  timeZoneRules,
} from '../../platform/calendar/timeZoneRules';

/** A shift as a calendar shows it. */
export type CalendarShift = {
  /** The same for the same shift, however often it is read. */
  uid: string;
  from: Date;
  to: Date;
  /** That of its schedule: times are written as its clocks show them. */
  timeZone: string;
  summary: string;
  description?: string;
};

/**
 * A calendar file (RFC 5545) with an event for each shift. Times are those on the wall of the schedule, with the rules of its zone
 * over the time that the file covers, so that a reader needs to know nothing of it. Where the wall shows a time twice, it is written
 * as an instant.
 */
export function shiftCalendar(
  shifts: CalendarShift[],
  about: { title: string; timeZone?: string; now: Date },
): string {
  const calendar = new ICAL.Component('vcalendar');
  const say = (name: string, value: string) =>
    calendar.updatePropertyWithValue(name, value);
  say('version', '2.0');
  say('prodid', '-//backstage-plugin-incidents//on-call//EN');
  say('method', 'PUBLISH');
  say('name', about.title);
  say('x-wr-calname', about.title);
  if (about.timeZone) say('x-wr-timezone', about.timeZone);
  calendar.updatePropertyWithValue(
    'refresh-interval',
    ICAL.Duration.fromSeconds(15 * 60),
  );
  for (const zone of zonesOf(shifts)) calendar.addSubcomponent(zone);
  for (const shift of shifts) {
    calendar.addSubcomponent(eventOf(shift, about.now));
  }
  return `${calendar.toString()}\r\n`;
}

const day = 24 * 60 * 60 * 1000;

function zonesOf(shifts: CalendarShift[]): ICAL.Component[] {
  const names = new Set(shifts.map(({ timeZone }) => timeZone));
  return [...names].filter(isNoUtc).map(name => {
    const own = shifts.filter(({ timeZone }) => timeZone === name);
    const from = Math.min(...own.map(one => one.from.getTime())) - day;
    const to = Math.max(...own.map(one => one.to.getTime())) + day;
    return timeZoneRules(name, { from, to });
  });
}

function isNoUtc(timeZone: string): boolean {
  return timeZone !== 'UTC';
}

function timeOf(name: string, at: Date, timeZone: string): ICAL.Property {
  const local = isNoUtc(timeZone) ? localTime(timeZone, at) : undefined;
  const property = new ICAL.Property(name);
  if (local) property.setParameter('tzid', timeZone);
  property.setValue(local ?? ICAL.Time.fromJSDate(at, true));
  return property;
}

function eventOf(shift: CalendarShift, now: Date): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', shift.uid);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  event.addProperty(timeOf('dtstart', shift.from, shift.timeZone));
  event.addProperty(timeOf('dtend', shift.to, shift.timeZone));
  event.updatePropertyWithValue('summary', shift.summary);
  if (shift.description) {
    event.updatePropertyWithValue('description', shift.description);
  }
  // Who is on call is not away: as an absence it would take them off call.
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  return event;
}
