import { InputError } from '@backstage/errors';
import type {
  AccessFinding,
  AccessFindings,
  AccessFindingsQuery,
} from 'backstage-plugin-incidents-common';
import type { Shift } from 'backstage-plugin-incidents-node';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { AccessDeps } from './accessBook';
import { accessStore } from './accessStore';
import { peopleOf } from './people';
import { findSchedule } from './readSchedules';
import { accessState } from './rules/accessState';
import { requiredAccess, type RequiredTool } from './rules/requiredAccess';
import { layShifts } from './rules/schedule/laySchedule';
import { withAbsences } from './rules/withAbsences';

/** Whoever is on call later has time. */
const ahead = 14 * 24 * 60 * 60 * 1000;

/** Who is on call within two weeks and has not confirmed what that needs, by when their shifts begin. */
export async function findFindings(
  deps: AccessDeps,
  query: AccessFindingsQuery,
): Promise<AccessFindings> {
  const { served, catalog } = deps;
  if (Boolean(query.schedule) === Boolean(query.entityRef)) {
    throw new InputError(
      'The query is not valid: schedule: name a schedule or an entityRef, and not both',
    );
  }
  const index = await catalog.index();
  const { entityRef } = query;
  const schedule =
    query.schedule ?? served.scheduleOf(index, entityRef!.toLowerCase());
  if (!schedule) return { tools: [], items: [] };
  const refs = entityRef
    ? [entityRef.toLowerCase()]
    : served.by(index, schedule);
  const required = requiredAccess(index, refs);
  const items = await findingsOf(deps, schedule, { required, index });
  return { schedule, tools: required.map(({ tool }) => tool), items };
}

async function findingsOf(
  deps: AccessDeps,
  name: string,
  about: { required: RequiredTool[]; index: CatalogIndex },
): Promise<AccessFinding[]> {
  const { database, clock, settings } = deps;
  const { definition, archivedAt } = await findSchedule(deps, name);
  if (archivedAt || about.required.length === 0) return [];
  const now = clock.now();
  const to = new Date(now.getTime() + ahead);
  const personOf = peopleOf(about.index);
  const { byUser } = await deps.absences.read();
  const told = withAbsences(definition, byUser, { from: now, to });
  const first = firstShifts(layShifts(told, now, to, personOf));
  const confirmed = await accessStore.of(database.read, [...first.keys()]);
  const { holdsFor } = settings.access;
  return [...first].flatMap(([user, { person, levelName, from, ...shift }]) =>
    about.required.flatMap(({ key, tool, entityRefs }) => {
      const at = confirmed.get(user)?.get(key);
      const { state } = accessState(at, { holdsFor, now });
      if (state === 'confirmed') return [];
      const shiftFrom = from.toISOString();
      const hasBegun = Boolean(shift.startsEarlier) || from <= now;
      return [
        {
          ...{ person, tool, state, entityRefs, level: levelName },
          ...{ shiftFrom, hasBegun },
        },
      ];
    }),
  );
}

/** Of each person that one which begins first. Who only comes along has none. */
function firstShifts(shifts: Shift[]): Map<string, Shift> {
  const sorted = shifts
    .filter(({ shadow }) => !shadow)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  const first = new Map<string, Shift>();
  for (const shift of sorted) {
    const { ref } = shift.person;
    if (!first.has(ref)) first.set(ref, shift);
  }
  return first;
}
