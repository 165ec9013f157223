import { changed, keyed, moved, nextKey, without } from './keyedList';

const list = keyed([{ name: 'ada' }, { name: 'bo' }, { name: 'cy' }]);
const names = (items: { name: string }[]) => items.map(({ name }) => name);

describe('a list whose items are known apart', () => {
  it.each<[number, 1 | -1, string]>([
    [0, 1, 'bo ada cy'],
    [2, -1, 'ada cy bo'],
    [0, -1, 'ada bo cy'],
    [2, 1, 'ada bo cy'],
    [7, 1, 'ada bo cy'],
  ])('moves %i by %i', (key, by, after) => {
    expect(names(moved(list, key, by)).join(' ')).toBe(after);
  });

  it('gives a new one a key that no other has, wherever they are', () => {
    expect(nextKey(moved(list, 2, -1))).toBe(3);
    expect(nextKey(without(list, 0))).toBe(3);
    expect(nextKey([])).toBe(0);
  });

  it('changes one and leaves the others', () => {
    expect(names(changed(list, 1, { name: 'bea' }))).toEqual([
      ...['ada', 'bea', 'cy'],
    ]);
  });
});
