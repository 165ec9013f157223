import type {
  ScheduleDefinition,
  ShiftSpan,
} from 'backstage-plugin-incidents-common';
import { layShifts } from './schedule/laySchedule';
import { union } from './schedule/span';

/** Whether somebody is on call on a level in all of a span, and not only comes along. */
export function holdsShift(
  schedule: ScheduleDefinition,
  { level, user, span }: { level: string; user: string; span: ShiftSpan },
): boolean {
  const [from, to] = [new Date(span.from), new Date(span.to)];
  const held = layShifts(schedule, from, to).filter(
    shift =>
      shift.levelName === level && shift.person.ref === user && !shift.shadow,
  );
  const covered = union(
    held.map(shift => ({
      from: shift.from.getTime(),
      to: (shift.to ?? to).getTime(),
    })),
  );
  return covered.some(
    piece => piece.from <= from.getTime() && to.getTime() <= piece.to,
  );
}
