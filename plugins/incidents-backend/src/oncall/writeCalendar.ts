import type { ShiftCalendar } from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';
import { hashOf } from '../platform/identity';
import { peopleOf } from './people';
import type { ReadDeps } from './readSchedules';
import { stateAt } from './rules/schedule/editSchedule';
import { laySchedule } from './rules/schedule/laySchedule';
import { isTooMuch } from './rules/schedule/sizeOf';
import { shiftCalendar, type CalendarShift } from './rules/shiftCalendar';
import type { Window } from './rules/walkShifts';
import { withAbsences } from './rules/withAbsences';
import { scheduleStore, type KeptSchedule } from './scheduleStore';

const day = 24 * 60 * 60 * 1000;
/** Two weeks back, a quarter ahead. */
const before = 14 * day;
const after = 90 * day;
/** Of a schedule with too many turns for a quarter. */
const shorter = 28 * day;
/** Calendar programs get slow with more. */
const mostShifts = 5_000;

/** The shifts of an address as a calendar file. A schedule in the archive has none. */
export async function writeCalendar(
  deps: ReadDeps,
  { schedule, user }: ShiftCalendar,
): Promise<string> {
  const now = deps.clock.now();
  const kept = await schedulesOf(deps, { schedule, user });
  const index = await deps.catalog.index().catch(() => undefined);
  const personOf = peopleOf(index);
  const { byUser } = await deps.absences.read();
  const shifts = kept.flatMap(one => {
    const window = windowOf(one, now);
    const told = withAbsences(one.definition, byUser, window);
    const laid = laySchedule(told, window.from, window.to, personOf);
    return (
      laid.shifts
        .filter(({ person }) => user === undefined || person.ref === user)
        .map(shift => shownIn(one, shift, { ...window, now }))
        // Why somebody is on call may name others, whom who made this address may not see.
        .map(shift => (user ? { ...shift, description: undefined } : shift))
    );
  });
  const [only] = kept;
  const whose = user && personOf(user).displayName;
  const title = schedule ? only?.definition.title ?? schedule : 'On call';
  return shiftCalendar(shifts.slice(0, mostShifts), {
    title: whose ? `${title}: ${whose}` : title,
    ...(schedule &&
      only && { timeZone: stateAt(only.definition, now).timeZone }),
    now,
  });
}

async function schedulesOf(
  { database }: ReadDeps,
  { schedule, user = '' }: Pick<ShiftCalendar, 'schedule' | 'user'>,
): Promise<KeptSchedule[]> {
  if (!schedule) return scheduleStore.naming(database.read, user);
  const kept = await scheduleStore.find(database.read, schedule);
  return kept && !kept.archivedAt ? [kept] : [];
}

/** From a midnight on, so that what is cut there stays the same for a day. */
function windowOf({ definition }: KeptSchedule, now: Date): Window {
  const from = new Date(Math.floor((now.getTime() - before) / day) * day);
  const to = new Date(now.getTime() + after);
  return isTooMuch(definition, from, to)
    ? { from, to: new Date(now.getTime() + shorter) }
    : { from, to };
}

function shownIn(
  { definition }: KeptSchedule,
  { level, levelName, person, from, to, ...shift }: Shift,
  window: Window & { now: Date },
): CalendarShift {
  const { name, title } = definition;
  const { rotation = '', turn = '', shadow, because = '' } = shift;
  const about = [name, level, person.ref, rotation, turn, from.toISOString()];
  const role = shadow ? `${levelName}, comes along` : levelName;
  return {
    uid: `${hashOf(JSON.stringify(about), 32)}@${name}.on-call`,
    ...{ from, to: to ?? window.to },
    timeZone: stateAt(definition, window.now).timeZone,
    summary: `${person.displayName}: ${title} (${role})`,
    description: because,
  };
}
