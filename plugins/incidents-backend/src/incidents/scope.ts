import type { Knex } from 'knex';
import { whereAccessible, type EntityScope } from '../platform/access';
import { incidentTables } from './store';

const { entities } = incidentTables;

/** Of more entities than these the histories are not looked up one by one: each incident is asked whether it affects one of them. */
export const mostParts = 50;

export type IncidentScope = EntityScope;

export function limitTo(
  rows: Knex.QueryBuilder,
  { filter, index, entityRefs }: IncidentScope,
): void {
  whereAccessible(rows, filter, { index, whereEntities: whereAffects });
  if (entityRefs) whereAffects(rows, entityRefs);
}

export function whereAffects(
  rows: Knex.QueryBuilder,
  refs: string[],
): Knex.QueryBuilder {
  return rows.whereIn('n', affected =>
    affected.from(entities).select('incident_n').whereIn('entity_ref', refs),
  );
}

/** The same, for rows that are looked at one by one: counted, because PostgreSQL would look for `IN` in the whole table at once. */
export function whereEachAffects(
  rows: Knex.QueryBuilder,
  refs: string[],
): Knex.QueryBuilder {
  const marks = refs.map(() => '?').join(', ');
  return rows.whereRaw(
    `(SELECT count(*) FROM ?? WHERE incident_n = n AND entity_ref IN (${marks})) > 0`,
    [entities, ...refs],
  );
}
