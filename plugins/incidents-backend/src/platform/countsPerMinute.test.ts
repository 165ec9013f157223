import { countsPerMinute } from './countsPerMinute';

describe('counting per minute', () => {
  it('says when it is too often, for each subject by itself, until the minute is over', () => {
    let at = 0;
    const isTooOften = countsPerMinute({ now: () => new Date(at) }, 2);
    const ask = (subject: string, times: number) =>
      Array.from({ length: times }, () => isTooOften(subject));
    expect(ask('a', 3)).toEqual([false, false, true]);
    expect(ask('b', 1)).toEqual([false]);
    at = 59_999;
    expect(ask('a', 1)).toEqual([true]);
    at = 60_000;
    expect(ask('a', 3)).toEqual([false, false, true]);
  });

  it('forgets rather than growing without bounds', () => {
    const isTooOften = countsPerMinute({ now: () => new Date(0) }, 1);
    isTooOften('first');
    for (let i = 1; i <= 10_000; i++) isTooOften(String(i));
    expect(isTooOften('first')).toBe(false);
  });
});
