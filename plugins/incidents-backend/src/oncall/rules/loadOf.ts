import type {
  OnCallPerson,
  ScheduleWindow,
} from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';
import { night } from './night';
import { cut, union, type Span } from './schedule/span';
import { hour } from '../../platform/calendar/wall';
import { coverage } from './schedule/windows';
import { zoneOf } from '../../platform/calendar/zone';
import { spanOf, type Window } from './walkShifts';

const weekend: ScheduleWindow = {
  days: ['sat', 'sun'],
  from: '00:00',
  to: '24:00',
};

/** What being on call costs somebody, in hours that passed. Time on two levels at once counts once. */
export type Load = {
  person: OnCallPerson;
  /** Those that follow each other on a level are one. */
  shifts: number;
  hours: number;
  /** Nights, 22:00 to 06:00, of which some is on call. */
  nights: number;
  sleepHours: number;
  /** Of which some is on call. */
  weekends: number;
  weekendHours: number;
  /** As a shadow, and not on call at the same time; in nothing else. */
  shadowHours: number;
};

/** The zone in which somebody sleeps: theirs, or that of the schedule. */
export type TimeZoneOf = (ref: string) => string;

/** Who was on call how much in a window, by the ref of the person. */
export function loadOf(
  shifts: Shift[],
  window: Window,
  timeZoneOf: TimeZoneOf,
): Load[] {
  const byPerson = new Map<string, Shift[]>();
  for (const shift of shifts) {
    const { ref } = shift.person;
    const others = byPerson.get(ref);
    if (others) others.push(shift);
    else byPerson.set(ref, [shift]);
  }
  return [...byPerson.keys()]
    .sort()
    .map(ref => loadOfOne(byPerson.get(ref)!, window, timeZoneOf(ref)))
    .filter(({ hours, shadowHours }) => hours + shadowHours > 0);
}

function loadOfOne(shifts: Shift[], window: Window, timeZone: string): Load {
  const asked = spanOf(window);
  const onCall = shifts.filter(({ shadow }) => !shadow);
  const levels = new Set(onCall.map(placeOf));
  const perLevel = [...levels].map(place =>
    spansOf(
      onCall.filter(shift => placeOf(shift) === place),
      asked,
    ),
  );
  const spans = union(perLevel.flat());
  const all = spansOf(shifts, asked);
  const zone = zoneOf(timeZone);
  const nights = during(spans, coverage([night], zone, asked));
  const weekends = during(spans, coverage([weekend], zone, asked));
  return {
    person: shifts[0].person,
    shifts: perLevel.flat().length,
    hours: hoursOf(spans),
    nights: nights.count,
    sleepHours: nights.hours,
    weekends: weekends.count,
    weekendHours: weekends.hours,
    shadowHours: hoursOf(all) - hoursOf(spans),
  };
}

function placeOf({ schedule, level }: Shift): string {
  return JSON.stringify([schedule, level]);
}

function spansOf(shifts: Shift[], asked: Span): Span[] {
  return cut(union(shifts.map(spanOf)), [asked]);
}

/** How many of the stretches have some of the spans, and how much. */
function during(spans: Span[], stretches: Span[]) {
  const touched = stretches.filter(({ from, to }) =>
    spans.some(span => span.from < to && from < span.to),
  );
  return { count: touched.length, hours: hoursOf(cut(spans, stretches)) };
}

function hoursOf(spans: Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + (to - from), 0) / hour;
}
