import type { DutySchedule, DutyShift, Load } from '../../oncall';
import type { Cell } from '../../platform/csv';
import { zoneOf } from '../../platform/calendar/zone';

/** The columns of the file for pay; programs read them by name. */
export const payColumns = [
  ...['schedule', 'schedule_title', 'level', 'level_name'],
  ...['person', 'name', 'from', 'to', 'time_zone', 'from_utc', 'to_utc'],
  ...['hours', 'night_hours', 'weekend_hours', 'nights_in', 'kind'],
];

/** How a shift came about. Why is not told: it may be private. */
function kindOf({ shadow, exception }: DutyShift): string {
  return shadow ? 'shadow' : exception ?? 'rotation';
}

/** One line for a shift, with its load. Its hours are its own: who is on call on two levels at once has both in full. */
export function payRow(
  shift: DutyShift,
  { title, timeZone }: DutySchedule,
  counted: { load: Load; timeZone: string },
): Cell[] {
  const { schedule, level, levelName, person, from, to } = shift;
  const { load } = counted;
  return [
    ...[schedule, title, level, levelName, person.ref, person.displayName],
    ...[wall(from, timeZone), wall(to, timeZone), timeZone],
    ...[from.toISOString(), to.toISOString()],
    ...[load.hours, load.sleepHours, load.weekendHours].map(rounded),
    ...[counted.timeZone, kindOf(shift)],
  ];
}

/** As spreadsheets read it. */
function wall(at: Date, timeZone: string): string {
  const shown = new Date(zoneOf(timeZone).wallAt(at.getTime()));
  return shown.toISOString().slice(0, 16).replace('T', ' ');
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
