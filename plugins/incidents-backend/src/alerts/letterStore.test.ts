import { deadLetterQuerySchema } from 'backstage-plugin-incidents-common/schemas';
import type { DeadLetter } from 'backstage-plugin-incidents-common';
import { openDatabase, openEngines } from '../testing/engines';
import { walkPages } from '../testing/walkPages';
import { letterStore } from './letterStore';

const engines = openEngines();
const now = new Date('2026-11-20T03:00:00.000Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

const letter = (n: number, about: Partial<DeadLetter> = {}): DeadLetter => ({
  id: `d${n}`,
  integration: 'prometheus',
  receivedAt: hours(n).toISOString(),
  reason: 'The body is not JSON',
  body: '{',
  ...about,
});

describe.each(engines.ids)('dead letters on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const bury = (...letters: DeadLetter[]) =>
    database.write(async tx => {
      for (const one of letters) await letterStore.bury(tx, one);
    });
  const list = (query: object = {}) =>
    letterStore.listDead(database.read, deadLetterQuerySchema.parse(query));

  it('keeps them as they came, newest first', async () => {
    const full = letter(2, { contentType: 'text/plain', body: 'ログ 🔥 "\\' });
    await bury(letter(1), full);
    expect(await list()).toEqual({
      items: [full, letter(1)],
      totalItems: 2,
    });
  });

  it('keeps a body of a million characters', async () => {
    await bury(letter(1, { body: 'x'.repeat(1_000_000) }));
    expect((await list()).items[0].body).toHaveLength(1_000_000);
  });

  it('shows dead letters of one integration', async () => {
    await bury(letter(1), letter(2, { integration: 'grafana' }));
    const { items, totalItems } = await list({ integration: 'grafana' });
    expect([items.map(d => d.id), totalItems]).toEqual([['d2'], 1]);
    expect((await list({ integration: 'none' })).totalItems).toBe(0);
  });

  it.each([1, 2, 9, 10])(
    'meets each of ten dead letters once, %d at a time, though several came at once',
    async limit => {
      const letters = Array.from({ length: 10 }, (_, i) =>
        letter(i, { receivedAt: hours(Math.floor(i / 3)).toISOString() }),
      );
      await bury(...letters);
      const walk = await walkPages(cursor => list({ limit, cursor }));
      expect(walk.items.map(d => d.id)).toEqual(
        letters.map(d => d.id).reverse(),
      );
      expect(walk.totalItems).toBe(10);
    },
  );

  it('counts dead letters, since when', async () => {
    expect(await letterStore.countDead(database.read)).toEqual({ count: 0 });
    await bury(letter(5), letter(3));
    expect(await letterStore.countDead(database.read)).toEqual({
      count: 2,
      since: hours(3).toISOString(),
    });
  });

  it('names the oldest of an integration, and of some those that are there', async () => {
    await bury(
      letter(3),
      letter(1),
      letter(2, { integration: 'grafana' }),
      letter(4),
    );
    const { read } = database;
    expect(await letterStore.oldestOf(read, 'prometheus', 2)).toEqual([
      'd1',
      'd3',
    ]);
    expect(await letterStore.inOrder(read, ['d4', 'd2', 'd9'])).toEqual([
      'd2',
      'd4',
    ]);
    expect(await letterStore.find(read, 'd9')).toBeUndefined();
  });

  it('forgets what is older than asked for, and says of whom', async () => {
    await bury(letter(-2), letter(-1), letter(0));
    await bury(letter(-3, { integration: 'grafana' }));
    const forget = (at: Date) =>
      database.write(tx => letterStore.forget(tx, at));
    expect(await forget(now)).toEqual([
      { integration: 'grafana', count: 1 },
      { integration: 'prometheus', count: 2 },
    ]);
    expect((await list()).items.map(d => d.id)).toEqual(['d0']);
    expect(await forget(now)).toEqual([]);
  });
});
