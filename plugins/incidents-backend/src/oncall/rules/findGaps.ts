import type { Shift, ShiftGap } from 'backstage-plugin-incidents-node';
import { union, without } from './schedule/span';
import { spanOf, type Window } from './walkShifts';

/** A level that is to be staffed. */
export type LevelName = { level: number; levelName: string };

/** Where a level has nobody, whoever laid the shifts. A shadow fills no gap. */
export function findGaps(
  shifts: Shift[],
  levels: LevelName[],
  window: Window,
): ShiftGap[] {
  return levels.flatMap(({ level, levelName }) => {
    const staffed = shifts
      .filter(shift => shift.level === level && !shift.shadow)
      .map(spanOf);
    return without(spanOf(window), union(staffed)).map(({ from, to }) => ({
      ...{ level, levelName, from: new Date(from), to: new Date(to) },
      reason: 'unknown' as const,
      because: 'No shift is known.',
    }));
  });
}
