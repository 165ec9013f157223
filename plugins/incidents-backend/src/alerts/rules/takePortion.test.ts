import { takePortion } from './takePortion';

const of = (...sizes: number[]) =>
  sizes.map((bytes, i) => ({ id: `d${i}`, bytes }));

describe('how many deliveries one call takes', () => {
  it.each([
    ['none', of(), { ids: [], hasMore: false }],
    ['all there are', of(1, 2, 3), { ids: ['d0', 'd1', 'd2'], hasMore: false }],
    [
      'as many as it may',
      of(1, 1, 1, 1),
      { ids: ['d0', 'd1', 'd2'], hasMore: true },
    ],
    [
      'as many as are not too large together',
      of(4_000_000, 4_000_000, 1),
      { ids: ['d0', 'd1'], hasMore: true },
    ],
    [
      'the first however large it is',
      of(9_000_000, 1),
      { ids: ['d0'], hasMore: true },
    ],
  ])('is %s', (_, found, portion) => {
    expect(takePortion(found, 3)).toEqual(portion);
  });
});
