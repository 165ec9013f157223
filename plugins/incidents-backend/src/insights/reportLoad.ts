import { InputError } from '@backstage/errors';
import {
  loadLimits,
  type LoadQuery,
  type LoadReport,
  type PersonLoad,
} from 'backstage-plugin-incidents-common';
import { isNight, loadOf, type DutyShift, type Load } from '../oncall';
import type { CalledPerson } from '../paging';
import { pause } from '../platform/soon';
import type { InsightDeps } from './index';
import { readDuty, type ReadDuty } from './readDuty';
import { isOnDuty, pagesOf } from './rules/pagesOf';

/** So many people are counted without letting anybody else in between. */
const countedAtOnce = 20;

/**
 * What being on call costs each person in a window. A page does not say by which schedule it came: of one schedule those count that
 * came while the person was on call by it.
 *
 * @throws NotFoundError; InputError when the window makes no sense, or has more than one report holds.
 */
export async function reportLoad(
  deps: InsightDeps,
  query: LoadQuery,
): Promise<LoadReport> {
  const duty = await readDuty(deps, query);
  const { window, shiftsOf } = duty;
  const called = byPerson(await calledIn(deps, duty));
  const all = !query.schedule;
  const refs = new Set([...shiftsOf.keys(), ...(all ? called.keys() : [])]);
  const people: PersonLoad[] = [];
  let counted = 0;
  for (const ref of refs) {
    const shifts = shiftsOf.get(ref) ?? [];
    const paged = (called.get(ref) ?? []).filter(
      ({ at }) => all || isOnDuty(at, shifts),
    );
    people.push(...loadOfPerson(ref, { duty, shifts, paged }));
    counted += 1;
    // Alerts come in meanwhile.
    if (counted % countedAtOnce === 0) await pause();
  }
  return {
    ...{ from: window.from.toISOString(), to: window.to.toISOString() },
    ...(query.schedule && { schedule: query.schedule }),
    schedules: duty.schedules.length,
    people: people.sort(
      (a, b) => b.hours - a.hours || compare(a.person.ref, b.person.ref),
    ),
  };
}

async function calledIn(
  { paging }: InsightDeps,
  { window }: ReadDuty,
): Promise<CalledPerson[]> {
  const called = await paging.called(window, loadLimits.pages + 1);
  if (called.length <= loadLimits.pages) return called;
  throw new InputError(
    `The query is not valid: to: there were more than ${loadLimits.pages} pages until then; ask for a shorter time`,
  );
}

function byPerson(called: CalledPerson[]): Map<string, CalledPerson[]> {
  const found = new Map<string, CalledPerson[]>();
  for (const one of called) {
    const others = found.get(one.person.ref);
    if (others) others.push(one);
    else found.set(one.person.ref, [one]);
  }
  return found;
}

function loadOfPerson(
  ref: string,
  about: { duty: ReadDuty; shifts: DutyShift[]; paged: CalledPerson[] },
): PersonLoad[] {
  const { duty, shifts, paged } = about;
  const zone = duty.sleepOf(ref);
  const [load = noLoad(paged)] = loadOf(
    shifts,
    duty.window,
    () => zone.timeZone,
  );
  if (!load) return [];
  const times = paged.map(({ at }) => at);
  const sleepsAt = (at: Date) => isNight(at, zone.timeZone);
  return [{ ...load, ...zone, ...pagesOf(times, shifts, sleepsAt) }];
}

/** Of somebody who was called without being on call. */
function noLoad([called]: CalledPerson[]): Load | undefined {
  return (
    called && {
      ...{ person: called.person, shifts: 0, hours: 0, nights: 0 },
      ...{ sleepHours: 0, weekends: 0, weekendHours: 0, shadowHours: 0 },
    }
  );
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
