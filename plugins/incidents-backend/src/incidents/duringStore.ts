import type { StripItem } from 'backstage-plugin-incidents-common';
import type { Reader } from '../platform/database';
import { stripColumns, toStripItem } from './historyStore';
import {
  limitTo,
  mostParts,
  whereEachAffects,
  type IncidentScope,
} from './scope';
import { incidentTables } from './store';

const { incidents } = incidentTables;

/**
 * Incidents of some entities that were declared or open in a window, newest first. Drills and what was dismissed are left out; what
 * was reopened counts as open.
 */
export async function incidentsDuring(
  reader: Reader,
  { from, to }: { from: Date; to: Date },
  { entityRefs, ...scope }: IncidentScope & { entityRefs: string[] },
  limit: number,
): Promise<StripItem[]> {
  const areMany = entityRefs.length > mostParts;
  const rows = reader(incidents)
    .where('drill', false)
    .whereNot('status', 'dismissed')
    .where('declared_at', '<', to)
    .where((any: any) =>
      any
        .whereRaw('is_open')
        .orWhere('resolved_at', '>=', from)
        .orWhere('declared_at', '>=', from),
    )
    .orderBy([
      { column: 'declared_at', order: 'desc' },
      { column: 'n', order: 'desc' },
    ])
    .limit(limit)
    .select(stripColumns(reader));
  if (areMany) whereEachAffects(rows, entityRefs);
  limitTo(rows, areMany ? scope : { ...scope, entityRefs });
  return (await rows).map(toStripItem);
}
