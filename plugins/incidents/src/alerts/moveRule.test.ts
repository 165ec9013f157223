import { moveRule } from './moveRule';

describe('a rule that is moved', () => {
  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, undefined],
    ['c', 1, undefined],
    ['gone', 1, undefined],
  ] as const)('%s by %s gives %j', (id, by, wanted) => {
    expect(moveRule(['a', 'b', 'c'], id, by)).toEqual(wanted);
  });
});
