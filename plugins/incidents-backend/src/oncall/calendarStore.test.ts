import { openDatabase, openEngines } from '../testing/engines';
import { calendarStore, type KeptCalendar } from './calendarStore';

const engines = openEngines();
const at = '2026-11-20T03:00:00.000Z';
const later = '2026-11-21T03:00:00.000Z';
const ada = { type: 'user' as const, ref: 'user:default/ada' };
const bo = { type: 'user' as const, ref: 'user:default/bo' };
const calendar = (about: Partial<KeptCalendar>): KeptCalendar => ({
  ...{ id: 'a', secretHash: 'hash', schedule: 'checkout', user: ada.ref },
  ...{ createdBy: ada, createdAt: at, ...about },
});

it.each(engines.ids)(
  'the store of calendar addresses on %s keeps them, lists those in use, and revokes each once',
  async id => {
    const database = await openDatabase(engines, id);
    const all = [
      calendar({ id: 'a' }),
      calendar({ id: 'b', schedule: undefined, createdAt: later }),
      calendar({ id: 'c', createdBy: bo }),
    ];
    await database.write(async tx => {
      for (const one of all) await calendarStore.add(tx, one);
    });
    const ids = async () =>
      (await calendarStore.madeBy(database.read, ada.ref)).map(one => one.id);
    expect(await calendarStore.find(database.read, 'a')).toEqual(all[0]);
    expect(await calendarStore.find(database.read, 'd')).toBeUndefined();
    expect(await ids()).toEqual(['b', 'a']);
    const revoke = () =>
      database.write(tx => calendarStore.revoke(tx, 'b', new Date(later)));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    expect(await ids()).toEqual(['a']);
    expect(await calendarStore.find(database.read, 'b')).toMatchObject({
      revokedAt: later,
    });
  },
);
