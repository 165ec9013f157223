import type ICAL from 'ical.js';
import type { EventGroup } from './calendarFile';
import { timesOf } from './eventTimes';
import { placesOf, zoneOf as clocksOf, type Schedule } from './occurrences';
import type { Zones } from './readZones';
import type { Patience } from './recurrence';
import { day, minute } from './wall';
import { zoneOf } from './zone';

/** From an instant to another, which is not part of it. */
export type EventSpan = { from: number; to: number };

export type SpanReading = {
  zones: Zones;
  asked: EventSpan;
  /** What all events of a file may use up together. */
  patience: Patience;
  /** Minutes that one may last. */
  longest: number;
  /** Which of its times are none. */
  isOff(component: ICAL.Component): boolean;
};

/** Times of one event: every day for more than ten years. */
const mostOccurrences = 5_000;

/**
 * The times of an event that touch a span, by the rule of schedules: where a time exists twice, a start takes the first and an end
 * the last.
 *
 * @throws Error with a sentence for what is not understood.
 */
export function spansOf(
  group: Pick<EventGroup, 'main' | 'others'>,
  { zones, asked, patience, longest, isOff }: SpanReading,
): EventSpan[] {
  const times = timesOf(group, { zones, longest, isOff });
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

/** The rules of a file know only one of two times that are the same. */
function instants(times: Schedule): (start: number, end: number) => EventSpan {
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
