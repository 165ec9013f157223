import type { PersonLoad } from 'backstage-plugin-incidents-common';
import type { DutySchedule, DutyShift } from '../../oncall';
import { isZone } from '../../platform/calendar/zone';

export type SleepZone = Pick<PersonLoad, 'timeZone' | 'timeZoneOf'>;

/** By whose clock somebody sleeps: by their own when it is known, else by that of the schedule on which they are on call longest. */
export function sleepZone(
  own: string | undefined,
  shifts: DutyShift[],
  schedules: DutySchedule[],
): SleepZone {
  const named = own?.trim();
  if (named && isZone(named)) return { timeZone: named, timeZoneOf: 'person' };
  const longest = new Map<string, number>();
  for (const { schedule, from, to } of shifts) {
    const length = to.getTime() - from.getTime();
    longest.set(schedule, (longest.get(schedule) ?? 0) + length);
  }
  const [most] = [...longest].sort(
    ([a, before], [b, after]) => after - before || a.localeCompare(b),
  );
  const schedule = schedules.find(({ name }) => name === most?.[0]);
  return schedule
    ? { timeZone: schedule.timeZone, timeZoneOf: 'schedule' }
    : { timeZone: 'UTC', timeZoneOf: 'utc' };
}
