import ICAL from 'ical.js';

/** A shift as a calendar shows it. */
export type CalendarShift = {
  /** The same for the same shift, however often it is read. */
  uid: string;
  from: Date;
  to: Date;
  summary: string;
  description?: string;
};

/**
 * A calendar file (RFC 5545) with an event for each shift. Times are instants, so that no reader has to know when the clocks of the
 * schedule change; its zone is named for those who show it.
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
  for (const shift of shifts) {
    calendar.addSubcomponent(eventOf(shift, about.now));
  }
  return `${calendar.toString()}\r\n`;
}

function eventOf(shift: CalendarShift, now: Date): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const instant = (at: Date) => ICAL.Time.fromJSDate(at, true);
  event.updatePropertyWithValue('uid', shift.uid);
  event.updatePropertyWithValue('dtstamp', instant(now));
  event.updatePropertyWithValue('dtstart', instant(shift.from));
  event.updatePropertyWithValue('dtend', instant(shift.to));
  event.updatePropertyWithValue('summary', shift.summary);
  if (shift.description) {
    event.updatePropertyWithValue('description', shift.description);
  }
  // Who is on call is not away: as an absence it would take them off call.
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  return event;
}
