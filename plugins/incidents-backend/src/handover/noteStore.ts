import type {
  Actor,
  HandoverNote,
  HandoverNoteDetail,
  Page,
} from 'backstage-plugin-incidents-common';
import { toInstant } from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import { canHold, type Reader, type Tx } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';

const notes = 'incidents_handover_notes';
const versions = 'incidents_handover_versions';
/** The only one there is of notes. */
const sort = '-shiftTo';

/** Which shift a note is about. */
export type NoteOf = {
  schedule: string;
  level: number;
  person: string;
  from: Date;
};

export const noteStore = {
  /** A note as it is from now on, and what it says, to be kept. Its version is one more than the one that was read. */
  toWrite(note: HandoverNote): RowWrite[] {
    const except = ['created_by_type', 'created_by_ref', 'created_at'];
    return [
      {
        ...{ table: notes, rows: [toRow(note)] },
        ...(note.version > 1 && { replace: { key: 'id', except } }),
      },
      { table: versions, rows: [toVersionRow(note)] },
    ];
  },

  async find(
    reader: Reader,
    { schedule, level, person, from }: NoteOf,
  ): Promise<HandoverNote | undefined> {
    const row = await reader(notes)
      .where({ schedule, level, person_ref: person, shift_from: from })
      .first();
    return row && toNote(row);
  },

  /** Held against other writers until `tx` ends. */
  async hold(
    tx: Tx,
    schedule: string,
    id: string,
  ): Promise<HandoverNote | undefined> {
    const query = tx(notes).where({ schedule, id });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toNote)[0];
  },

  async read(
    reader: Reader,
    schedule: string,
    id: string,
  ): Promise<HandoverNoteDetail | undefined> {
    const row = await reader(notes).where({ schedule, id }).first();
    if (!row) return undefined;
    const kept = await reader(versions)
      .where('note_id', id)
      .orderBy('version', 'desc');
    return { ...toNote(row), versions: kept.map(toVersion) };
  },

  async list(
    reader: Reader,
    schedule: string,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<HandoverNote>> {
    const rows = reader(notes)
      .where({ schedule })
      .orderBy([
        { column: 'shift_to', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (cursor) {
      const [to, id] = fromCursor(cursor, sort, ['instant', 'id']);
      const end = new Date(Number(to));
      rows.where((any: any) =>
        any
          .where('shift_to', '<', end)
          .orWhere((same: any) =>
            same.where('shift_to', end).where('id', '<', id),
          ),
      );
    }
    const found: any[] = await rows;
    const [{ count }] = await reader(notes)
      .where({ schedule })
      .count({ count: '*' });
    const items = found.slice(0, limit).map(toNote);
    const last = items.at(-1);
    return {
      ...{ items, totalItems: Number(count) },
      ...(last &&
        found.length > limit && {
          nextCursor: toCursor(sort, [Date.parse(last.shift.to), last.id]),
        }),
    };
  },
};

/** PostgreSQL cannot keep the character NUL. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}

function toRow(note: HandoverNote) {
  const { shift, createdBy, updatedBy } = note;
  return {
    ...{ id: note.id, schedule: note.schedule, level: shift.level },
    level_name: shift.levelName,
    person_ref: shift.person.ref,
    person_name: storable(shift.person.displayName),
    shift_from: new Date(shift.from),
    shift_to: new Date(shift.to),
    ...{ text: storable(note.text), version: note.version },
    created_by_type: createdBy.type,
    created_by_ref: createdBy.ref.slice(0, 255),
    created_at: new Date(note.createdAt),
    updated_by_type: updatedBy.type,
    updated_by_ref: updatedBy.ref.slice(0, 255),
    updated_at: new Date(note.updatedAt),
  };
}

function toVersionRow({ id, version, text, ...note }: HandoverNote) {
  return {
    ...{ note_id: id, version, text: storable(text) },
    by_type: note.updatedBy.type,
    by_ref: note.updatedBy.ref.slice(0, 255),
    at: new Date(note.updatedAt),
  };
}

function toNote(row: any): HandoverNote {
  return {
    ...{ id: row.id, schedule: row.schedule },
    shift: {
      ...{ level: row.level, levelName: row.level_name },
      person: { ref: row.person_ref, displayName: row.person_name },
      from: toInstant(row.shift_from),
      to: toInstant(row.shift_to),
    },
    ...{ text: row.text, version: row.version },
    createdAt: toInstant(row.created_at),
    createdBy: actorOf(row.created_by_type, row.created_by_ref),
    updatedAt: toInstant(row.updated_at),
    updatedBy: actorOf(row.updated_by_type, row.updated_by_ref),
  };
}

function toVersion(row: any): HandoverNoteDetail['versions'][number] {
  return {
    ...{ version: row.version, text: row.text, at: toInstant(row.at) },
    by: actorOf(row.by_type, row.by_ref),
  };
}

function actorOf(type: Actor['type'], ref: string): Actor {
  return { type, ref };
}
