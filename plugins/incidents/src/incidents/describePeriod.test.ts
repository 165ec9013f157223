import { describePeriod, periods, startOf } from './describePeriod';

const now = new Date('2026-11-20T03:25:00.000Z');

describe('the period of the list', () => {
  it('is any time without bounds', () => {
    expect(describePeriod({}, now, 'en')).toEqual({ chosen: 'any' });
  });

  it.each(periods)('knows the last %s days again', days => {
    const from = startOf(days, now);
    expect(describePeriod({ from }, now, 'en')).toEqual({ chosen: days });
    const later = new Date(now.getTime() + 6 * 3_600_000);
    expect(describePeriod({ from }, later, 'en')).toEqual({ chosen: days });
  });

  it('reaches back from the hour, so that it stays the same question', () => {
    expect(startOf('1', now)).toBe('2026-11-19T03:00:00.000Z');
  });

  it('says fixed bounds as days, the last one included', () => {
    const from = new Date(2025, 10, 1).toISOString();
    const to = new Date(2026, 10, 3).toISOString();
    expect(describePeriod({ from, to }, now, 'en')).toEqual({
      chosen: 'fixed',
      from: 'Nov 1, 2025',
      to: 'Nov 2',
    });
  });

  it('says a single day once', () => {
    const from = new Date(2026, 10, 3).toISOString();
    const to = new Date(2026, 10, 4).toISOString();
    expect(describePeriod({ from, to }, now, 'en')).toEqual({
      chosen: 'fixed',
      day: 'Nov 3',
    });
  });
});
