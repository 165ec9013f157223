import type {
  Actor,
  Page,
  ScheduleDefinition,
  ScheduleQuery,
} from 'backstage-plugin-incidents-common';
import {
  likePattern,
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import { canHold, type Reader, type Tx } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';

const table = 'incidents_schedules';
/** The only one there is of schedules. */
const sort = 'name';

/** A schedule as it is kept. */
export type KeptSchedule = {
  definition: ScheduleDefinition;
  /** One more with each write. */
  version: number;
  createdAt: string;
  createdBy: Actor;
  updatedAt: string;
  updatedBy: Actor;
  archivedAt?: string;
};

export const scheduleStore = {
  /** What is to be written, together with what the timeline tells of it. Its version is one more than the one that was read. */
  toWrite(schedule: KeptSchedule): RowWrite {
    const except = ['created_by_type', 'created_by_ref', 'created_at'];
    return {
      ...{ table, rows: [toRow(schedule)] },
      ...(schedule.version > 1 && { replace: { key: 'name', except } }),
    };
  },

  async find(reader: Reader, name: string): Promise<KeptSchedule | undefined> {
    const row = await reader(table).where({ name }).first();
    return row && toSchedule(row);
  },

  /** Held against other writers until `tx` ends. */
  async hold(tx: Tx, name: string): Promise<KeptSchedule | undefined> {
    const query = tx(table).where({ name });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toSchedule)[0];
  },

  async count(reader: Reader): Promise<number> {
    const [{ count }] = await reader(table).count({ count: '*' });
    return Number(count);
  },

  async list(
    reader: Reader,
    query: ScheduleQuery,
  ): Promise<Page<KeptSchedule>> {
    const filtered = () => only(reader(table), query);
    const rows = filtered()
      .orderBy('name')
      .limit(query.limit + 1);
    if (query.cursor) {
      const [name] = fromCursor(query.cursor, sort, ['name']);
      rows.where('name', '>', name);
    }
    const found: any[] = await rows;
    const [{ count }] = await filtered().count({ count: '*' });
    const page = found.slice(0, query.limit).map(toSchedule);
    const last = page.at(-1)?.definition.name;
    return {
      items: page,
      totalItems: Number(count),
      ...(last &&
        found.length > query.limit && { nextCursor: toCursor(sort, [last]) }),
    };
  },

  /** Those that were in use at some time since an instant, by name, behind another. */
  async usedSince(
    reader: Reader,
    asked: { since: Date; after: string; limit: number },
  ): Promise<KeptSchedule[]> {
    const rows = await reader(table)
      .where('name', '>', asked.after)
      .where((any: any) =>
        any.whereNull('archived_at').orWhere('archived_at', '>', asked.since),
      )
      .orderBy('name')
      .limit(asked.limit);
    return rows.map(toSchedule);
  },

  /** Which version each has, without its definition. One in the archive is another version than it was before. */
  async versions(
    reader: Reader,
  ): Promise<Array<{ name: string; version: number; updatedAt: string }>> {
    const rows = await reader(table)
      .orderBy('name')
      .select('name', 'version', 'updated_at');
    return rows.map(({ name, version, updated_at: at }) => ({
      ...{ name, version, updatedAt: toInstant(at) },
    }));
  },

  /** Those that are not archived and in which a user is named at all, by name. */
  async naming(reader: Reader, user: string): Promise<KeptSchedule[]> {
    const named = likePattern(JSON.stringify(user));
    const rows = await reader(table)
      .whereNull('archived_at')
      .whereRaw("definition LIKE ? ESCAPE '\\'", [named])
      .orderBy('name');
    return rows.map(toSchedule);
  },
};

function only(rows: any, { q, archived = false }: ScheduleQuery): any {
  if (archived) rows.whereNotNull('archived_at');
  else rows.whereNull('archived_at');
  if (q) {
    const pattern = likePattern(q);
    rows.where((any: any) =>
      any
        .whereRaw("name LIKE ? ESCAPE '\\'", [pattern])
        .orWhereRaw("lower(title) LIKE ? ESCAPE '\\'", [pattern]),
    );
  }
  return rows;
}

function toRow({ definition, ...schedule }: KeptSchedule) {
  return {
    name: definition.name,
    // JSON escapes the character that PostgreSQL cannot keep.
    title: definition.title.replaceAll('\u0000', ''),
    definition: JSON.stringify(definition),
    version: schedule.version,
    created_by_type: schedule.createdBy.type,
    created_by_ref: schedule.createdBy.ref,
    created_at: new Date(schedule.createdAt),
    updated_by_type: schedule.updatedBy.type,
    updated_by_ref: schedule.updatedBy.ref.slice(0, 255),
    updated_at: new Date(schedule.updatedAt),
    archived_at: toOptionalDate(schedule.archivedAt),
  };
}

function toSchedule(row: any): KeptSchedule {
  return withoutEmpty({
    definition: JSON.parse(row.definition),
    version: row.version,
    createdAt: toInstant(row.created_at),
    createdBy: { type: row.created_by_type, ref: row.created_by_ref },
    updatedAt: toInstant(row.updated_at),
    updatedBy: { type: row.updated_by_type, ref: row.updated_by_ref },
    archivedAt: toOptionalInstant(row.archived_at),
  });
}
