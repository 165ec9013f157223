import { InputError } from '@backstage/errors';
import {
  incidentAnnotations,
  loadLimits,
  type LoadQuery,
} from 'backstage-plugin-incidents-common';
import type { Duty, DutyShift } from '../oncall';
import type { InsightDeps } from './index';
import { sleepZone, type SleepZone } from './rules/sleepZone';

const day = 24 * 60 * 60 * 1000;
const usualDays = 28;

/** Who was on call in a window, and by whose clock each of them sleeps. */
export type ReadDuty = Duty & {
  window: { from: Date; to: Date };
  shiftsOf: Map<string, DutyShift[]>;
  sleepOf(ref: string): SleepZone;
};

/** @throws NotFoundError; InputError when the window makes no sense, or has more than one report holds. */
export async function readDuty(
  { catalog, clock, oncall }: InsightDeps,
  query: LoadQuery,
): Promise<ReadDuty> {
  const window = windowOf(query, clock.now());
  const { schedule } = query;
  const duty = await oncall.schedules.duty({ window, schedule });
  const index = await catalog.index().catch(() => undefined);
  const shiftsOf = new Map<string, DutyShift[]>();
  for (const shift of duty.shifts) {
    const { ref } = shift.person;
    const others = shiftsOf.get(ref);
    if (others) others.push(shift);
    else shiftsOf.set(ref, [shift]);
  }
  const known = new Map<string, SleepZone>();
  return {
    ...{ ...duty, window, shiftsOf },
    sleepOf(ref) {
      let zone = known.get(ref);
      if (!zone) {
        const own = index?.get(ref)?.annotations[incidentAnnotations.timeZone];
        zone = sleepZone(own, shiftsOf.get(ref) ?? [], duty.schedules);
        known.set(ref, zone);
      }
      return zone;
    },
  };
}

function windowOf(query: LoadQuery, now: Date): { from: Date; to: Date } {
  const to = query.to ? new Date(query.to) : now;
  const from = query.from
    ? new Date(query.from)
    : new Date(to.getTime() - usualDays * day);
  const refuse = (what: string): never => {
    throw new InputError(`The query is not valid: to: ${what}`);
  };
  if (to <= from) {
    refuse(
      query.to
        ? 'must be later than from'
        : 'is needed, since from is not in the past',
    );
  }
  if (to.getTime() - from.getTime() > loadLimits.days * day) {
    refuse(`must be at most ${loadLimits.days} days after from`);
  }
  return { from, to };
}
