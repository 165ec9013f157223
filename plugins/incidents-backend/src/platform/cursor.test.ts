import { fromCursor, toCursor, type CursorPart } from './cursor';

const encoded = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

const sort = '-startedAt';
const parts: CursorPart[] = ['instant', 'id'];
const sentence =
  'cursor must be the nextCursor of an earlier answer with the same sort';

describe('a cursor', () => {
  it.each<[Array<string | number>, CursorPart[]]>([
    [[0], ['instant']],
    [
      [1, 1_763_607_600_000, 42],
      ['integer', 'instant', 'integer'],
    ],
    [[1_763_607_600_000, '019a9f3e-7f00-7abc'], parts],
    [[2 ** 40], ['sequence']],
  ])('leads back to %j', (position, ofParts) => {
    const cursor = toCursor(sort, position);
    expect(fromCursor(cursor, sort, ofParts)).toEqual(position);
  });

  it('can stand in an address', () => {
    expect(toCursor('>>>???', ['ÿÿÿ'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['text', 'nonsense'],
    ['base64 that is no JSON', Buffer.from('[1').toString('base64url')],
    ['an object', encoded({ length: 3 })],
    ['a text in JSON', encoded('abc')],
    ['null', encoded(null)],
    ['of another sort', toCursor('startedAt', [1, 'a'])],
    ['too few values', toCursor(sort, [1])],
    ['too many values', toCursor(sort, [1, 'a', 'b'])],
    ['a value that is no position', encoded([sort, 1, null])],
    ['a list in a list', encoded([sort, 1, ['a']])],
    ['an instant that is text', encoded([sort, '1', 'a'])],
    ['an instant that no calendar has', encoded([sort, 8.65e15, 'a'])],
    ['an instant before all', encoded([sort, -1, 'a'])],
    ['half an instant', encoded([sort, 0.5, 'a'])],
    ['an id of strange characters', encoded([sort, 1, 'a\u0000'])],
    ['an id that is too long', encoded([sort, 1, 'a'.repeat(37)])],
  ])('that is %s is refused with a sentence', (_, text) => {
    expect(() => fromCursor(text, sort, parts)).toThrow(sentence);
  });

  it.each([
    ['integer', 2 ** 31],
    ['sequence', 2 ** 53],
  ] as const)('has no %s that its column cannot hold', (part, value) => {
    const cursor = encoded([sort, value]);
    expect(() => fromCursor(cursor, sort, [part])).toThrow(sentence);
  });
});
