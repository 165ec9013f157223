import { fortnightAt } from './fortnightAt';

const now = new Date('2026-11-20T03:00:00.000Z');

describe('a fortnight', () => {
  it.each([
    ['begins with this week', null, 'Europe/Berlin', '2026-11-16'],
    ['begins on the day that was asked for', '2026-12-02', 'UTC', '2026-12-02'],
    ['is this one for what is no date', '2026-02-30', 'UTC', '2026-11-16'],
    ['is this one for what is nonsense', 'soon', 'UTC', '2026-11-16'],
  ])('%s', (_, wanted, zone, firstDay) => {
    expect(fortnightAt(wanted, now, zone).firstDay).toBe(firstDay);
  });

  it('lies in the week of the zone', () => {
    const sunday = new Date('2026-11-22T20:00:00.000Z');
    expect(fortnightAt(null, sunday, 'UTC').firstDay).toBe('2026-11-16');
    expect(fortnightAt(null, sunday, 'Asia/Tokyo').firstDay).toBe('2026-11-23');
  });

  it('has neighbours, and asks for a week more on either side, by the clock of the place', () => {
    expect(fortnightAt('2026-03-23', now, 'Europe/Berlin')).toEqual({
      ...{ firstDay: '2026-03-23', previous: '2026-03-09', next: '2026-04-06' },
      asked: {
        from: '2026-03-15T23:00:00.000Z',
        to: '2026-04-12T22:00:00.000Z',
      },
    });
  });
});
