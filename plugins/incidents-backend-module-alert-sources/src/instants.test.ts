import { readInstant } from './instants';

describe('an instant of a payload', () => {
  it.each([
    ['2026-11-20T03:00:00Z', '2026-11-20T03:00:00.000Z'],
    ['2026-11-20T12:00:00.5+09:00', '2026-11-20T03:00:00.500Z'],
    ['2026-11-20T03:00:00.412938178Z', '2026-11-20T03:00:00.412Z'],
    [' 2026-11-20t03:00z ', '2026-11-20T03:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(readInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    undefined,
    null,
    '',
    'yesterday',
    // Date.parse would take this for the year 2001.
    'alert 1',
    '2026-11-20',
    '2026-11-20T03:00:00',
    '2026-13-01T00:00:00Z',
    '9999-99-99T99:99:99Z',
    '0001-01-01T00:00:00Z',
    `2026-11-20T03:00:00.${'0'.repeat(100_000)}Z`,
  ])('finds none in %.30s', text => {
    expect(readInstant(text)).toBeUndefined();
  });
});
