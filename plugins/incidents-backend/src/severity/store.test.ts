import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { openDatabase, openEngines } from '../testing/engines';
import { schemeStore } from './store';

const engines = openEngines();
const now = new Date('2026-11-20T03:00:00.000Z');
const later = new Date('2026-11-21T03:00:00.000Z');

describe.each(engines.ids)('the scheme store on %s', id => {
  it('keeps what a level meant, since when it was first used', async () => {
    const database = await openDatabase(engines, id);
    const old = aScheme({ title: '標準', version: 'v1' });
    const today = aScheme({ title: 'Standard', version: 'v2' });
    const keep = (scheme: typeof old, at: Date) =>
      database.write(tx => schemeStore.keep(tx, scheme, at));
    await keep(old, now);
    await keep(today, later);
    await keep(old, later);
    const find = (version: string) => schemeStore.find(database.read, version);
    expect(await find('v1')).toEqual({
      ...old,
      firstUsedAt: now.toISOString(),
    });
    expect(await find('v2')).toEqual({
      ...today,
      firstUsedAt: later.toISOString(),
    });
    expect(await find('v3')).toBeUndefined();
  });
});
