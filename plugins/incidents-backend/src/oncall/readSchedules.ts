import {
  onCallReadPermission,
  type ScheduleDetail,
  type SchedulePage,
  type ScheduleQuery,
  type ScheduleSummary,
} from 'backstage-plugin-incidents-common';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Database } from '../platform/database';
import { addressesIn, peopleOf } from './people';
import { layAhead } from './rules/layAhead';
import { stateAt } from './rules/schedule/editSchedule';
import { scheduleStore, type KeptSchedule } from './scheduleStore';
import { noSchedule } from './writeSchedule';

export type ReadDeps = { database: Database; catalog: Catalog; clock: Clock };

/** Schedules by name, each with who is on call now; all of them are laid for one answer. */
export async function listSchedules(
  { database, catalog, clock }: ReadDeps,
  query: ScheduleQuery,
  sight: { people: boolean },
): Promise<SchedulePage> {
  const page = await scheduleStore.list(database.read, query);
  const now = clock.now();
  // Without the catalog people are called by the names in their refs.
  const index = await catalog.index().catch(() => undefined);
  const items = page.items.map(kept => ({
    ...summaryOf(kept, now),
    onCall: onCallOf(kept, now, { ...sight, index }),
  }));
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
  { definition, archivedAt }: KeptSchedule,
  now: Date,
  { people, index }: { people: boolean; index: CatalogIndex | undefined },
): ScheduleSummary['onCall'] {
  if (!people) {
    const reason = `Seeing who is on call needs ${onCallReadPermission.name}`;
    return { status: 'hidden', reason };
  }
  if (archivedAt) {
    return { status: 'failed', reason: 'It is in the archive.' };
  }
  const { levels } = layAhead(definition, now, {
    personOf: peopleOf(index),
    ...(index && { whyUnreachable: addressesIn(index) }),
  });
  return { status: 'ok', value: levels };
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
