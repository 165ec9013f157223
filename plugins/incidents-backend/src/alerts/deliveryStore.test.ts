import { openDatabase, openEngines } from '../testing/engines';
import { deliveryStore, nameOf } from './deliveryStore';

const engines = openEngines();
const now = new Date('2026-11-20T03:00:00.000Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

describe.each(engines.ids)('the delivery store on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  /** `p/1` is the hash of a body; `p/#1` is the vendor's own name of a delivery. */
  const claimAt = async (at: Date, ...names: string[]) => {
    const keys = names.map(name => {
      const [integration, key] = name.split('/');
      return { integration, key, isVendors: key.startsWith('#') };
    });
    const times = { now: at, sameUntil: new Date(at.getTime() - 600_000) };
    const fresh = await database.write(tx =>
      deliveryStore.claim(tx, keys, times),
    );
    return [...fresh].map(name => name.replace('\n', '/')).sort();
  };
  const claim = (...names: string[]) => claimAt(now, ...names);
  it('knows which deliveries are new', async () => {
    expect(await claim('p/1', 'p/2')).toEqual(['p/1', 'p/2']);
    expect(await claim('p/2', 'p/3')).toEqual(['p/3']);
    expect(await claim('p/1', 'p/2', 'p/3')).toEqual([]);
  });

  it('knows them by integration', async () => {
    await claim('p/1');
    expect(await claim('q/1', 'p/1')).toEqual(['q/1']);
  });

  it('takes one that comes twice at once for one', async () => {
    expect(await claim('p/1', 'p/1')).toEqual(['p/1']);
  });

  it.each([
    ['a minute', 1 / 60, []],
    ['ten minutes', 1 / 6, []],
    ['an hour, when they are a reminder', 1, ['p/1']],
  ])('meets equal bytes after %s', async (_, after, fresh) => {
    await claim('p/1');
    expect(await claimAt(hours(after), 'p/1')).toEqual(fresh);
    expect(await claimAt(hours(after), 'p/1')).toEqual([]);
  });

  it('takes what a vendor calls the same for the same, however late', async () => {
    expect(await claim('p/#1', 'p/1')).toEqual(['p/#1', 'p/1']);
    expect(await claimAt(hours(100), 'p/#1', 'p/#2')).toEqual(['p/#2']);
  });

  it.each([500, 501, 1_000])('claims %d at once', async count => {
    const names = Array.from({ length: count }, (_, i) => `p/${i}`);
    expect(await claim(...names)).toHaveLength(count);
    expect(await claim(...names)).toEqual([]);
  });

  it('lets one of two win who claim the same at the same time', async () => {
    const wins = await Promise.all(
      Array.from({ length: 10 }, () => claim('p/1')),
    );
    expect(wins.flat()).toEqual(['p/1']);
  });

  it('gives back what was claimed when nothing came of it', async () => {
    const failing = database.write(async tx => {
      const key = { integration: 'p', key: '1', isVendors: false };
      await deliveryStore.claim(tx, [key], { now, sameUntil: now });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await claim('p/1')).toEqual(['p/1']);
  });

  it('forgets what is older than asked for, and nothing else', async () => {
    await claim('p/1');
    await database.write(tx => deliveryStore.forget(tx, now));
    expect(await claim('p/1')).toEqual([]);
    await database.write(tx => deliveryStore.forget(tx, hours(1)));
    expect(await claim('p/1')).toEqual(['p/1']);
  });
});

it('a delivery has a name of its own, whatever its key', () => {
  expect(nameOf({ integration: 'a', key: 'b' })).toBe('a\nb');
});
