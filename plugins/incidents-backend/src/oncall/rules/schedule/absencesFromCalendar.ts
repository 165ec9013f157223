import { createHash } from 'node:crypto';
import type { Absence } from 'backstage-plugin-incidents-common';
import type ICAL from 'ical.js';
import { openCalendar } from '../../../platform/calendar/calendarFile';
import { isCancelled, textIn } from '../../../platform/calendar/eventTimes';
import { spansOf } from '../../../platform/calendar/spansOf';
import type { Span } from './span';

/** Days that are looked at for all events of a file: a hundred that are daily for years. */
const mostDays = 250_000;
/** Minutes: ten years. */
const longestAbsence = 3_653 * 24 * 60;

/** Of whose absences a calendar is, and where it is to be read. */
export type CalendarReading = {
  user: string;
  /** Of whole days, and of times that name no zone; what the file says when absent, else UTC. */
  timeZone?: string;
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
      const spans = spansOf(group, {
        ...{ zones, asked, patience },
        ...{ longest: longestAbsence, isOff: isFree },
      });
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
