import type {
  Absence,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';

/** What calendars say of absences, by person. */
export type AbsencesByUser = ReadonlyMap<string, Absence[]>;

/**
 * A schedule with what the calendars of its people say, for laying it from one instant to another. It is not the schedule that people
 * keep: what is shown, exported and written goes without.
 */
export function withAbsences(
  schedule: ScheduleDefinition,
  byUser: AbsencesByUser,
  { from, to }: { from: Date; to: Date },
): ScheduleDefinition {
  if (byUser.size === 0) return schedule;
  const words = JSON.stringify(schedule);
  const holds = (absence: Absence) =>
    Date.parse(absence.from) <= to.getTime() &&
    from.getTime() <= Date.parse(absence.to);
  const said = [...byUser]
    .filter(([user]) => words.includes(JSON.stringify(user)))
    .flatMap(([, absences]) => absences.filter(holds));
  if (said.length === 0) return schedule;
  return { ...schedule, absences: [...schedule.absences, ...said] };
}
