import { listOf, reasonOf } from './sentences';

describe('reasonOf', () => {
  it.each([
    [new Error('No route to host.'), 'No route to host'],
    [new Error('one line\nand a stack'), 'one line'],
    ['a string', 'a string'],
    [new Error(''), 'without saying why'],
    [
      new Error('GET https://bob:secret@host.example/x failed'),
      'GET https://host.example/x failed',
    ],
  ])('of %s is "%s"', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it('cuts what is too long for a sentence', () => {
    expect(reasonOf(new Error('x'.repeat(1_000)))).toHaveLength(300);
  });
});

describe('listOf', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is "%s"', (words, sentence) => {
    expect(listOf(words)).toBe(sentence);
  });
});
