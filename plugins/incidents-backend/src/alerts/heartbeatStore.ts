import { chunksOf } from '../platform/chunksOf';
import { canHold, type Reader, type Tx } from '../platform/database';
import type { StoredDate } from '../platform/columns';
import type { Watch } from './rules/overdue';

const table = 'incidents_heartbeats';

export type KeptWatch = Watch & { id: string };

export const heartbeatStore = {
  /** All there are; inside a transaction held against other writers until it ends. */
  async all(reader: Reader): Promise<KeptWatch[]> {
    // One order for all that hold several.
    const query = reader(table).orderBy('id');
    if (canHold(reader)) query.forUpdate();
    return (await query).map(toWatch);
  },

  /** One, held against other writers until `tx` ends. */
  async hold(tx: Tx, id: string): Promise<KeptWatch | undefined> {
    const query = tx(table).where({ id });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toWatch)[0];
  },

  /** Adds those that nobody else has added meanwhile: they are to be held afterwards, as whoever was first left them. */
  async begin(tx: Tx, watches: KeptWatch[]): Promise<void> {
    for (const chunk of chunksOf(watches.map(toRow))) {
      await tx(table).insert(chunk).onConflict('id').ignore();
    }
  },

  /** Writes those that were held. */
  async save(tx: Tx, watches: KeptWatch[]): Promise<void> {
    for (const chunk of chunksOf(watches.map(toRow))) {
      await tx(table).insert(chunk).onConflict('id').merge();
    }
  },

  async forget(tx: Tx, ids: string[]): Promise<void> {
    for (const chunk of chunksOf(ids)) {
      await tx(table).whereIn('id', chunk).delete();
    }
  },
};

type Row = {
  id: string;
  watched_since: StoredDate;
  listening_since: StoredDate;
  looked_at: StoredDate;
  last_seen_at: StoredDate | null;
  missing_since: StoredDate | null;
};

function toRow(watch: KeptWatch): Row {
  return {
    id: watch.id,
    watched_since: watch.watchedSince,
    listening_since: watch.listeningSince,
    looked_at: watch.lookedAt,
    last_seen_at: watch.lastSeenAt ?? null,
    missing_since: watch.missingSince ?? null,
  };
}

function toWatch(row: Row): KeptWatch {
  return {
    id: row.id,
    watchedSince: new Date(row.watched_since),
    listeningSince: new Date(row.listening_since),
    lookedAt: new Date(row.looked_at),
    lastSeenAt: toDate(row.last_seen_at),
    missingSince: toDate(row.missing_since),
  };
}

function toDate(stored: StoredDate | null): Date | undefined {
  return stored === null ? undefined : new Date(stored);
}
