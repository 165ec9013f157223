import type {
  Page,
  Silence,
  SilenceQuery,
} from 'backstage-plugin-incidents-common';
import { toInstant, withoutEmpty } from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import { canHold, type Reader, type Tx } from '../platform/database';
import { toKept, type KeptAlert } from './rows';
import { statusOf } from './rules/silenceOf';

const table = 'incidents_silences';
const alerts = 'incidents_alerts';
/** The only one there is of silences. */
const sort = '-endsAt';

/** A silence as it is kept: what changes with time or with alerts is not. */
export type KeptSilence = Omit<Silence, 'status' | 'held'> & {
  /** Who ended it before its time. */
  endedBy?: string;
};

export const silenceStore = {
  async add(tx: Tx, silence: KeptSilence): Promise<void> {
    await tx(table).insert({
      id: silence.id,
      matchers: JSON.stringify(silence.matchers),
      reason: silence.reason,
      created_by_type: silence.createdBy.type,
      created_by_ref: silence.createdBy.ref,
      created_at: new Date(silence.createdAt),
      starts_at: new Date(silence.startsAt),
      ends_at: new Date(silence.endsAt),
    });
  },

  /** Those that have not ended, whether they have begun or not; those that end last first. */
  async unended(reader: Reader, now: Date): Promise<KeptSilence[]> {
    const rows = await reader(table)
      .where('ends_at', '>', now)
      .orderBy([
        { column: 'ends_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(toSilence);
  },

  async list(
    reader: Reader,
    query: SilenceQuery,
    now: Date,
  ): Promise<Page<Silence>> {
    const filtered = () => {
      const rows = reader(table);
      if (query.status) whereStatus(rows, query.status, now);
      return rows;
    };
    const rows = filtered()
      .select(`${table}.*`, heldBy(reader))
      .orderBy([
        { column: 'ends_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(query.limit + 1);
    if (query.cursor) {
      const [at, id] = fromCursor(query.cursor, sort, ['instant', 'id']);
      rows.whereRaw('(ends_at, id) < (?, ?)', [new Date(Number(at)), id]);
    }
    const found: any[] = await rows;
    const [{ count }] = await filtered().count({ count: '*' });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(row => toShown(row, now)),
      totalItems: Number(count),
      ...(found.length > query.limit && {
        nextCursor: toCursor(sort, [new Date(last.ends_at).getTime(), last.id]),
      }),
    };
  },

  async find(
    reader: Reader,
    id: string,
    now: Date,
  ): Promise<Silence | undefined> {
    const row = await reader(table)
      .where({ id })
      .first(`${table}.*`, heldBy(reader));
    return row && toShown(row, now);
  },

  /** Leaves one alone that has ended; one that has not begun never will. */
  async end(tx: Tx, id: string, by: { at: Date; ref: string }): Promise<void> {
    const unended = () => tx(table).where({ id }).where('ends_at', '>', by.at);
    await unended().where('starts_at', '>', by.at).update({ starts_at: by.at });
    await unended().update({ ends_at: by.at, ended_by: by.ref.slice(0, 255) });
  },

  /** Whether an alert still fires whose silence has ended. */
  async hasReleased(reader: Reader, now: Date): Promise<boolean> {
    return (await released(reader, now).first('id')) !== undefined;
  },

  /** Those alerts, each with its silence, held against other writers until `tx` ends. */
  async holdReleased(
    tx: Tx,
    now: Date,
    limit: number,
  ): Promise<Array<{ kept: KeptAlert; silence: KeptSilence }>> {
    // As ingestion takes them, so that the two wait for each other instead of deadlocking.
    const query = released(tx, now).orderBy('id').limit(limit);
    if (canHold(tx)) query.forUpdate();
    const held: KeptAlert[] = (await query).map(toKept);
    const ids = [...new Set(held.map(({ silenceId }) => silenceId!))];
    const rows: any[] = await tx(table).whereIn('id', ids);
    const silences = new Map(rows.map(row => [row.id, toSilence(row)]));
    return held.map(kept => ({
      kept,
      silence: silences.get(kept.silenceId!)!,
    }));
  },

  /** How many of those that hold something that fires end in this time, and since when the oldest holds it. */
  async countEnding(
    reader: Reader,
    { now, until }: { now: Date; until: Date },
  ): Promise<{ count: number; since?: string }> {
    const row: any = await ending(reader, { now, until })
      .count({ count: '*' })
      .min({ since: 'starts_at' })
      .first();
    return withoutEmpty({
      count: Number(row.count),
      since: row.since ? toInstant(row.since) : undefined,
    });
  },

  /** Those whose end nobody was told of, each with how many alerts that fire it holds. */
  async unannounced(
    reader: Reader,
    span: { now: Date; until: Date },
  ): Promise<Array<{ silence: KeptSilence; holds: number }>> {
    const firing = whereHeld(reader(alerts))
      .whereRaw('silence_id = ??', [`${table}.id`])
      .count('*');
    const rows = await ending(reader, span)
      .whereNull('announced_at')
      .select(`${table}.*`, firing.as('holds'));
    return rows.map((row: any) => ({
      silence: toSilence(row),
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

/** Those that end in this time while they hold something that fires. */
function ending(reader: Reader, { now, until }: { now: Date; until: Date }) {
  const firing = whereHeld(reader(alerts))
    .whereRaw('silence_id = ??', [`${table}.id`])
    .select(reader.raw('1'));
  return reader(table)
    .where('ends_at', '>', now)
    .where('ends_at', '<=', until)
    .whereExists(firing);
}

/** Not by bindings: the index is for these words. */
function whereHeld(rows: ReturnType<Reader>) {
  return rows.whereRaw("triage_outcome = 'silenced' AND status <> 'resolved'");
}

function released(reader: Reader, now: Date) {
  return whereHeld(reader(alerts)).whereIn(
    'silence_id',
    reader(table).where('ends_at', '<=', now).select('id'),
  );
}

function heldBy(reader: Reader) {
  return reader.raw('(SELECT count(*) FROM ?? WHERE silence_id = ??) AS held', [
    alerts,
    `${table}.id`,
  ]);
}

function whereStatus(
  rows: ReturnType<Reader>,
  statuses: Array<Silence['status']>,
  now: Date,
): void {
  rows.where(any => {
    if (statuses.includes('ended')) any.orWhere('ends_at', '<=', now);
    if (statuses.includes('pending')) any.orWhere('starts_at', '>', now);
    if (statuses.includes('active')) {
      any.orWhere(both =>
        both.where('starts_at', '<=', now).where('ends_at', '>', now),
      );
    }
  });
}

function toShown(row: any, now: Date): Silence {
  const { endedBy, ...silence } = toSilence(row);
  return {
    ...silence,
    status: statusOf(silence, now),
    held: Number(row.held),
  };
}

function toSilence(row: any): KeptSilence {
  return withoutEmpty({
    id: row.id,
    matchers: JSON.parse(row.matchers),
    reason: row.reason,
    createdBy: { type: row.created_by_type, ref: row.created_by_ref },
    createdAt: toInstant(row.created_at),
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    endedBy: row.ended_by,
  });
}
