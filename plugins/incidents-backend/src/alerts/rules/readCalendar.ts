import { openCalendar } from '../../platform/calendar/calendarFile';
import { isCancelled } from '../../platform/calendar/eventTimes';
import { readEvent, type CalendarEvent } from './readEvent';

/** What a calendar file says. */
export type ReadCalendar = {
  events: CalendarEvent[];
  /** Those that were called off. */
  cancelled: Array<{ uid: string; title: string }>;
  /** Those that are not understood, each with a sentence. */
  skipped: Array<{ uid: string; title: string; reason: string }>;
};

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
  const { groups, zones } = openCalendar(text, zone);
  const read: ReadCalendar = { events: [], cancelled: [], skipped: [] };
  for (const { uid, title, main, others } of groups) {
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
