import { stepInGrid } from './stepInGrid';

const last = { row: 5, column: 89 };

describe('moving in the grid', () => {
  it.each([
    ['ArrowLeft', { row: 2, column: 9 }],
    ['ArrowRight', { row: 2, column: 11 }],
    ['ArrowUp', { row: 1, column: 10 }],
    ['ArrowDown', { row: 3, column: 10 }],
    ['PageUp', { row: 2, column: 3 }],
    ['PageDown', { row: 2, column: 17 }],
    ['Home', { row: 2, column: 0 }],
    ['End', { row: 2, column: 89 }],
  ])('goes with %s', (key, there) => {
    expect(stepInGrid(key, { row: 2, column: 10 }, last)).toEqual(there);
  });

  it('stays inside', () => {
    expect(stepInGrid('ArrowUp', { row: 0, column: 0 }, last)).toEqual({
      row: 0,
      column: 0,
    });
    expect(stepInGrid('PageDown', { row: 5, column: 88 }, last)).toEqual(last);
  });

  it('leaves other keys to others', () => {
    expect(stepInGrid('Tab', last, last)).toBeUndefined();
    expect(stepInGrid('j', last, last)).toBeUndefined();
  });
});
