import {
  scheduleLimits,
  type ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import { zoneOf } from '../../platform/calendar/zone';
import { stateAt } from './schedule/editSchedule';
import { instantOf } from './schedule/stints';

/** Longer ago than any preview or report looks back. */
const memory = 400 * 24 * 60 * 60 * 1000;

const lists = ['overrides', 'swaps', 'shadows', 'absences'] as const;

/**
 * Makes room for one more exception in lists that are full, by leaving out those that ended more than 400 days ago. A list that is
 * not full keeps all.
 */
export function forgetOld(
  schedule: ScheduleDefinition,
  now: Date,
): ScheduleDefinition {
  const zone = zoneOf(stateAt(schedule, now).timeZone);
  const oldest = now.getTime() - memory;
  const kept = Object.fromEntries(
    lists
      .filter(list => schedule[list].length >= scheduleLimits.amendments)
      .map(list => [
        list,
        schedule[list].filter(one => {
          const ends = 'between' in one ? one.between : [one];
          return ends.some(({ to }) => instantOf(to, zone, 'last') > oldest);
        }),
      ]),
  );
  return { ...schedule, ...kept };
}
