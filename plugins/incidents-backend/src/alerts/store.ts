import type {
  Alert,
  AlertQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { whereAccessible, type AccessFilter } from '../platform/access';
import type { CatalogIndex } from '../platform/catalogIndex';
import { chunksOf } from '../platform/chunksOf';
import {
  likePattern,
  toInstant,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { countUpTo } from '../platform/countUpTo';
import { fromCursor, toCursor } from '../platform/cursor';
import { canHold, type Reader, type Tx } from '../platform/database';
import { writeRows, type RowWrite } from '../platform/writeRows';
import { numberOf } from '../timeline';
import { toKept, toRow, type KeptAlert } from './rows';

export { toKept, type KeptAlert } from './rows';

const table = 'incidents_alerts';

export type Identity = Pick<Alert, 'integration' | 'fingerprint'>;

/** What the list is limited to, besides the query of the reader. */
export type AlertScope = {
  filter: AccessFilter;
  index: CatalogIndex | undefined;
  /** `entityRef` of the query with all the parts that it includes. */
  entityRefs?: string[];
};

export const alertStore = {
  /** The latest episode of each fingerprint; inside a transaction held against other writers until it ends. */
  async findCurrent(
    reader: Reader,
    identities: Identity[],
  ): Promise<KeptAlert[]> {
    const found: KeptAlert[] = [];
    for (const chunk of chunksOf(identities)) {
      const pairs = chunk.map(() => '(?, ?)').join(', ');
      const query = reader(table)
        .where('is_current', true)
        .orderBy('id')
        .whereRaw(
          // `VALUES` because SQLite wants it there; PostgreSQL accepts it.
          `(integration_id, fingerprint) IN (VALUES ${pairs})`,
          chunk.flatMap(({ integration, fingerprint }) => [
            integration,
            fingerprint,
          ]),
        );
      // Writers of one alert wait for each other here rather than doing their work twice.
      if (canHold(reader)) query.forUpdate();
      found.push(...(await query).map(toKept));
    }
    return found;
  },

  /** Whether an alert waits for the catalog. */
  async hasPending(reader: Reader): Promise<boolean> {
    const row = await reader(table).where('routing_pending', true).first('id');
    return row !== undefined;
  },

  /** Firing alerts that wait for the catalog, and those that were to have an incident and have none. */
  async countStuck(
    reader: Reader,
    kind: 'pending' | 'orphaned',
  ): Promise<{ count: number; since?: string }> {
    const rows = reader(table).whereNot('status', 'resolved');
    if (kind === 'pending') rows.where('routing_pending', true);
    else {
      rows
        .whereIn('triage_outcome', ['declared', 'attached'])
        .whereNull('incident_n');
    }
    const row: any = await rows
      .count({ count: '*' })
      .min({ since: 'last_fired_at' })
      .first();
    return withoutEmpty({
      count: Number(row.count),
      since: toOptionalInstant(row.since),
    });
  },

  /** What waits for the catalog, held against other writers until `tx` ends; those that came first. */
  async holdPending(tx: Tx, limit: number): Promise<KeptAlert[]> {
    const query = tx(table)
      .where('routing_pending', true)
      // As `findCurrent` takes them, so that the two wait for each other instead of deadlocking.
      .orderBy('id')
      .limit(limit);
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toKept);
  },

  /** What is to be written of new and changed alerts. */
  toRows(alerts: KeptAlert[]): RowWrite[] {
    // One order for all writers, so that they wait for each other instead of deadlocking.
    const sorted = [...alerts].sort((a, b) =>
      a.alert.id < b.alert.id ? -1 : 1,
    );
    return [
      { table, rows: sorted.filter(isNew).map(toRow) },
      { table, rows: sorted.filter(isKept).map(toRow), replace: { key: 'id' } },
    ];
  },

  /** @throws WriteConflict when one has changed since it was read. */
  save: (tx: Tx, alerts: KeptAlert[]) =>
    writeRows(tx, alertStore.toRows(alerts)),

  /** Makes room for the next episodes of these fingerprints. */
  async retire(tx: Tx, ids: string[]): Promise<void> {
    for (const chunk of chunksOf(ids)) {
      await tx(table).whereIn('id', chunk).update({ is_current: false });
    }
  },

  async list(
    reader: Reader,
    query: AlertQuery,
    scope: AlertScope,
  ): Promise<Page<Alert>> {
    const filtered = () => filterAlerts(reader(table), query, scope);
    const column =
      query.sort === '-lastFiredAt' ? 'last_fired_at' : 'started_at';
    const descending = query.sort.startsWith('-');
    const direction = descending ? 'desc' : 'asc';
    const rows = filtered()
      .orderBy([
        { column, order: direction },
        { column: 'id', order: direction },
      ])
      .limit(query.limit + 1);
    if (query.cursor) {
      const [at, id] = fromCursor(query.cursor, query.sort, ['instant', 'id']);
      rows.whereRaw(`(??, id) ${descending ? '<' : '>'} (?, ?)`, [
        column,
        new Date(Number(at)),
        id,
      ]);
    }
    const [found, total] = await Promise.all([
      rows,
      countUpTo(reader, filtered()),
    ]);
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row: any) => toKept(row).alert),
      ...total,
      ...(found.length > query.limit && {
        nextCursor: toCursor(query.sort, [
          new Date(last[column]).getTime(),
          last.id,
        ]),
      }),
    };
  },

  /** How many alerts nobody is told of, and since when. */
  async neglected(
    reader: Reader,
  ): Promise<Array<{ pending: boolean; count: number; since: string }>> {
    const rows = await reader(table)
      .whereNot('status', 'resolved')
      .where('triage_outcome', 'unrouted')
      .groupBy('routing_pending')
      .select('routing_pending')
      .count({ count: '*' })
      .min({ since: 'started_at' });
    return rows.map((row: any) => ({
      pending: Boolean(row.routing_pending),
      count: Number(row.count),
      since: toInstant(row.since),
    }));
  },

  /** How many alerts a person is to decide about, and since when: who acknowledged one has decided that it is no incident. */
  async suggested(
    reader: Reader,
    scope: Pick<AlertScope, 'filter' | 'index'>,
  ): Promise<{ count: number; since?: string }> {
    const rows = reader(table)
      .where({ triage_outcome: 'suggested', status: 'firing' })
      .count({ count: '*' })
      .min({ since: 'started_at' });
    limitTo(rows, scope);
    const [row]: any[] = await rows;
    return withoutEmpty({
      count: Number(row.count),
      since: toOptionalInstant(row.since),
    });
  },

  async countSince(
    reader: Reader,
    from: Date,
    scope: Pick<AlertScope, 'filter' | 'index'>,
  ): Promise<number> {
    const rows = reader(table).where('started_at', '>=', from);
    limitTo(rows, scope);
    const [{ count }] = await rows.count({ count: '*' });
    return Number(count);
  },

  async find(reader: Reader, id: string): Promise<Alert | undefined> {
    const kept = await alertStore.findKept(reader, id);
    return kept?.alert;
  },

  async findKept(reader: Reader, id: string): Promise<KeptAlert | undefined> {
    const row = await reader(table).where({ id }).first();
    return row && toKept(row);
  },
};

