import type { Shift } from 'backstage-plugin-incidents-node';
import { loadOf, type Load } from './loadOf';

/** By the clock of London in winter, which is UTC. The fifth is a Monday. */
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));
const window = { from: at(5), to: at(19) };

function shift(from: Date, to?: Date, about: Partial<Shift> = {}): Shift {
  return {
    level: 1,
    levelName: 'Primary',
    person: { ref: 'user:default/ada', displayName: 'Ada' },
    ...{ from, to },
    ...about,
  };
}

const nothing = {
  ...{ shifts: 0, hours: 0, nights: 0, sleepHours: 0 },
  ...{ weekends: 0, weekendHours: 0, shadowHours: 0 },
};

const loadIn = (timeZone: string, shifts: Shift[]): Partial<Load>[] =>
  loadOf(shifts, window, () => timeZone).map(({ person, ...load }) => load);

describe('loadOf', () => {
  it.each<[string, Shift[], Partial<Load>]>([
    ['a day', [shift(at(5, 9), at(5, 17))], { shifts: 1, hours: 8 }],
    [
      'a day and a night',
      [shift(at(5, 9), at(6, 9))],
      { shifts: 1, hours: 24, nights: 1, sleepHours: 8 },
    ],
    [
      'a week',
      [shift(at(5, 9), at(12, 9))],
      {
        shifts: 1,
        hours: 168,
        nights: 7,
        sleepHours: 56,
        weekends: 1,
        weekendHours: 48,
      },
    ],
    [
      'a weekend',
      [shift(at(9, 18), at(12, 8))],
      {
        shifts: 1,
        hours: 62,
        nights: 3,
        sleepHours: 24,
        weekends: 1,
        weekendHours: 48,
      },
    ],
    [
      'some of a night',
      [shift(at(5, 20), at(5, 23))],
      { shifts: 1, hours: 3, nights: 1, sleepHours: 1 },
    ],
    [
      'two shifts that follow each other as one',
      [shift(at(5, 9), at(5, 12)), shift(at(5, 12), at(5, 17))],
      { shifts: 1, hours: 8 },
    ],
    [
      'two shifts',
      [shift(at(5, 9), at(5, 12)), shift(at(6, 9), at(6, 12))],
      { shifts: 2, hours: 6 },
    ],
    [
      'two levels at once: two shifts, and the time once',
      [shift(at(5, 9), at(5, 17)), shift(at(5, 13), at(5, 19), { level: 2 })],
      { shifts: 2, hours: 10 },
    ],
    [
      'only what lies in the window',
      [shift(at(1), at(5, 9)), shift(at(18, 9))],
      {
        shifts: 2,
        ...{ hours: 9 + 15, nights: 2, sleepHours: 6 + 2 },
        ...{ weekends: 1, weekendHours: 15 },
      },
    ],
    [
      'a shadow apart',
      [shift(at(5, 9), at(5, 17), { shadow: true })],
      { shadowHours: 8 },
    ],
    [
      'a shadow who is on call meanwhile as on call',
      [
        shift(at(5, 9), at(5, 17), { shadow: true }),
        shift(at(5, 12), at(5, 14), { level: 2 }),
      ],
      { shifts: 1, hours: 2, shadowHours: 6 },
    ],
  ])('counts %s', (_, shifts, expected) => {
    expect(loadIn('Europe/London', shifts)).toEqual([
      { ...nothing, ...expected },
    ]);
  });

  it('goes by the clock of the person', () => {
    // From 09:00 to 17:00 in London it is night in Tokyo from 22:00 on.
    expect(loadIn('Asia/Tokyo', [shift(at(5, 9), at(5, 17))])).toMatchObject([
      { hours: 8, nights: 1, sleepHours: 4 },
    ]);
  });

  it('counts hours that passed, when the clock is changed meanwhile', () => {
    const march = {
      from: new Date('2026-03-28T00:00Z'),
      to: new Date('2026-03-30T00:00Z'),
    };
    const night = shift(
      new Date('2026-03-28T21:00Z'),
      new Date('2026-03-29T05:00Z'),
    );
    expect(loadOf([night], march, () => 'Europe/Berlin')).toMatchObject([
      { hours: 8, nights: 1, sleepHours: 7, weekendHours: 8 },
    ]);
  });

  it('lists people by their ref, without those who were not on call', () => {
    const bo = { ref: 'user:default/bo', displayName: 'Bo' };
    const loads = loadOf(
      [
        shift(at(5, 9), at(5, 17), { person: bo }),
        shift(at(5, 9), at(5, 17)),
        shift(at(1), at(2), {
          person: { ref: 'user:default/cy', displayName: 'Cy' },
        }),
      ],
      window,
      () => 'UTC',
    );
    expect(loads.map(({ person }) => person.displayName)).toEqual([
      'Ada',
      'Bo',
    ]);
  });
});
