import type { Actor } from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import {
  toInstant,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { canHold, type Reader, type Tx } from '../platform/database';
import { toKept, type KeptAlert } from './rows';
import type { Changes, KeptOpening } from './rules/reconcile';

const table = 'incidents_maintenance_openings';
const windows = 'incidents_maintenance';
const alerts = 'incidents_alerts';

/** One time that a window is open, with what is said of the window. */
export type OpenWindow = {
  /** Of the opening. */
  id: string;
  windowId: string;
  title: string;
  reason?: string;
  entityRefs: string[];
  createdBy: Actor;
  startsAt: string;
  endsAt: string;
  endedBy?: string;
};

/** The times that windows are open. */
export const openingStore = {
  /** Those of a window that have not ended, and those from a moment on that somebody ended. */
  async ofWindow(
    reader: Reader,
    windowId: string,
    { now, since }: { now: Date; since: Date },
  ): Promise<KeptOpening[]> {
    const rows = await reader(table)
      .where('window_id', windowId)
      .where(any =>
        any.where('ends_at', '>', now).orWhere('starts_at', '>=', since),
      );
    return rows.map((row: any) =>
      withoutEmpty({
        id: row.id,
        startsAt: toInstant(row.starts_at),
        endsAt: toInstant(row.ends_at),
        endedBy: row.ended_by,
      }),
    );
  },

  async write(
    tx: Tx,
    windowId: string,
    { add, change, drop, end }: Changes,
    by: { at: Date; ref: string; newId(): string },
  ): Promise<void> {
    if (add.length > 0) {
      await tx(table).insert(
        add.map(({ startsAt, endsAt }) => ({
          ...{ id: by.newId(), window_id: windowId },
          starts_at: new Date(startsAt),
          ends_at: new Date(endsAt),
        })),
      );
    }
    for (const { id, endsAt } of change) {
      await tx(table)
        .where({ id })
        // What was said of its end is no longer true.
        .update({ ends_at: new Date(endsAt), announced_at: null });
    }
    for (const ids of chunksOf(drop)) {
      await tx(table).whereIn('id', ids).delete();
    }
    for (const ids of chunksOf(end)) {
      await tx(table)
        .whereIn('id', ids)
        .update({ ends_at: by.at, ended_by: by.ref.slice(0, 255) });
    }
  },

  /** Those that have not ended and begin before `until`; that begin first first. */
  async current(
    reader: Reader,
    { now, until }: { now: Date; until: Date },
  ): Promise<OpenWindow[]> {
    const rows = await withWindow(reader)
      .where('ends_at', '>', now)
      .where('starts_at', '<=', until)
      .orderBy(['starts_at', `${table}.id`]);
    return rows.map(toOpenWindow);
  },

  /** Whether an alert still fires whose maintenance has ended. */
  async hasReleased(reader: Reader, now: Date): Promise<boolean> {
    return (await released(reader, now).first('id')) !== undefined;
  },

  /** Those alerts, each with its maintenance, held against other writers until `tx` ends. */
  async holdReleased(
    tx: Tx,
    now: Date,
    limit: number,
  ): Promise<Array<{ kept: KeptAlert; opening: OpenWindow }>> {
    // As ingestion takes them, so that the two wait for each other instead of deadlocking.
    const query = released(tx, now).orderBy('id').limit(limit);
    if (canHold(tx)) query.forUpdate();
    const held: KeptAlert[] = (await query).map(toKept);
    const ids = [...new Set(held.map(({ openingId }) => openingId!))];
    const rows: any[] = await withWindow(tx).whereIn(`${table}.id`, ids);
    const byId = new Map(rows.map(row => [row.id, toOpenWindow(row)]));
    return held.map(kept => ({ kept, opening: byId.get(kept.openingId!)! }));
  },

  /** How many of those that hold something that fires end in this time, and since when the oldest is open. */
  async countEnding(
    reader: Reader,
    { now, until }: { now: Date; until: Date },
  ): Promise<{ count: number; since?: string }> {
    const row: any = await ending(reader(table), { reader, now, until })
      .count({ count: '*' })
      .min({ since: 'starts_at' })
      .first();
    return withoutEmpty({
      count: Number(row.count),
      since: toOptionalInstant(row.since),
    });
  },

  /** Those whose end nobody was told of, each with how many alerts that fire it holds. */
  async unannounced(
    reader: Reader,
    span: { now: Date; until: Date },
  ): Promise<Array<{ opening: OpenWindow; holds: number }>> {
    const firing = whereHeld(reader(alerts))
      .whereRaw('opening_id = ??', [`${table}.id`])
      .count('*');
    const rows = await ending(withWindow(reader), { reader, ...span })
      .whereNull('announced_at')
      .select(firing.as('holds'));
    return rows.map((row: any) => ({
      opening: toOpenWindow(row),
      holds: Number(row.holds),
    }));
  },

  /** Whether nobody had announced it yet: one of several who ask at once is told so. */
  async claimAnnouncement(tx: Tx, id: string, at: Date): Promise<boolean> {
    const claimed = await tx(table)
      .where({ id })
      .whereNull('announced_at')
      .update({ announced_at: at });
    return claimed === 1;
  },

  async takeBackAnnouncement(tx: Tx, id: string): Promise<void> {
    await tx(table).where({ id }).update({ announced_at: null });
  },
};

function withWindow(reader: Reader): any {
  return reader(table)
    .join(windows, `${windows}.id`, 'window_id')
    .select(
      ...['title', 'reason', 'entity_refs', 'created_by_type'],
      ...['created_by_ref', `${table}.*`],
    );
}

function ending(
  rows: any,
  { reader, now, until }: { reader: Reader; now: Date; until: Date },
): any {
  const firing = whereHeld(reader(alerts))
    .whereRaw('opening_id = ??', [`${table}.id`])
    .select(reader.raw('1'));
  return rows
    .where('ends_at', '>', now)
    .where('ends_at', '<=', until)
    .whereExists(firing);
}

/** Not by bindings: the index is for these words. */
function whereHeld(rows: any): any {
  return rows.whereRaw(
    "triage_outcome = 'maintenance' AND status <> 'resolved'",
  );
}

function released(reader: Reader, now: Date): any {
  return whereHeld(reader(alerts)).whereIn(
    'opening_id',
    reader(table).where('ends_at', '<=', now).select('id'),
  );
}

function toOpenWindow(row: any): OpenWindow {
  return withoutEmpty({
    id: row.id,
    windowId: row.window_id,
    title: row.title,
    reason: row.reason,
    entityRefs: JSON.parse(row.entity_refs),
    createdBy: { type: row.created_by_type, ref: row.created_by_ref },
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    endedBy: row.ended_by,
  });
}
