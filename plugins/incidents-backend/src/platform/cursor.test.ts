import { fromCursor, toCursor } from './cursor';

const encoded = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it.each([[[1]], [[1, 1_763_607_600_000, 42]], [[1_763_607_600_000, 'a7-é']]])(
    'leads back to %j',
    position => {
      expect(fromCursor(toCursor(position), position.length)).toEqual(position);
    },
  );

  it('can stand in an address', () => {
    expect(toCursor(['>>>???', 'ÿÿÿ'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['text', 'nonsense'],
    ['base64 that is no JSON', Buffer.from('[1').toString('base64url')],
    ['an object', encoded({ length: 2 })],
    ['a text', encoded('ab')],
    ['null', encoded(null)],
    ['too few values', encoded([1])],
    ['too many values', encoded([1, 2, 3])],
    ['a value that is no position', encoded([1, null])],
    ['a list in a list', encoded([1, [2]])],
  ])('that is %s is refused with a sentence', (_, text) => {
    expect(() => fromCursor(text, 2)).toThrow(
      'cursor must be the nextCursor of an earlier answer with the same sort',
    );
  });
});
