import type { HandoverNote } from 'backstage-plugin-incidents-common';
import { openDatabase, openEngines } from '../testing/engines';
import { WriteConflict, type Database } from '../platform/database';
import { writeRows } from '../platform/writeRows';
import { noteStore } from './noteStore';

const engines = openEngines();
const at = '2026-11-20T08:00:00.000Z';
const ada = { type: 'user' as const, ref: 'user:default/ada' };
const bo = { type: 'user' as const, ref: 'user:default/bo' };

function aNote(about: Partial<HandoverNote> = {}): HandoverNote {
  return {
    ...{ id: 'h1', schedule: 'till', text: '静か 🔥', version: 1 },
    shift: {
      ...{ level: 1, levelName: 'Primary' },
      person: { ref: ada.ref, displayName: 'Ada' },
      ...{ from: '2026-11-19T08:00:00.000Z', to: at },
    },
    ...{ createdAt: at, createdBy: ada, updatedAt: at, updatedBy: ada },
    ...about,
  };
}

describe.each(engines.ids)('the store of notes on %s', id => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const write = (...some: HandoverNote[]) =>
    database.read.transaction(async tx => {
      for (const note of some) await writeRows(tx, noteStore.toWrite(note));
    });

  it('keeps all of a note and of what it said before, and finds it by its shift', async () => {
    const first = aNote();
    const next = {
      ...{ ...first, version: 2, text: 'a\u0000b', updatedBy: bo },
      updatedAt: '2026-11-20T09:00:00.000Z',
    };
    await write(first);
    const of = {
      ...{ schedule: 'till', level: 1, person: ada.ref },
      from: new Date(first.shift.from),
    };
    expect(await noteStore.find(database.read, of)).toEqual(first);
    await write({ ...next, createdAt: '2026-11-21T09:00:00.000Z' });
    const after = { ...next, text: 'ab' };
    expect(await noteStore.find(database.read, of)).toEqual(after);
    expect(await noteStore.read(database.read, 'till', 'h1')).toEqual({
      ...after,
      versions: [
        { version: 2, text: 'ab', at: next.updatedAt, by: bo },
        { version: 1, text: '静か 🔥', at, by: ada },
      ],
    });
    for (const other of [{ level: 2 }, { person: bo.ref }, { schedule: 'x' }]) {
      expect(
        await noteStore.find(database.read, { ...of, ...other }),
      ).toBeUndefined();
    }
    expect(await noteStore.read(database.read, 'x', 'h1')).toBeUndefined();
  });

  it('is not written over by who read an earlier version, and has one note for a shift', async () => {
    await write(aNote(), aNote({ version: 2 }));
    await expect(write(aNote({ version: 2 }))).rejects.toThrow();
    await expect(write(aNote({ version: 4 }))).rejects.toThrow(WriteConflict);
    await expect(write(aNote({ id: 'h2' }))).rejects.toThrow(/unique/i);
  });

  it('lists those of the latest shifts first, page by page', async () => {
    const of = (name: string, from: number, to: number, schedule = 'till') =>
      aNote({
        ...{ id: name, schedule },
        shift: {
          ...aNote().shift,
          from: new Date(Date.UTC(2026, 10, from)).toISOString(),
          to: new Date(Date.UTC(2026, 10, to)).toISOString(),
        },
      });
    await write(
      of('a', 1, 2),
      of('b', 2, 3),
      of('c', 3, 3),
      of('d', 1, 4, 'x'),
    );
    const page = await noteStore.list(database.read, 'till', { limit: 2 });
    expect(page.items.map(one => one.id)).toEqual(['c', 'b']);
    expect(page.totalItems).toBe(3);
    const rest = await noteStore.list(database.read, 'till', {
      ...{ limit: 2, cursor: page.nextCursor },
    });
    expect(rest.items.map(one => one.id)).toEqual(['a']);
    expect(rest.nextCursor).toBeUndefined();
  });
});
