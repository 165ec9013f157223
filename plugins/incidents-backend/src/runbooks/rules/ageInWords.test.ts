import { ageInWords } from './ageInWords';

describe('ageInWords', () => {
  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [60_000, '1 minute'],
    [7_200_000, '2 hours'],
    [90_000_000, '1 day'],
  ])('%i ms are %s', (milliseconds, words) => {
    expect(ageInWords(milliseconds)).toBe(words);
  });
});
