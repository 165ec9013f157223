import { loadPeriod } from './loadPeriod';

const now = new Date('2026-11-20T07:00:00.000Z');
const tokyo = { zone: 'Asia/Tokyo', language: 'en' };

describe('loadPeriod', () => {
  it.each<[string, Parameters<typeof loadPeriod>[0], string, string]>([
    [
      'this month',
      { kind: null, day: null },
      'November 2026',
      '2026-10-31T15 2026-11-30T15',
    ],
    [
      'a month',
      { kind: 'month', day: '2026-02-14' },
      'February 2026',
      '2026-01-31T15 2026-02-28T15',
    ],
    [
      'this quarter',
      { kind: 'quarter', day: null },
      'October 2026 – December 2026',
      '2026-09-30T15 2026-12-31T15',
    ],
    [
      'a quarter',
      { kind: 'quarter', day: '2026-03-31' },
      'January 2026 – March 2026',
      '2025-12-31T15 2026-03-31T15',
    ],
    [
      'this month, when it is no date',
      { kind: 'week', day: '2026-02-31' },
      'November 2026',
      '2026-10-31T15 2026-11-30T15',
    ],
    [
      'this month, when it is far away',
      { kind: null, day: '9999-12-31' },
      'November 2026',
      '2026-10-31T15 2026-11-30T15',
    ],
  ])('is %s', (_, chosen, title, hours) => {
    const period = loadPeriod(chosen, now, tokyo);
    expect(period.title).toBe(title);
    const [from, to] = hours.split(' ').map(hour => `${hour}:00:00.000Z`);
    expect(period.asked).toEqual({ from, to });
  });

  it('knows its neighbours, and whether it is over', () => {
    const at = (day: string, kind = 'month') => {
      const period = loadPeriod({ kind, day }, now, tokyo);
      return [period.previous, period.next, period.isOpen];
    };
    expect(at('2026-11-01')).toEqual(['2026-10-01', '2026-12-01', true]);
    expect(at('2026-10-31')).toEqual(['2026-09-01', '2026-11-01', false]);
    expect(at('2026-10-31', 'quarter')).toEqual([
      ...['2026-07-01', '2027-01-01', true],
    ]);
  });

  it('speaks the language of the reader', () => {
    const { title } = loadPeriod({ kind: 'month', day: null }, now, {
      ...{ zone: 'Asia/Tokyo', language: 'ja' },
    });
    expect(title).toBe('2026年11月');
  });
});
