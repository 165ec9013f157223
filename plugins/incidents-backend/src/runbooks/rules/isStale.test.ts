import { isStale } from './isStale';

const now = new Date('2026-11-20T03:00:00Z');

describe('isStale', () => {
  it.each([
    [undefined, true],
    ['2026-11-19', false],
    ['2026-05-25', false],
    ['2026-05-23', true],
    ['2027-01-01', false],
  ])('reviewed %s: %s', (lastReviewed, stale) => {
    expect(isStale(lastReviewed, now, 180)).toBe(stale);
  });
});
