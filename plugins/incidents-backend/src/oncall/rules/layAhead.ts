import type {
  OnCallLevel,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import {
  laySchedule,
  type LaidSchedule,
  type PersonOf,
} from './schedule/laySchedule';
import { whoIsOnCall } from './whoIsOnCall';
import type { WhyUnreachable } from './findUnreachable';

/** Days: two weeks name who is next in a weekly rotation with a swap in it, a quarter in one of months. */
const reaches = [14, 100];
const day = 24 * 60 * 60 * 1000;

/** As far as {@link layAhead} looks at most. */
export function mostAhead(from: Date): { from: Date; to: Date } {
  const [, far] = reaches;
  return { from, to: new Date(from.getTime() + far * day) };
}

/** Who is on call from an instant on, for as long as it takes to know until when, and who is next. */
export function layAhead(
  schedule: ScheduleDefinition,
  from: Date,
  known: { personOf?: PersonOf; whyUnreachable?: WhyUnreachable } = {},
): LaidSchedule & { levels: OnCallLevel[] } {
  const lay = (days: number) => {
    const to = new Date(from.getTime() + days * day);
    const laid = laySchedule(schedule, from, to, known.personOf);
    const levels = whoIsOnCall(laid.shifts, from, {
      gaps: laid.gaps,
      whyUnreachable: known.whyUnreachable,
    });
    return { ...laid, levels };
  };
  const [near, far] = reaches;
  const laid = lay(near);
  const isKnown = laid.levels.every(({ until, next }) => until ?? next);
  return isKnown ? laid : lay(far);
}
