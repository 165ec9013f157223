import { openDatabase, openEngines } from '../testing/engines';
import { walkPages } from '../testing/walkPages';
import { keyOf, numberOf, type NewEntry } from './entry';
import { timelineStore } from './store';

const engines = openEngines();
const now = new Date('2026-11-20T03:00:00.000Z');
const later = new Date('2026-11-20T03:00:10.000Z');

const entry = (n: number, about: Partial<NewEntry> = {}): NewEntry => ({
  id: `e${n}`,
  at: now.toISOString(),
  kind: 'note.added',
  actor: { type: 'user', ref: 'user:default/ada' },
  text: `note ${n}`,
  details: {},
  incidentKey: 'INC-1',
  ...about,
});

describe.each(engines.ids)('the timeline store on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });

  const append = (...entries: NewEntry[]) =>
    database.write(tx => timelineStore.append(tx, entries));
  const list = (page: Partial<Parameters<typeof timelineStore.list>[2]> = {}) =>
    timelineStore.list(
      database.read,
      { incidentKey: 'INC-1' },
      { order: 'oldest', limit: 100, ...page },
    );
  const unpublished = async (before: Date, limit = 100) =>
    (await timelineStore.findUntold(database.read, before, limit)).map(
      ({ entries }) => entries.map(({ id: entryId }) => entryId),
    );

  it('gives back an entry as it was written', async () => {
    const full = entry(1, {
      text: '再起動 **done** 🔥',
      details: { from: 'a', to: null, list: [1, { b: 'ログ' }], n: '\u0000' },
      alertId: 'a1',
    });
    await append(full);
    expect(await list()).toEqual({ items: [full], totalItems: 1 });
  });

  it('writes nothing when there is nothing to write', async () => {
    await append();
    expect(await list()).toEqual({ items: [], totalItems: 0 });
  });

  it('tells what happened to one incident in the order in which it was written', async () => {
    await append(entry(3), entry(1), entry(9, { incidentKey: 'INC-2' }));
    await append(
      entry(2, { at: '2026-11-19T00:00:00.000Z' }),
      entry(8, { incidentKey: undefined }),
    );
    const ids = async (order: 'newest' | 'oldest') =>
      (await list({ order })).items.map(item => item.id);
    expect(await ids('oldest')).toEqual(['e3', 'e1', 'e2']);
    expect(await ids('newest')).toEqual(['e2', 'e1', 'e3']);
  });

  it.each(
    [1, 4, 11, 12, 13].flatMap(limit => [
      { limit, order: 'oldest' as const },
      { limit, order: 'newest' as const },
    ]),
  )(
    'meets each of twelve entries once, $limit at a time, $order first',
    async page => {
      await append(...Array.from({ length: 12 }, (_, i) => entry(i)));
      const walk = await walkPages(cursor => list({ ...page, cursor }));
      const texts = Array.from({ length: 12 }, (_, i) => `note ${i}`);
      expect(walk.items.map(({ text }) => text)).toEqual(
        page.order === 'oldest' ? texts : texts.reverse(),
      );
      expect(walk.totalItems).toBe(12);
      expect(walk.pages).toBe(Math.ceil(12 / page.limit));
    },
  );

  it.each([500, 501, 1_200])('writes %d at once', async count => {
    await append(...Array.from({ length: count }, (_, i) => entry(i)));
    expect((await list()).totalItems).toBe(count);
  });

  it('knows what nobody was told of for too long, commit by commit, the oldest first', async () => {
    await append(entry(1), entry(2));
    await append(entry(3));
    await append(entry(4, { at: later.toISOString() }));
    expect(await unpublished(later)).toEqual([['e1', 'e2'], ['e3']]);
    expect(await unpublished(later, 1)).toEqual([['e1', 'e2']]);
    expect(await unpublished(now)).toEqual([]);
    await database.write(tx => timelineStore.markTold(tx, ['e1']));
    expect(await unpublished(new Date(later.getTime() + 1))).toEqual([
      ['e3'],
      ['e4'],
    ]);
  });
});

describe('the key of an incident', () => {
  it.each([
    ['INC-1', 1],
    ['INC-999999999', 999_999_999],
    ['INC-0', 0],
    ['INC-1234567890', 0],
    ['inc-1', 0],
    ['INC-', 0],
    ['INC-1x', 0],
    ['1', 0],
    ['', 0],
  ])('%j has the number %d', (key, n) => {
    expect(numberOf(key)).toBe(n);
  });

  it('is made of its number', () => {
    expect(numberOf(keyOf(42))).toBe(42);
  });
});
