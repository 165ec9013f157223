import type { RemotePerson } from 'backstage-plugin-incidents-node';
import type ICAL from 'ical.js';
import { textIn } from '../../platform/calendar/eventTimes';

/** A level of on call, and how the titles of its events begin. */
export type CalendarLevel = { name: string; prefix: string };

/** Who is on call by an event, and on which level. */
export type Duty = {
  level: number;
  levelName: string;
  people: RemotePerson[];
};

/**
 * The people of an event: whom it invites; without guests, whom its title names, by e-mail address, ref or name; and whoever made it
 * only when nothing of the title is left. That somebody entered a shift of somebody else does not put them on call.
 *
 * @throws Error with a sentence for an event that says nobody, or is of no level.
 */
export function dutyOf(event: ICAL.Component, levels: CalendarLevel[]): Duty {
  const summary = textIn(event, 'summary').trim();
  const lower = summary.toLowerCase();
  const found = levels.findIndex(({ prefix }) =>
    lower.startsWith(prefix.toLowerCase()),
  );
  const level = levels[found];
  if (!level) {
    throw new Error(`its title begins like none of the levels`);
  }
  const words = summary.slice(level.prefix.length).trim();
  const invited = invitedTo(event);
  const named = invited.length > 0 ? invited : namedIn(words);
  const people = named.length > 0 ? named : madeBy(event);
  if (people.length === 0) throw new Error('it names nobody');
  return { level: found + 1, levelName: level.name, people };
}

const address = /[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+\.[^\s<>"'(),;:@]+/;
const userRef = /\buser:[^\s:/,;]+\/[^\s:/,;]+/i;
/** What some programs put before the name. */
const opening = /^on[- ]?call\b\s*[-–:]?\s*/i;
/** Addresses of calendars, which are nobody. */
const nobody = /@(group|resource)\.calendar\.google\.com$/i;

function invitedTo(event: ICAL.Component): RemotePerson[] {
  return event.getAllProperties('attendee').flatMap(guest => {
    const says = (name: string) => parameter(guest, name).toUpperCase();
    const isThing = ['ROOM', 'RESOURCE'].includes(says('cutype'));
    const isAway =
      says('partstat') === 'DECLINED' || says('role') === 'NON-PARTICIPANT';
    return isThing || isAway ? [] : personIn(guest);
  });
}

function madeBy(event: ICAL.Component): RemotePerson[] {
  const organizer = event.getFirstProperty('organizer');
  return organizer ? personIn(organizer) : [];
}

function personIn(property: ICAL.Property): RemotePerson[] {
  const value = String(property.getFirstValue() ?? '');
  const [email] =
    address.exec(value.replace(/^mailto:/i, '')) ??
    address.exec(parameter(property, 'email')) ??
    [];
  const name = parameter(property, 'cn').trim();
  if (!email) return name ? [{ name: short(name) }] : [];
  if (nobody.test(email)) return [];
  return [{ name: short(name || email), email: email.slice(0, 254) }];
}

function namedIn(words: string): RemotePerson[] {
  return words
    .split(/\s+[&+/]\s+|;/)
    .map(part => part.replace(opening, '').trim())
    .filter(Boolean)
    .map(part => {
      const [email] = address.exec(part) ?? [];
      const [ref] = userRef.exec(part) ?? [];
      return {
        name: short(part),
        ...(email && { email }),
        ...(!email && ref && { ref: ref.toLowerCase().slice(0, 255) }),
      };
    });
}

function parameter(property: ICAL.Property, name: string): string {
  const value = property.getFirstParameter(name);
  return typeof value === 'string' ? value : '';
}

function short(name: string): string {
  return name.replaceAll('\u0000', '').slice(0, 200);
}
