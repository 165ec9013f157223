import type { RemoteOnCallProvider } from 'backstage-plugin-incidents-node';
import type { FetchPublicText } from '../platform/fetchPublicText';
import { reasonOf } from '../platform/sentences';
import type { OnCallCalendar } from './calendarSettings';
import { shiftsFromCalendar } from './rules/shiftsFromCalendar';

/** Bytes of one calendar. */
const largest = 5 * 1024 * 1024;
/** Of those that were left out, in a sentence. */
const mostNamed = 3;

/** Answers from calendars of the config: `ical:<id>`. */
export function createCalendarProvider(deps: {
  fetchText: FetchPublicText;
  calendars: OnCallCalendar[];
}): RemoteOnCallProvider {
  return {
    id: 'ical',
    title: 'Calendar',
    everySeconds: 5 * 60,
    async shifts({ target = '', from, to }) {
      const calendar = deps.calendars.find(({ id }) => id === target);
      if (!calendar) {
        throw new Error(
          target
            ? `there is no calendar "${target}" in incidents.onCall.calendars`
            : 'the annotation names no calendar',
        );
      }
      const { url, zone, levels, title } = calendar;
      const text = await fetchOnce(deps.fetchText, calendar).catch(error => {
        // Not its address, which lets anybody read it.
        throw new Error(reasonOf(error).replaceAll(url, 'its address'));
      });
      const read = shiftsFromCalendar(text, { levels, zone, from, to });
      return {
        ...{ subject: title, shifts: read.shifts },
        because: [
          read.shifts.length > 0
            ? `The calendar “${title}” has them.`
            : `The calendar “${title}” has nobody from now on.`,
          ...leftOut(read.skipped),
        ].join(' '),
      };
    },
  };
}

function fetchOnce(
  fetchText: FetchPublicText,
  { url, allowPrivateAddress }: OnCallCalendar,
): Promise<string> {
  return fetchText(url, { largest, allowPrivate: allowPrivateAddress });
}

function leftOut(skipped: Array<{ title: string; because: string }>): string[] {
  if (skipped.length === 0) return [];
  const named = skipped
    .slice(0, mostNamed)
    .map(({ title, because }) => `“${title.slice(0, 60)}”: ${because}`);
  const count =
    skipped.length === 1 ? '1 event is' : `${skipped.length} events are`;
  const more = skipped.length > mostNamed ? '; …' : '';
  return [`${count} left out: ${named.join('; ')}${more}.`];
}
