import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import { stateAt } from './schedule/editSchedule';

/** Everybody who has turns in a schedule as it is at an instant, by their refs, each once. */
export function membersOf(schedule: ScheduleDefinition, at: Date): string[] {
  const { levels } = stateAt(schedule, at);
  const users = levels
    .flatMap(({ rotations }) => rotations)
    .flatMap(({ participants }) => participants)
    .flatMap(one => (typeof one === 'string' ? [one] : one.users));
  return [...new Set(users)].sort();
}
