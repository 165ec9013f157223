import {
  isOpenStatus,
  openIncidentStatuses,
  type Incident,
  type IncidentQuery,
  type Page,
  type StripItem,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { whereAccessible, type AccessFilter } from '../platform/access';
import type { CatalogIndex } from '../platform/catalogIndex';
import { likePattern, toInstant } from '../platform/columns';
import { countUpTo } from '../platform/countUpTo';
import { fromCursor, toCursor } from '../platform/cursor';
import type { Reader } from '../platform/database';
import { keyOf } from '../timeline';
import { toEntityRefs, toIncident } from './rows';
import { causesOf, entityRefsOf, incidentTables } from './store';

const { incidents, entities } = incidentTables;

/** What a list is limited to, besides the query of the reader. */
export type IncidentScope = {
  filter: AccessFilter;
  index: CatalogIndex | undefined;
  /** `entityRef` of the query with all the parts that it includes. */
  entityRefs?: string[];
};

type SortColumn = { column: string; descending: boolean; isDate?: boolean };

const sorts: Record<IncidentQuery['sort'], SortColumn[]> = {
  openFirst: [
    { column: 'is_open', descending: true },
    { column: 'declared_at', descending: true, isDate: true },
    { column: 'n', descending: true },
  ],
  '-declaredAt': [
    { column: 'declared_at', descending: true, isDate: true },
    { column: 'n', descending: true },
  ],
  declaredAt: [
    { column: 'declared_at', descending: false, isDate: true },
    { column: 'n', descending: false },
  ],
  severity: [
    { column: 'severity_rank', descending: false },
    { column: 'n', descending: false },
  ],
  '-updatedAt': [
    { column: 'updated_at', descending: true, isDate: true },
    { column: 'n', descending: true },
  ],
};

export async function listIncidents(
  reader: Reader,
  query: IncidentQuery,
  scope: IncidentScope,
): Promise<Page<Incident>> {
  const filtered = () => filterIncidents(reader(incidents), query, scope);
  const sort = sorts[query.sort];
  const rows = filtered()
    .select(`${incidents}.*`, entityRefsOf(reader), causesOf(reader))
    .orderBy(
      sort.map(({ column, descending }) => ({
        column,
        order: descending ? 'desc' : 'asc',
      })),
    )
    .limit(query.limit + 1);
  if (query.cursor) whereAfter(rows, query.sort, query.cursor);
  const found: any[] = await rows;
  const total = await countUpTo(reader, filtered());
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toIncident),
    ...total,
    ...(found.length > query.limit && {
      nextCursor: toCursor(
        query.sort,
        sort.map(column => positionIn(last, column)),
      ),
    }),
  };
}

/** What a strip or a heat row needs of each incident since an instant: small, because there may be thousands. */
export async function stripOf(
  reader: Reader,
  since: Date,
  scope: IncidentScope,
): Promise<StripItem[]> {
  const rows = reader(incidents)
    .where('declared_at', '>=', since)
    .where('drill', false)
    .orderBy('n')
    .select(
      'n',
      'title',
      'status',
      'severity',
      'severity_rank',
      'declared_at',
      'resolved_at',
      entityRefsOf(reader),
    );
  limitTo(rows, scope);
  return (await rows).map((row: any) => ({
    key: keyOf(row.n),
    title: row.title,
    status: row.status,
    severity: row.severity,
    severityRank: row.severity_rank,
    entityRefs: toEntityRefs(row),
    declaredAt: toInstant(row.declared_at),
    ...(row.resolved_at && { resolvedAt: toInstant(row.resolved_at) }),
  }));
}

/** Which entity had an incident of which rank when. */
export async function incidentsPerEntity(
  reader: Reader,
  since: Date,
  scope: IncidentScope,
): Promise<Array<{ entityRef: string; rank: number; at: string; n: number }>> {
  const rows = reader(incidents)
    .join(entities, `${entities}.incident_n`, `${incidents}.n`)
    .where('declared_at', '>=', since)
    .where('drill', false)
    .whereNot('status', 'dismissed')
    .select('n', 'entity_ref', 'severity_rank', 'declared_at');
  limitTo(rows, scope);
  return (await rows).map((row: any) => ({
    n: row.n,
    entityRef: row.entity_ref,
    rank: row.severity_rank,
    at: toInstant(row.declared_at),
  }));
}

