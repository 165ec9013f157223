import ICAL from 'ical.js';
import { isCancelled, readEvent, type CalendarEvent } from './readEvent';
import { readZones } from './readZones';

/** What a calendar file says. */
export type ReadCalendar = {
  events: CalendarEvent[];
  /** Those that were called off. */
  cancelled: Array<{ uid: string; title: string }>;
  /** Those that are not understood, each with a sentence. */
  skipped: Array<{ uid: string; title: string; reason: string }>;
};

const mostEvents = 2_000;

/**
 * The events of an iCalendar file; all that share a UID are one.
 *
 * @param zone - of events that name none, such as those of whole days; the file may say it too, else it is UTC
 * @throws Error with a sentence when it is no such file.
 */
export function readCalendar(
  text: string,
  zone: string | undefined,
): ReadCalendar {
  const calendars = parse(text);
  const components = calendars.flatMap(calendar =>
    calendar.getAllSubcomponents('vevent'),
  );
  const groups = new Map<string, ICAL.Component[]>();
  for (const component of components) {
    const uid = uidOf(component);
    const group = groups.get(uid);
    if (group) group.push(component);
    else groups.set(uid, [component]);
  }
  if (groups.size > mostEvents) {
    throw new Error(`it has more than ${mostEvents} events`);
  }
  const zones = readZones(calendars, zone);
  const read: ReadCalendar = { events: [], cancelled: [], skipped: [] };
  for (const [uid, group] of groups) {
    const { main, others } = mainOf(group);
    const title = titleOf(main);
    if (isCancelled(main)) read.cancelled.push({ uid, title });
    else {
      try {
        read.events.push({ uid, title, ...readEvent(main, others, zones) });
      } catch (error) {
        const reason = (error as Error).message.slice(0, 300);
        read.skipped.push({ uid, title, reason });
      }
    }
  }
  return read;
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
