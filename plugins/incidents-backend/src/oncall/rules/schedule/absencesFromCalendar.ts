import { createHash } from 'node:crypto';
import type { Absence } from 'backstage-plugin-incidents-common';
import type ICAL from 'ical.js';
import {
  openCalendar,
  type EventGroup,
} from '../../../platform/calendar/calendarFile';
import {
  isCancelled,
  textIn,
  timesOf,
} from '../../../platform/calendar/eventTimes';
import {
  placesOf,
  zoneOf as clocksOf,
  type Schedule,
} from '../../../platform/calendar/occurrences';
import type { Zones } from '../../../platform/calendar/readZones';
import type { Patience } from '../../../platform/calendar/recurrence';
import { day, minute } from '../../../platform/calendar/wall';
import { zoneOf } from '../../../platform/calendar/zone';
import type { Span } from './span';

/** Times of one event: every day for more than ten years. */
const mostOccurrences = 5_000;
/** Days that are looked at for all events of a file: a hundred that are daily for years. */
const mostDays = 250_000;
/** Minutes: ten years. */
const longestAbsence = 3_653 * 24 * 60;

/** Of whose absences a calendar is, and where it is to be read. */
export type CalendarReading = {
  user: string;
  /** Of whole days, and of times that name no zone. */
  timeZone: string;
  from: Date;
  to: Date;
};

/** What a calendar says of somebody, and which of its events could not be understood. */
export type CalendarAbsences = {
  /** Sorted by their start. */
  absences: Absence[];
  /** Each with a sentence. */
  skipped: Array<{ uid: string; because: string }>;
};

/**
 * The events of an iCalendar file as absences: recurring ones one by one, without those that are cancelled or leave the person
 * free.
 *
 * @throws Error with a sentence when it is no iCalendar file.
 */
export function absencesFromCalendar(
  text: string,
  { user, timeZone, from, to }: CalendarReading,
): CalendarAbsences {
  const { groups, zones } = openCalendar(text, timeZone);
  const asked = { from: from.getTime(), to: to.getTime() };
  const patience = { days: mostDays };
  const skipped: CalendarAbsences['skipped'] = [];
  const found = groups.flatMap(group => {
    const { uid, main } = group;
    if (isFree(main)) return [];
    try {
      const spans = spansOf(group, { zones, asked, patience });
      return spans.map(span => ({ uid, span }));
    } catch (error) {
      const because = (error as Error).message.slice(0, 300);
      skipped.push({ uid, because });
      return [];
    }
  });
  const absences = found
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    .map(({ uid, span }) => absenceOf(user, uid, span));
  // The same event may stand in a file twice, without a UID.
  const byId = new Map(absences.map(absence => [absence.id, absence]));
  return { absences: [...byId.values()], skipped };
}

/** Its id stays the same when the calendar is read again, and is another for everybody who goes to the same event. */
function absenceOf(user: string, uid: string, span: Span): Absence {
  const from = new Date(span.from).toISOString();
  const to = new Date(span.to).toISOString();
  const all = [user, uid, from, to].join('\n');
  const id = createHash('sha256').update(all).digest('hex').slice(0, 32);
  return { id, user, from, to };
}

function isFree(component: ICAL.Component): boolean {
  return (
    isCancelled(component) ||
    textIn(component, 'transp').toUpperCase() === 'TRANSPARENT'
  );
}

type Reading = { zones: Zones; asked: Span; patience: Patience };

function spansOf(
  group: EventGroup,
  { zones, asked, patience }: Reading,
): Span[] {
  const times = timesOf(group, {
    ...{ zones, longest: longestAbsence, isOff: isFree },
  });
  const clocks = clocksOf(times);
  const { places } = placesOf(times, {
    from: clocks.shownAt(asked.from) - day,
    until: clocks.shownAt(asked.to) + day,
    ...{ most: mostOccurrences, patience },
  });
  const instantsOf = instants(times);
  const spans = places
    .map(({ start, minutes }) => instantsOf(start, start + minutes * minute))
    .filter(({ from, to }) => from < to && from < asked.to && asked.from < to);
  if (spans.length > mostOccurrences) {
    throw new Error(`it takes place more than ${mostOccurrences} times`);
  }
  return spans;
}

/** A time that is there twice is away for both, as an override would be; the rules of a file know only one. */
function instants(times: Schedule): (start: number, end: number) => Span {
  if (times.zoneRules) {
    const clocks = clocksOf(times);
    return (start, end) => ({
      from: clocks.instantOf(start),
      to: clocks.instantOf(end),
    });
  }
  const zone = zoneOf(times.zone);
  return (start, end) => ({ from: zone.first(start), to: zone.last(end) });
}