export async function openKeysWithoutRunbook(
  reader: Reader,
  scope: IncidentScope,
): Promise<Array<{ key: string; since: string }>> {
  const rows = reader(incidents)
    .where({ is_open: true, runbook_state: 'missing', drill: false })
    .orderBy('n')
    .select('n', 'declared_at');
  limitTo(rows, scope);
  return (await rows).map((row: any) => ({
    key: keyOf(row.n),
    since: toInstant(row.declared_at),
  }));
}

function filterIncidents(
  rows: Knex.QueryBuilder,
  query: IncidentQuery,
  scope: IncidentScope,
): Knex.QueryBuilder {
  limitTo(rows, scope);
  if (query.status) {
    const wanted = query.status.flatMap(status =>
      status === 'open' ? [...openIncidentStatuses] : [status],
    );
    rows.whereIn('status', wanted);
    // Says the same, and lets the few open ones be found among many that are over.
    const areOpen = new Set(wanted.map(isOpenStatus));
    if (areOpen.size === 1) rows.whereIn('is_open', [...areOpen]);
  }
  if (query.severity) rows.whereIn('severity', query.severity);
  if (query.integration) rows.whereIn('integration_id', query.integration);
  if (query.detectionSource) {
    rows.whereIn('detection_source', query.detectionSource);
  }
  if (query.drills !== 'show') rows.where('drill', query.drills === 'only');
  if (query.from) rows.where('declared_at', '>=', new Date(query.from));
  if (query.to) rows.where('declared_at', '<', new Date(query.to));
  if (query.q) whereText(rows, query.q);
  return rows;
}

function whereText(rows: Knex.QueryBuilder, text: string) {
  const [, n] = /^(?:inc-)?(\d{1,9})$/i.exec(text) ?? [];
  rows.where(either => {
    either.whereRaw("lower(title) LIKE ? ESCAPE '\\'", [likePattern(text)]);
    either.orWhereExists(affected =>
      affected
        .from(entities)
        .whereRaw('incident_n = n')
        .whereRaw("entity_ref LIKE ? ESCAPE '\\'", [likePattern(text)]),
    );
    if (n) either.orWhere('n', Number(n));
  });
}

/** Leaves out what the reader may not see or has not asked for. */
export function limitTo(rows: Knex.QueryBuilder, scope: IncidentScope) {
  whereAccessible(rows, scope.filter, {
    index: scope.index,
    whereEntities: whereAffects,
  });
  if (scope.entityRefs) whereAffects(rows, scope.entityRefs);
}

function whereAffects(rows: Knex.QueryBuilder, entityRefs: string[]) {
  rows.whereIn('n', affected =>
    affected
      .from(entities)
      .select('incident_n')
      .whereIn('entity_ref', entityRefs),
  );
}

function positionIn(row: any, { column, isDate }: SortColumn) {
  const value = row[column];
  return isDate ? new Date(value).getTime() : Number(value);
}

/** All columns of a sort run the same way, so that one row comparison finds what comes after. */
function whereAfter(
  rows: Knex.QueryBuilder,
  name: IncidentQuery['sort'],
  cursor: string,
) {
  const sort = sorts[name];
  const parts = sort.map(({ isDate }) => (isDate ? 'instant' : 'integer'));
  const position = fromCursor(cursor, name, parts).map((part, i) => {
    if (sort[i].isDate) return new Date(part);
    return sort[i].column === 'is_open' ? Boolean(part) : part;
  });
  rows.whereRaw(
    `(${sort.map(() => '??').join(', ')}) ${
      sort[0].descending ? '<' : '>'
    } (${sort.map(() => '?').join(', ')})`,
    [...sort.map(({ column }) => column), ...position],
  );
}
