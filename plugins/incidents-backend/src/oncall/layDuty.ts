import { InputError } from '@backstage/errors';
import {
  loadLimits,
  type ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';
import { pause } from '../platform/soon';
import { peopleOf } from './people';
import { findSchedule, type ReadDeps } from './readSchedules';
import { stateAt } from './rules/schedule/editSchedule';
import { laySchedule, type PersonOf } from './rules/schedule/laySchedule';
import { isTooMuch, sizeOf } from './rules/schedule/sizeOf';
import type { Window } from './rules/walkShifts';
import { withAbsences } from './rules/withAbsences';
import { scheduleStore, type KeptSchedule } from './scheduleStore';

/** A schedule in a window; its zone is that of the beginning. */
export type DutySchedule = { name: string; title: string; timeZone: string };
/** It has an end, and its schedule; why this person may be private, and is left out. */
export type DutyShift = Omit<Shift, 'because'> & {
  schedule: string;
  to: Date;
};
export type Duty = { schedules: DutySchedule[]; shifts: DutyShift[] };
export type AskedDuty = { window: Window; schedule?: string };

/** Definitions may be large: so many are in memory at once. */
const readAtOnce = 50;

/**
 * Who is on call in a window by all schedules, or by one, each of which is laid once. What an archived schedule was before it was
 * archived counts.
 *
 * @throws NotFoundError; InputError when there are more turns than one report holds.
 */
export async function layDuty(
  deps: ReadDeps,
  { window, schedule }: AskedDuty,
): Promise<Duty> {
  const index = await deps.catalog.index().catch(() => undefined);
  const personOf = peopleOf(index);
  const { byUser } = await deps.absences.read();
  const duty: Duty = { schedules: [], shifts: [] };
  let turns = 0;
  for await (const kept of schedulesOf(deps, window, schedule)) {
    const used = usedIn(kept, window);
    if (used.to <= used.from) continue;
    turns += turnsOf(kept, used, turns);
    duty.schedules.push(placeOf(kept, used));
    const told = withAbsences(kept.definition, byUser, used);
    for (const shift of lay(told, used, personOf)) duty.shifts.push(shift);
    // Alerts come in meanwhile.
    await pause();
  }
  return duty;
}

async function* schedulesOf(
  deps: ReadDeps,
  { from }: Window,
  schedule: string | undefined,
): AsyncGenerator<KeptSchedule> {
  if (schedule !== undefined) {
    yield findSchedule(deps, schedule);
    return;
  }
  let after = '';
  for (;;) {
    const page = await scheduleStore.usedSince(deps.database.read, {
      ...{ since: from, after, limit: readAtOnce },
    });
    yield* page;
    if (page.length < readAtOnce) return;
    after = page[page.length - 1].definition.name;
  }
}

/** Nobody is on call by it once it is in the archive. */
function usedIn({ archivedAt }: KeptSchedule, { from, to }: Window): Window {
  const end = archivedAt ? new Date(archivedAt) : to;
  return { from, to: end < to ? end : to };
}

function turnsOf(
  { definition }: KeptSchedule,
  { from, to }: Window,
  before: number,
): number {
  const { turns } = sizeOf(definition, from, to);
  const refuse = (what: string): never => {
    throw new InputError(
      `The query is not valid: to: ${what}; ask for a shorter time, or for one schedule`,
    );
  };
  if (before + turns > loadLimits.turns) {
    refuse(`there are more than ${loadLimits.turns} turns until then`);
  }
  if (isTooMuch(definition, from, to)) {
    refuse(
      `there are too many turns until then in the schedule "${definition.name}"`,
    );
  }
  return turns;
}

function placeOf({ definition }: KeptSchedule, { from }: Window): DutySchedule {
  const { name, title } = definition;
  return { name, title, timeZone: stateAt(definition, from).timeZone };
}

function lay(
  definition: ScheduleDefinition,
  { from, to }: Window,
  personOf: PersonOf,
): DutyShift[] {
  return laySchedule(definition, from, to, personOf).shifts.map(
    ({ because, ...shift }) => ({
      ...shift,
      schedule: definition.name,
      to: shift.to ?? to,
    }),
  );
}
