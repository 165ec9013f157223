import { durationInWords } from './durationInWords';

const minute = 60_000;

describe('a duration in words', () => {
  it.each([
    [0, '0 seconds'],
    [1_000, '1 second'],
    [90_000, '1 minute 30 seconds'],
    [60 * minute, '1 hour'],
    [90 * minute, '1 hour 30 minutes'],
    [26 * 60 * minute, '1 day 2 hours'],
    [(2 * 24 * 60 + 5) * minute + 7_000, '2 days 5 minutes'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(durationInWords(milliseconds)).toBe(words);
  });
});
