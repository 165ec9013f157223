import { InputError } from '@backstage/errors';
import {
  onCallReadPermission,
  scheduleLimits,
  type PersonShift,
  type PersonShifts,
  type ScheduleDefinition,
  type SchedulePreview,
  type ShiftsQuery,
} from 'backstage-plugin-incidents-common';
import { peopleOf } from './people';
import { inWriting, previewSchedule } from './previewSchedule';
import { findSchedule, type ReadDeps } from './readSchedules';
import { laySchedule } from './rules/schedule/laySchedule';
import { isTooMuch } from './rules/schedule/sizeOf';
import type { Window } from './rules/walkShifts';
import { withAbsences } from './rules/withAbsences';
import { scheduleStore } from './scheduleStore';

const day = 24 * 60 * 60 * 1000;
const usualDays = 28;

/**
 * What a schedule comes to in a window.
 *
 * @throws NotFoundError; InputError when the window makes no sense, or has more than one answer holds.
 */
export async function readScheduleShifts(
  deps: ReadDeps,
  name: string,
  query: ShiftsQuery,
): Promise<SchedulePreview> {
  const { definition } = await findSchedule(deps, name);
  const { from, to } = windowOf(query, deps.clock.now());
  const asked = { from: from.toISOString(), to: to.toISOString() };
  return previewSchedule(
    deps,
    { schedule: definition, ...asked },
    { people: true, asks: 'query' },
  );
}

/**
 * The shifts of one person, of all schedules that are in use. Who may not see people sees their own without the reasons, which may
 * name others.
 *
 * @throws InputError when the window makes no sense, or there is too much in it.
 */
export async function readPersonShifts(
  deps: ReadDeps,
  { user, ...query }: ShiftsQuery & { user: string },
  sight: { people: boolean },
): Promise<PersonShifts> {
  const window = windowOf(query, deps.clock.now());
  const index = await deps.catalog.index().catch(() => undefined);
  const kept = await scheduleStore.naming(deps.database.read, user);
  const { byUser } = await deps.absences.read();
  const laid = kept.flatMap(({ definition }) =>
    shiftsOf(withAbsences(definition, byUser, window), window, peopleOf(index)),
  );
  const why = `Seeing why needs ${onCallReadPermission.name}.`;
  const shifts = laid
    .filter(({ person }) => person.ref === user)
    .map(shift => (sight.people ? shift : { ...shift, because: why }))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const [from, to] = [window.from.toISOString(), window.to.toISOString()];
  return { user, from, to, shifts };
}

function shiftsOf(
  definition: ScheduleDefinition,
  window: Window,
  personOf: ReturnType<typeof peopleOf>,
): PersonShift[] {
  const { name, title } = definition;
  if (isTooMuch(definition, window.from, window.to)) {
    throw new InputError(
      `The query is not valid: to: there are too many turns until then in the schedule "${name}"; ask for a shorter time`,
    );
  }
  const laid = laySchedule(definition, window.from, window.to, personOf);
  return laid.shifts.map(({ because = '', ...shift }) => ({
    ...{ schedule: name, scheduleTitle: title, because },
    ...inWriting(shift, window),
  }));
}

function windowOf(query: ShiftsQuery, now: Date): Window {
  const from = query.from ? new Date(query.from) : now;
  const to = query.to
    ? new Date(query.to)
    : new Date(from.getTime() + usualDays * day);
  const refuse = (what: string): never => {
    throw new InputError(`The query is not valid: to: ${what}`);
  };
  if (to <= from) refuse('must be later than from');
  if (to.getTime() - from.getTime() > scheduleLimits.previewDays * day) {
    refuse(`must be at most ${scheduleLimits.previewDays} days after from`);
  }
  return { from, to };
}
