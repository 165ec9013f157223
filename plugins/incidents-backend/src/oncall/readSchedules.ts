import {
  onCallReadPermission,
  type OnCallLevel,
  type ScheduleDetail,
  type SchedulePage,
  type ScheduleQuery,
  type ScheduleSummary,
} from 'backstage-plugin-incidents-common';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import { pause } from '../platform/soon';
import type { AbsenceBook } from './absenceBook';
import type { AnswerNow } from './answerNow';
import { stateAt } from './rules/schedule/editSchedule';
import { scheduleStore, type KeptSchedule } from './scheduleStore';
import { noSchedule } from './writeSchedule';

export type ReadDeps = {
  database: Database;
  catalog: Catalog;
  clock: Clock;
  absences: AbsenceBook;
};

/** So many are laid without letting anybody else in between. */
const laidAtOnce = 25;

/** Schedules by name, each with who is on call now; all of them are laid for one answer. */
export async function listSchedules(
  deps: ReadDeps & { answerNow: AnswerNow },
  query: ScheduleQuery,
  sight: { people: boolean },
): Promise<SchedulePage> {
  const { database, catalog, clock, answerNow } = deps;
  const page = await scheduleStore.list(database.read, query);
  const now = clock.now();
  // Without the catalog people are called by the names in their refs.
  const index = await catalog.index().catch(() => undefined);
  const known = { index, absences: await deps.absences.read() };
  const items: ScheduleSummary[] = [];
  const work = { laid: 0 };
  for (const kept of page.items) {
    const answer = () => {
      const { levels, was } = answerNow(kept, now, known);
      if (was === 'laid') work.laid += 1;
      return levels;
    };
    const onCall = onCallOf(kept, sight, answer);
    items.push({ ...summaryOf(kept, now), onCall });
    // Alerts come in meanwhile.
    if (work.laid >= laidAtOnce) {
      work.laid = 0;
      await pause();
    }
  }
  return { ...page, items, at: now.toISOString() };
}

function summaryOf(
  { definition, version, updatedAt, archivedAt }: KeptSchedule,
  now: Date,
): Omit<ScheduleSummary, 'onCall'> {
  const { timeZone, levels } = stateAt(definition, now);
  return {
    name: definition.name,
    title: definition.title,
    ...{ timeZone, version, updatedAt },
    ...(archivedAt && { archivedAt }),
    levelNames: levels.map(({ name }) => name),
  };
}

function onCallOf(
  { archivedAt }: KeptSchedule,
  { people }: { people: boolean },
  answer: () => OnCallLevel[],
): ScheduleSummary['onCall'] {
  if (!people) {
    const reason = `Seeing who is on call needs ${onCallReadPermission.name}`;
    return { status: 'hidden', reason };
  }
  return archivedAt
    ? { status: 'failed', reason: 'It is in the archive.' }
    : { status: 'ok', value: answer() };
}

/** @throws NotFoundError */
export async function findSchedule(
  { database }: Pick<ReadDeps, 'database'>,
  name: string,
): Promise<KeptSchedule> {
  const kept = await scheduleStore.find(database.read, name);
  if (!kept) throw noSchedule(name);
  return kept;
}

/** @throws NotFoundError */
export async function readSchedule(
  deps: Pick<ReadDeps, 'database'>,
  name: string,
  can: ScheduleDetail['can'],
): Promise<ScheduleDetail> {
  return { ...(await findSchedule(deps, name)), can };
}
