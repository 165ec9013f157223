import { openDatabase, openEngines } from '../testing/engines';
import type { Database } from '../platform/database';
import { remoteStore, type KeptRemote } from './remoteStore';

const engines = openEngines();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 3, minute));

function kept(about: Partial<KeptRemote> = {}): KeptRemote {
  return {
    ...{ provider: 'rota', target: 'shop', triedAt: at(5), readAt: at(5) },
    answer: {
      ...{ subject: 'Shop', because: 'It says so.', to: at(50) },
      shifts: [
        {
          ...{ level: 1, levelName: 'Primary', from: at(0), to: at(30) },
          person: { name: '絵子 🔥 \u0000', email: 'e@example.test' },
        },
        { ...{ level: 2, levelName: 'x', from: at(0) }, person: { name: 'B' } },
      ],
    },
    ...about,
  };
}

describe.each(engines.ids)('answers of remote providers on %s', id => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });
  const save = (one: KeptRemote) =>
    database.write(tx => remoteStore.save(tx, one));
  const find = (target = 'shop') =>
    remoteStore.find(database.read, { provider: 'rota', target });

  it('are kept whole, one for a target', async () => {
    await save(kept());
    await save(kept({ target: '' }));
    expect(await find()).toEqual(kept());
    expect(await find('other')).toBeUndefined();
    const failing = kept({
      ...{ triedAt: at(9), failure: 'it answers 503', failingSince: at(7) },
    });
    await save(failing);
    expect(await find()).toEqual(failing);
    await save(kept({ triedAt: at(11), readAt: at(11) }));
    expect(await find()).not.toHaveProperty('failure');
  });

  it('are listed without what was said, and forgotten when nobody asks', async () => {
    await save(kept());
    await save(kept({ target: 'old', triedAt: at(1) }));
    const { answer, ...bare } = kept();
    expect(await remoteStore.tries(database.read)).toEqual(
      expect.arrayContaining([
        bare,
        { ...bare, target: 'old', triedAt: at(1) },
      ]),
    );
    const forget = (before: Date) =>
      database.write(tx => remoteStore.forget(tx, before));
    expect(await forget(at(5))).toBe(1);
    expect(await find('old')).toBeUndefined();
    expect(await find()).toEqual(kept());
  });
});
