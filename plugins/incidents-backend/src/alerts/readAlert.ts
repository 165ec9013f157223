import { NotFoundError } from '@backstage/errors';
import type {
  AlertDetail,
  Page,
  TimelineEntry,
  TimelineQuery,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import type { Timeline } from '../timeline';
import { heldStore } from './heldStore';
import { findCandidates } from './rules/findCandidates';
import { alertStore } from './store';

/**
 * One alert, and whose it may be when nobody knows. Without the catalog nobody can tell that either.
 *
 * @throws NotFoundError
 */
export async function readAlert(
  deps: { database: Database; catalog: Catalog },
  id: string,
): Promise<AlertDetail> {
  const reader = deps.database.read;
  const alert = await alertStore.find(reader, id);
  if (!alert) throw new NotFoundError(`There is no alert ${id}`);
  if (alert.entityRef) return { ...alert, candidates: [] };
  const index = await deps.catalog.index().catch(() => undefined);
  const bound = await heldStore.boundLately(reader, alert.integration);
  return {
    ...alert,
    candidates: index ? findCandidates(alert, index, bound) : [],
  };
}

/**
 * What happened to one alert, with what was held back while it flapped.
 *
 * @throws NotFoundError
 */
export async function readAlertTimeline(
  deps: { database: Database; timeline: Timeline },
  id: string,
  query: TimelineQuery,
): Promise<Page<TimelineEntry>> {
  const alert = await alertStore.find(deps.database.read, id);
  if (!alert) throw new NotFoundError(`There is no alert ${id}`);
  return deps.timeline.ofAlert(id, query);
}
