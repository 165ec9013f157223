import { isNight } from './night';

describe('isNight', () => {
  it.each([
    ['2026-01-05T21:59:59.999Z', 'UTC', false],
    ['2026-01-05T22:00:00.000Z', 'UTC', true],
    ['2026-01-06T05:59:59.999Z', 'UTC', true],
    ['2026-01-06T06:00:00.000Z', 'UTC', false],
    // Ten in the evening in Tokyo.
    ['2026-01-05T13:00:00.000Z', 'Asia/Tokyo', true],
    ['2026-01-05T13:00:00.000Z', 'Europe/Berlin', false],
    // Six in summer time, which began at two.
    ['2026-03-29T04:00:00.000Z', 'Europe/Berlin', false],
    ['2026-03-28T04:00:00.000Z', 'Europe/Berlin', true],
    // A zone with half an hour.
    ['2026-01-05T16:30:00.000Z', 'Asia/Kolkata', true],
    ['2026-01-05T16:29:00.000Z', 'Asia/Kolkata', false],
    ['1969-12-31T23:00:00.000Z', 'UTC', true],
  ])('at %s in %s is %s', (at, zone, expected) => {
    expect(isNight(new Date(at), zone)).toBe(expected);
  });
});
