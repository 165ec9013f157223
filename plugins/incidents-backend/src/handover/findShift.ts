import { NotFoundError } from '@backstage/errors';
import type { DutySchedule } from '../oncall';
import type { HandoverDeps } from './index';
import { chooseShift, stretchesOf, type Stretch } from './rules/chooseShift';

/** Milliseconds: a month back and ahead. */
const reach = 31 * 24 * 60 * 60 * 1000;

export type FoundShift = {
  schedule: DutySchedule;
  shift: Stretch;
  /** All of the month before and after. */
  stretches: Stretch[];
};

/**
 * The shift that somebody hands over. The same instant and the same person have the same answer, as long as the schedule is the
 * same.
 *
 * @throws NotFoundError when there is no such schedule, or nobody was on call by it.
 */
export async function findShift(
  { oncall }: Pick<HandoverDeps, 'oncall'>,
  name: string,
  { at, reader }: { at: Date; reader: string },
): Promise<FoundShift> {
  const window = {
    from: new Date(at.getTime() - reach),
    to: new Date(at.getTime() + reach),
  };
  const duty = await oncall.schedules.duty({ window, schedule: name });
  const stretches = stretchesOf(duty.shifts);
  const shift = chooseShift(stretches, at, reader);
  const [schedule] = duty.schedules;
  if (shift && schedule) return { schedule, shift, stretches };
  throw new NotFoundError(
    `Nobody is on call by "${name}" at ${at.toISOString()}, or was in the day before: there is nothing to hand over`,
  );
}
