import { openDatabase, openEngines } from '../testing/engines';
import type { Database } from '../platform/database';
import { createAbsenceBook } from './absenceBook';
import { absenceStore, type KeptAbsences } from './absenceStore';

const engines = openEngines();
const at = '2026-11-20T03:00:00.000Z';
const ada = 'user:default/ada';

function kept(about: Partial<KeptAbsences> = {}): KeptAbsences {
  return {
    ...{ id: 'c1', user: ada, url: 'https://x.y/🔥', host: 'x.y', zone: 'UTC' },
    ...{ createdBy: { type: 'user', ref: ada }, createdAt: at },
    ...{ triedAt: at, readAt: at, failure: 'no', failingSince: at },
    absences: [{ id: 'a', user: ada, from: at, to: at, madeAt: at }],
    ...{ remarks: ['An event \u0000 is left out.'], version: 3 },
    ...about,
  };
}

describe.each(engines.ids)('calendars of absences on %s', id => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });
  const save = (one: KeptAbsences) =>
    database.write(tx => absenceStore.save(tx, one));

  it('are kept whole, and written over', async () => {
    await save(kept());
    expect(await absenceStore.find(database.read, 'c1')).toEqual(kept());
    expect(await absenceStore.find(database.read, 'c2')).toBeUndefined();
    const { url, zone, createdBy, failure, failingSince, ...bare } = kept();
    await save(bare);
    expect(await absenceStore.find(database.read, 'c1')).toEqual(bare);
    const held = database.write(tx => absenceStore.hold(tx, 'c1'));
    expect(await held).toEqual(bare);
  });

  it('are those of one person, newest first, without those that were revoked', async () => {
    await save(kept({ id: 'old' }));
    await save(kept({ id: 'new', createdAt: '2026-11-21T03:00:00.000Z' }));
    await save(kept({ id: 'gone', revokedAt: at }));
    await save(kept({ id: 'other', user: 'user:default/bo' }));
    const mine = await absenceStore.of(database.read, ada);
    expect(mine.map(one => one.id)).toEqual(['new', 'old']);
    const all = await absenceStore.all(database.read);
    expect(all.map(one => one.id)).toEqual(['gone', 'new', 'old', 'other']);
  });

  it('are read again only when one of them is another', async () => {
    const book = createAbsenceBook({ database });
    expect((await book.read()).byUser.size).toBe(0);
    await save(kept());
    await save(kept({ id: 'c2' }));
    const first = await book.read();
    expect(first.byUser.get(ada)).toHaveLength(2);
    expect(await book.read()).toBe(first);
    await save(kept({ absences: [], version: 4 }));
    expect((await book.read()).byUser.get(ada)).toHaveLength(1);
  });
});
