import type {
  Alert,
  AlertQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { whereAccessible, type AccessFilter } from '../platform/access';
import type { CatalogIndex } from '../platform/catalogIndex';
import { chunksOf } from '../platform/chunksOf';
import {
  likePattern,
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import { canHold, type Reader, type Tx } from '../platform/database';
import { writeRows, type RowWrite } from '../platform/writeRows';
import { keyOf, numberOf } from '../timeline';

const table = 'incidents_alerts';

/** An alert with what its row holds besides. */
export type KeptAlert = {
  alert: Alert;
  /** The guard against lost updates: as it was read, 0 before it is written first. */
  version: number;
  /** Whether it is the latest of its fingerprint. */
  isCurrent: boolean;
  /** The words of the monitor for how bad it is and whose. */
  said: Pick<AlertSignal, 'severity' | 'entityRef'>;
};

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
    const [found, [{ count }]] = await Promise.all([
      rows,
      filtered().count({ count: '*' }),
    ]);
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row: any) => toKept(row).alert),
      totalItems: Number(count),
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
    const row = await reader(table).where({ id }).first();
    return row && toKept(row).alert;
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

function toRow({ alert, version, isCurrent, said }: KeptAlert) {
  return {
    id: alert.id,
    integration_id: alert.integration,
    source: alert.source,
    fingerprint: alert.fingerprint,
    is_current: isCurrent,
    status: alert.status,
    title: alert.title,
    description: alert.description ?? null,
    severity: alert.severity,
    severity_remark: alert.severityRemark ?? null,
    entity_ref: alert.entityRef ?? null,
    routed_by: alert.routing.by,
    routing_reason: alert.routing.reason,
    routing_pending: alert.routing.pending ?? false,
    triage_outcome: alert.triage.outcome,
    triage_reason: alert.triage.reason,
    labels: JSON.stringify(alert.labels),
    links: JSON.stringify(alert.links),
    started_at: new Date(alert.startedAt),
    last_fired_at: new Date(alert.lastFiredAt),
    resolved_at: toOptionalDate(alert.resolvedAt),
    occurrences: alert.occurrences,
    incident_n: alert.incidentKey ? numberOf(alert.incidentKey) : null,
    said_severity: said.severity ?? null,
    said_entity_ref: said.entityRef ?? null,
    version: version + 1,
  };
}

/** An alert from its row. */
export function toKept(row: any): KeptAlert {
  return {
    version: row.version,
    isCurrent: Boolean(row.is_current),
    said: withoutEmpty({
      severity: row.said_severity,
      entityRef: row.said_entity_ref,
    }),
    alert: withoutEmpty({
      id: row.id,
      integration: row.integration_id,
      source: row.source,
      fingerprint: row.fingerprint,
      title: row.title,
      description: row.description,
      status: row.status,
      severity: row.severity,
      severityRemark: row.severity_remark,
      entityRef: row.entity_ref,
      routing: withoutEmpty({
        by: row.routed_by,
        reason: row.routing_reason,
        pending: row.routing_pending ? true : undefined,
      }),
      triage: { outcome: row.triage_outcome, reason: row.triage_reason },
      labels: JSON.parse(row.labels),
      links: JSON.parse(row.links),
      startedAt: toInstant(row.started_at),
      lastFiredAt: toInstant(row.last_fired_at),
      resolvedAt: toOptionalInstant(row.resolved_at),
      occurrences: row.occurrences,
      incidentKey: row.incident_n === null ? undefined : keyOf(row.incident_n),
    }),
  };
}
