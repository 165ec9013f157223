import { describeClock, describeDuration } from './describeDuration';
import { describeInstant } from './describeInstant';

const now = new Date('2026-11-20T03:00:00.000Z');
const ago = (seconds: number) =>
  new Date(now.getTime() - seconds * 1_000).toISOString();

describe('an instant', () => {
  it('is just now for a minute, also when clocks differ', () => {
    expect(describeInstant(ago(59), now, 'en').justNow).toBe(true);
    expect(describeInstant(ago(-20), now, 'en').justNow).toBe(true);
  });

  it.each([
    [60 * 14, 'en', '14 min. ago'],
    [60 * 14, 'ja', '14 分前'],
    [3_600 * 5, 'en', '5 hr. ago'],
    [86_400 * 12, 'en', '12 days ago'],
    [-7_200, 'en', 'in 2 hr.'],
  ])('%s seconds ago is told in %s as %s', (seconds, language, text) => {
    expect(describeInstant(ago(seconds), now, language).text).toBe(text);
  });

  it('is a date when it is far away, with the year when it is another', () => {
    expect(describeInstant(ago(86_400 * 30), now, 'en').text).toBe('Oct 21');
    expect(describeInstant(ago(86_400 * 400), now, 'en').text).toBe(
      'Oct 16, 2025',
    );
  });

  it('is always there exactly, with its zone', () => {
    expect(describeInstant(ago(60), now, 'en').exact).toMatch(
      /Nov \d+, 2026, \d\d:59:00 \S+/,
    );
  });
});

describe('a duration', () => {
  it.each([
    [-5, { unit: 'seconds', seconds: 0 }],
    [59, { unit: 'seconds', seconds: 59 }],
    [60, { unit: 'minutes', minutes: 1 }],
    [3_599, { unit: 'minutes', minutes: 59 }],
    [7_500, { unit: 'hours', hours: 2, minutes: 5 }],
    [47 * 3_600, { unit: 'hours', hours: 47, minutes: 0 }],
    [50 * 3_600, { unit: 'days', days: 2, hours: 2 }],
  ])('of %s seconds is told in its two largest units', (seconds, parts) => {
    expect(describeDuration(seconds * 1_000)).toEqual(parts);
  });

  it('runs as a clock', () => {
    expect(describeClock(7_000)).toBe('0:07');
    expect(describeClock(14 * 60_000 + 3_000)).toBe('14:03');
    expect(describeClock(2 * 3_600_000 + 65_000)).toBe('2:01:05');
  });
});
