import { aSchedule } from '../testing/oncall/aSchedule';
import { openDatabase, openEngines } from '../testing/engines';
import { WriteConflict, type Database } from '../platform/database';
import { writeRows } from '../platform/writeRows';
import { scheduleStore, type KeptSchedule } from './scheduleStore';

const engines = openEngines();
const at = '2026-11-20T03:00:00.000Z';
const ada = { type: 'user' as const, ref: 'user:default/ada' };
const bo = { type: 'user' as const, ref: 'user:default/bo' };

function kept(about: Partial<KeptSchedule> = {}): KeptSchedule {
  return {
    ...{ definition: aSchedule(), version: 1 },
    ...{ createdAt: at, createdBy: ada, updatedAt: at, updatedBy: ada },
    ...about,
  };
}

const named = (name: string, title = name) =>
  kept({ definition: aSchedule({ name, title }) });

describe.each(engines.ids)('the schedule store on %s', id => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const write = (...schedules: KeptSchedule[]) =>
    database.write(tx =>
      writeRows(
        tx,
        schedules.map(one => scheduleStore.toWrite(one)),
      ),
    );
  const names = async (about: object = {}) => {
    const query = { limit: 10, ...about };
    const { items } = await scheduleStore.list(database.read, query);
    return items.map(({ definition }) => definition.name);
  };

  it('keeps all of a schedule, in any writing, and who made it', async () => {
    const first = kept({
      definition: aSchedule({ title: '決済 🔥 \u0000', absences: [] }),
    });
    await write(first);
    expect(await scheduleStore.find(database.read, 'checkout')).toEqual(first);
    const next = {
      ...{ ...first, version: 2, createdBy: bo, createdAt: 'never' },
      ...{ updatedBy: bo, updatedAt: '2026-11-21T03:00:00.000Z' },
      archivedAt: '2026-11-21T03:00:00.000Z',
    };
    await write({ ...next, createdAt: at });
    expect(await scheduleStore.find(database.read, 'checkout')).toEqual({
      ...next,
      ...{ createdAt: at, createdBy: ada },
    });
    expect(await scheduleStore.find(database.read, 'gone')).toBeUndefined();
  });

  it('is not written over by who read an earlier version', async () => {
    await write(kept());
    await write(kept({ version: 2 }));
    const late = database.read.transaction(tx =>
      writeRows(tx, [scheduleStore.toWrite(kept({ version: 2 }))]),
    );
    await expect(late).rejects.toThrow(WriteConflict);
  });

  it('lists by name, page by page, what is in use or what is not', async () => {
    const archived = { ...named('old'), archivedAt: at };
    await write(named('b'), named('a'), named('c', 'Übermut 100%'), archived);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await names({ archived: true })).toEqual(['old']);
    expect(await names({ q: 'MUT 100%' })).toEqual(['c']);
    expect(await names({ q: 'a' })).toEqual(['a']);
    expect(await names({ q: '%' })).toEqual(['c']);
    const query = { limit: 2 };
    const page = await scheduleStore.list(database.read, query);
    expect(page).toMatchObject({ totalItems: 3 });
    expect(await names({ limit: 2, cursor: page.nextCursor })).toEqual(['c']);
  });

  it('finds the schedules in which somebody is named, and not those of who is called alike', async () => {
    const of = (name: string, user: string) =>
      kept({ definition: aSchedule({ name }, { participants: [user] }) });
    await write(of('a', 'user:default/a_a'), of('b', 'user:default/aba'));
    await write(of('c', 'user:default/a_a-2'));
    await write({ ...of('d', 'user:default/a_a'), archivedAt: at });
    const found = await scheduleStore.naming(database.read, 'user:default/a_a');
    expect(found.map(({ definition }) => definition.name)).toEqual(['a']);
  });

  it('finds what was in use at some time since an instant, part by part', async () => {
    const gone = { ...named('b'), archivedAt: at };
    await write(named('a'), gone, named('c'), named('d'));
    const used = async (about: object) => {
      const found = await scheduleStore.usedSince(database.read, {
        ...{
          since: new Date('2026-11-20T02:59:59.999Z'),
          after: '',
          limit: 10,
        },
        ...about,
      });
      return found.map(({ definition }) => definition.name);
    };
    expect(await used({})).toEqual(['a', 'b', 'c', 'd']);
    expect(await used({ since: new Date(at) })).toEqual(['a', 'c', 'd']);
    expect(await used({ after: 'a', limit: 2 })).toEqual(['b', 'c']);
  });

  it('counts all, the archive too', async () => {
    await write(named('a'), { ...named('b'), archivedAt: at });
    expect(await scheduleStore.count(database.read)).toBe(2);
  });
});