function limitTo(
  rows: Knex.QueryBuilder,
  { filter, index }: Pick<AlertScope, 'filter' | 'index'>,
) {
  whereAccessible(rows, filter, {
    index,
    whereEntities: (query, refs) => query.whereIn('entity_ref', refs),
  });
}

function filterAlerts(
  rows: Knex.QueryBuilder,
  query: AlertQuery,
  scope: AlertScope,
): Knex.QueryBuilder {
  limitTo(rows, scope);
  if (scope.entityRefs) rows.whereIn('entity_ref', scope.entityRefs);
  if (query.status) rows.whereIn('status', query.status);
  if (query.severity) rows.whereIn('severity', query.severity);
  if (query.integration) rows.whereIn('integration_id', query.integration);
  if (query.outcome) rows.whereIn('triage_outcome', query.outcome);
  if (query.flapping === true) rows.whereNotNull('calm_at');
  if (query.flapping === false) rows.whereNull('calm_at');
  if (query.incident) rows.where('incident_n', numberOf(query.incident));
  if (query.from) rows.where('started_at', '>=', new Date(query.from));
  if (query.to) rows.where('started_at', '<', new Date(query.to));
  if (query.q) {
    rows.whereRaw(
      "(lower(title) LIKE ? ESCAPE '\\' OR lower(labels) LIKE ? ESCAPE '\\')",
      [likePattern(query.q), likePattern(query.q)],
    );
  }
  return rows;
}

function isNew({ version }: KeptAlert): boolean {
  return version === 0;
}

function isKept({ version }: KeptAlert): boolean {
  return version > 0;
}
