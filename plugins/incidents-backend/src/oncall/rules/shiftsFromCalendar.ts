import type { RemoteShift } from 'backstage-plugin-incidents-node';
import type ICAL from 'ical.js';
import {
  openCalendar,
  type EventGroup,
} from '../../platform/calendar/calendarFile';
import { isCancelled } from '../../platform/calendar/eventTimes';
import { spansOf, type SpanReading } from '../../platform/calendar/spansOf';
import { dutyOf, type CalendarLevel } from './dutyOf';

/** Days that are looked at for all events of a file: a hundred that are daily for years. */
const mostDays = 250_000;
/** Minutes: ten years. */
const longestShift = 3_653 * 24 * 60;

export type ShiftReading = {
  levels: CalendarLevel[];
  /** Of whole days, and of times that name no zone; what the file says when absent, else UTC. */
  zone?: string;
  from: Date;
  to: Date;
};

/** What a calendar says of a window, and which of its events could not be understood. */
export type CalendarShifts = {
  shifts: RemoteShift[];
  /** Each with a sentence. */
  skipped: Array<{ title: string; because: string }>;
};

/**
 * The events of an iCalendar file as shifts: recurring ones one by one, each with the people that it names at that time. Whether an
 * event leaves its people free counts nothing: who is on call is not away.
 *
 * @throws Error with a sentence when it is no iCalendar file.
 */
export function shiftsFromCalendar(
  text: string,
  { levels, zone, from, to }: ShiftReading,
): CalendarShifts {
  const { groups, zones } = openCalendar(text, zone);
  const asked = { from: from.getTime(), to: to.getTime() };
  const reading = {
    ...{ zones, asked, longest: longestShift },
    patience: { days: mostDays },
  };
  const skipped: CalendarShifts['skipped'] = [];
  const shifts = groups.flatMap(group => {
    try {
      return shiftsOf(group, levels, reading);
    } catch (error) {
      const because = (error as Error).message.slice(0, 300);
      skipped.push({ title: group.title, because });
      return [];
    }
  });
  shifts.sort(
    (a, b) => a.level - b.level || a.from.getTime() - b.from.getTime(),
  );
  return { shifts, skipped };
}

type Reading = Omit<SpanReading, 'isOff'>;

/** What differs at one of its times is an event of its own, with people of its own. */
function shiftsOf(
  { main, others }: EventGroup,
  levels: CalendarLevel[],
  reading: Reading,
): RemoteShift[] {
  const isWhole = !main.hasProperty('recurrence-id');
  if (isWhole && isCancelled(main)) return [];
  if (others.some(isForLaterOnes)) {
    throw new Error(
      'one of its times is changed together with all later ones, which is not understood',
    );
  }
  const single = others.map(one => ({ main: one, others: [] }));
  return [{ main, others }, ...single]
    .filter(part => !isCancelled(part.main))
    .flatMap(part => shiftsOfPart(part, levels, reading));
}

function shiftsOfPart(
  part: Pick<EventGroup, 'main' | 'others'>,
  levels: CalendarLevel[],
  reading: Reading,
): RemoteShift[] {
  const spans = spansOf(part, { ...reading, isOff: () => true });
  // What is over needs no people.
  if (spans.length === 0) return [];
  const { people, ...level } = dutyOf(part.main, levels);
  return spans.flatMap(span =>
    people.map(person => ({
      ...{ ...level, person },
      from: new Date(span.from),
      to: new Date(span.to),
    })),
  );
}

function isForLaterOnes(component: ICAL.Component): boolean {
  const id = component.getFirstProperty('recurrence-id');
  return id?.getFirstParameter('range') !== undefined;
}
