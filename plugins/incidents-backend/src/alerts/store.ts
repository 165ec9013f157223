import type { Alert } from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import {
  toInstant,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { canHold, type Reader, type Tx } from '../platform/database';
import { writeRows, type RowWrite } from '../platform/writeRows';
import { toKept, toRow, type KeptAlert } from './rows';

export { toKept, type KeptAlert } from './rows';

const table = 'incidents_alerts';

export type Identity = Pick<Alert, 'integration' | 'fingerprint'>;

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

  async find(reader: Reader, id: string): Promise<Alert | undefined> {
    const kept = await alertStore.findKept(reader, id);
    return kept?.alert;
  },

  async findKept(reader: Reader, id: string): Promise<KeptAlert | undefined> {
    const row = await reader(table).where({ id }).first();
    return row && toKept(row);
  },
};

function isNew({ version }: KeptAlert): boolean {
  return version === 0;
}

function isKept({ version }: KeptAlert): boolean {
  return version > 0;
}
