import type {
  Actor,
  Maintenance,
  MaintenanceQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import {
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import { canHold, type Reader, type Tx } from '../platform/database';
import { shownWindow } from './rules/shownWindow';
import type { Schedule } from '../platform/calendar/occurrences';

const table = 'incidents_maintenance';
const openings = 'incidents_maintenance_openings';
const alerts = 'incidents_alerts';

/** A window as it is kept: what changes with time or with alerts is not. */
export type KeptWindow = {
  id: string;
  title: string;
  reason?: string;
  entityRefs: string[];
  schedule: Schedule;
  origin: Maintenance['origin'];
  calendar?: string;
  /** Of one that was imported: by which it is known again. */
  sourceKey?: string;
  createdBy: Actor;
  createdAt: string;
  /** When its openings are to be worked out again. */
  expandAt?: string;
  /** From when on it is never open again. */
  overAt?: string;
  endedBy?: string;
};

export const maintenanceStore = {
  async add(tx: Tx, window: KeptWindow): Promise<void> {
    await tx(table).insert(toRow(window));
  },

  async save(tx: Tx, window: KeptWindow): Promise<void> {
    await tx(table).where('id', window.id).update(toRow(window));
  },

  /** Held against other writers until `tx` ends. */
  async hold(tx: Tx, id: string): Promise<KeptWindow | undefined> {
    const query = tx(table).where({ id });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toWindow)[0];
  },

  /** All that came from somewhere, ended or not. */
  async bySource(reader: Reader, prefix: string): Promise<KeptWindow[]> {
    const rows = await reader(table)
      // A prefix ends with a colon, and the character after it is a semicolon.
      .where('source_key', '>=', prefix)
      .where('source_key', '<', `${prefix.slice(0, -1)};`);
    return rows.map(toWindow);
  },

  /** How many there are that have not ended. */
  async countUnended(reader: Reader, now: Date): Promise<number> {
    const [{ count }] = await unended(reader(table), now).count({
      count: '*',
    });
    return Number(count);
  },

  async countOfCalendars(
    reader: Reader,
    now: Date,
  ): Promise<Map<string, number>> {
    const rows = await unended(reader(table), now)
      .whereNotNull('calendar_id')
      .groupBy('calendar_id')
      .select('calendar_id')
      .count({ count: '*' });
    return new Map(
      rows.map((row: any) => [row.calendar_id, Number(row.count)]),
    );
  },

  /** Windows whose next openings are to be worked out. */
  async toExpand(reader: Reader, now: Date, limit: number): Promise<string[]> {
    const rows = unended(reader(table), now).where('expand_at', '<=', now);
    return rows.orderBy('expand_at').limit(limit).pluck('id');
  },

  async list(
    reader: Reader,
    query: MaintenanceQuery,
    now: Date,
  ): Promise<Page<Maintenance>> {
    const isPast = query.status === 'ended';
    const sort = isPast ? '-endedAt' : 'next';
    const direction = isPast ? 'desc' : 'asc';
    const filtered = () => reader(shown(reader, now)).where(only(query, now));
    const rows = filtered()
      .orderBy([
        { column: 'sort_at', order: direction },
        { column: 'id', order: direction },
      ])
      .limit(query.limit + 1);
    if (query.cursor) {
      const [at, id] = fromCursor(query.cursor, sort, ['instant', 'id']);
      rows.whereRaw(`(sort_at, id) ${isPast ? '<' : '>'} (?, ?)`, [
        new Date(Number(at)),
        id,
      ]);
    }
    const found: any[] = await rows;
    const [{ count }] = await filtered().count({ count: '*' });
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(row => toShown(row, now)),
      totalItems: Number(count),
      ...(found.length > query.limit && {
        nextCursor: toCursor(sort, [new Date(last.sort_at).getTime(), last.id]),
      }),
    };
  },

  async find(
    reader: Reader,
    id: string,
    now: Date,
  ): Promise<Maintenance | undefined> {
    const row = await reader(shown(reader, now)).where({ id }).first();
    return row && toShown(row, now);
  },
};

function unended(rows: any, now: Date): any {
  return rows.where((any: any) =>
    any.whereNull('over_at').orWhere('over_at', '>', now),
  );
}

/** Windows with what the clock and the alerts say of them. */
function shown(reader: Reader, now: Date) {
  const of = (column: string) =>
    reader(openings)
      .whereRaw('window_id = ??', [`${table}.id`])
      .where('ends_at', '>', now)
      .orderBy('starts_at')
      .limit(1)
      .select(column);
  const ids = reader(openings)
    .whereRaw('window_id = ??', [`${table}.id`])
    .select('id');
  const held = reader(alerts).whereIn('opening_id', ids).count('*');
  return reader(table)
    .select(
      `${table}.*`,
      of('starts_at').as('next_starts_at'),
      of('ends_at').as('next_ends_at'),
      reader
        .raw(
          'coalesce(case when over_at <= ? then over_at end, ?, created_at)',
          [now, of('starts_at')],
        )
        .wrap('', ' AS sort_at'),
      held.as('held'),
    )
    .as('shown');
}

function only({ status }: MaintenanceQuery, now: Date) {
  return (rows: any) => {
    if (status === 'ended') rows.where('over_at', '<=', now);
    else unended(rows, now);
    if (status === 'active') rows.where('next_starts_at', '<=', now);
    if (status === 'upcoming') {
      rows.where((any: any) =>
        any.whereNull('next_starts_at').orWhere('next_starts_at', '>', now),
      );
    }
  };
}

function toShown(row: any, now: Date): Maintenance {
  const next = row.next_starts_at && {
    startsAt: toInstant(row.next_starts_at),
    endsAt: toInstant(row.next_ends_at),
  };
  return shownWindow(toWindow(row), {
    ...{ now, held: Number(row.held) },
    ...(next && { next }),
  });
}

function toRow(window: KeptWindow) {
  return {
    id: window.id,
    title: window.title,
    reason: window.reason ?? null,
    entity_refs: JSON.stringify(window.entityRefs),
    schedule: JSON.stringify(window.schedule),
    origin: window.origin,
    calendar_id: window.calendar ?? null,
    source_key: window.sourceKey ?? null,
    created_by_type: window.createdBy.type,
    created_by_ref: window.createdBy.ref,
    created_at: new Date(window.createdAt),
    expand_at: toOptionalDate(window.expandAt),
    over_at: toOptionalDate(window.overAt),
    ended_by: window.endedBy?.slice(0, 255) ?? null,
  };
}

function toWindow(row: any): KeptWindow {
  return withoutEmpty({
    id: row.id,
    title: row.title,
    reason: row.reason,
    entityRefs: JSON.parse(row.entity_refs),
    schedule: JSON.parse(row.schedule),
    origin: row.origin,
    calendar: row.calendar_id,
    sourceKey: row.source_key,
    createdBy: { type: row.created_by_type, ref: row.created_by_ref },
    createdAt: toInstant(row.created_at),
    expandAt: toOptionalInstant(row.expand_at),
    overAt: toOptionalInstant(row.over_at),
    endedBy: row.ended_by,
  });
}
