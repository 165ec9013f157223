import ICAL from 'ical.js';
import { readZones, type Zones } from './readZones';

/** All that share a UID: the event, and what differs at some of its times. */
export type EventGroup = {
  uid: string;
  title: string;
  main: ICAL.Component;
  others: ICAL.Component[];
};

/** The events of a file, and its zones. */
export type CalendarFile = { groups: EventGroup[]; zones: Zones };

const mostEvents = 2_000;

/**
 * Takes an iCalendar file apart, without understanding its events.
 *
 * @param zone - of events that name none, such as those of whole days; the file may say it too, else it is UTC
 * @throws Error with a sentence when it is no such file.
 */
export function openCalendar(
  text: string,
  zone: string | undefined,
): CalendarFile {
  const calendars = parse(text);
  const byUid = new Map<string, ICAL.Component[]>();
  for (const component of calendars.flatMap(eventsOf)) {
    const uid = uidOf(component);
    const group = byUid.get(uid);
    if (group) group.push(component);
    else byUid.set(uid, [component]);
  }
  if (byUid.size > mostEvents) {
    throw new Error(`it has more than ${mostEvents} events`);
  }
  const groups = [...byUid].map(([uid, group]) => {
    const { main, others } = mainOf(group);
    return { uid, title: titleOf(main), main, others };
  });
  return { groups, zones: readZones(calendars, zone) };
}

function eventsOf(calendar: ICAL.Component): ICAL.Component[] {
  return calendar.getAllSubcomponents('vevent');
}

function parse(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    // Several calendars in one file are a list of lists.
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars: ICAL.Component[] = roots.map(
      (root: unknown[]) => new ICAL.Component(root),
    );
    if (calendars.some(({ name }) => name !== 'vcalendar')) {
      throw new Error('it does not begin with BEGIN:VCALENDAR');
    }
    return calendars;
  } catch (error) {
    const why = (error as Error).message.slice(0, 200);
    throw new Error(`it is no iCalendar file: ${why}`);
  }
}

/** The event itself, and what differs at some of its times. */
function mainOf(group: ICAL.Component[]): {
  main: ICAL.Component;
  others: ICAL.Component[];
} {
  const isOther = (one: ICAL.Component) => one.hasProperty('recurrence-id');
  const mains = group.filter(one => !isOther(one));
  // Of one that was sent twice, the later version.
  mains.sort((a, b) => sequenceOf(b) - sequenceOf(a));
  const others = group.filter(isOther);
  // Some programs export only those times that differ.
  const [main = others.shift()!] = mains;
  return { main, others };
}

function sequenceOf(component: ICAL.Component): number {
  return Number(component.getFirstPropertyValue('sequence') ?? 0);
}

function uidOf(component: ICAL.Component): string {
  const uid = component.getFirstPropertyValue('uid');
  return String(uid ?? `${titleOf(component)}-${component.toString()}`);
}

function titleOf(component: ICAL.Component): string {
  const summary = String(component.getFirstPropertyValue('summary') ?? '');
  const title = summary.replaceAll('\u0000', '').trim().slice(0, 200);
  return title || 'untitled';
}
