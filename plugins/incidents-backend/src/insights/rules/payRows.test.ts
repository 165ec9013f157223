import type { DutyShift, Load } from '../../oncall';
import { payColumns, payRow } from './payRows';

const place = { name: 'till', title: 'Till', timeZone: 'Europe/Berlin' };
const person = { ref: 'user:default/ada', displayName: 'Ada' };
const load: Load = {
  ...{ person, shifts: 1, hours: 8, nights: 1, sleepHours: 7 / 3 },
  ...{ weekends: 0, weekendHours: 0, shadowHours: 0 },
};
const shift: DutyShift = {
  ...{ schedule: 'till', level: 1, levelName: 'Primary', person },
  from: new Date('2026-03-28T21:00:00.000Z'),
  to: new Date('2026-03-29T05:00:00.000Z'),
};

function row(about: Partial<DutyShift> = {}): Record<string, unknown> {
  const cells = payRow({ ...shift, ...about }, place, {
    ...{ load, timeZone: 'Asia/Tokyo' },
  });
  expect(cells).toHaveLength(payColumns.length);
  return Object.fromEntries(cells.map((cell, i) => [payColumns[i], cell]));
}

describe('payRow', () => {
  it('says who, where and how long, by the clocks of the schedule and of the world', () => {
    expect(row()).toEqual({
      ...{ schedule: 'till', schedule_title: 'Till' },
      ...{ level: 1, level_name: 'Primary' },
      ...{ person: 'user:default/ada', name: 'Ada' },
      // The clocks are put forward in that night.
      ...{ from: '2026-03-28 22:00', to: '2026-03-29 07:00' },
      time_zone: 'Europe/Berlin',
      from_utc: '2026-03-28T21:00:00.000Z',
      to_utc: '2026-03-29T05:00:00.000Z',
      ...{ hours: 8, night_hours: 2.33, weekend_hours: 0 },
      ...{ nights_in: 'Asia/Tokyo', kind: 'rotation' },
    });
  });

  it.each<[Partial<DutyShift>, string]>([
    [{ exception: 'override' }, 'override'],
    [{ exception: 'swap' }, 'swap'],
    [{ shadow: true }, 'shadow'],
  ])('says of %j how it came about, and never why', (about, kind) => {
    const told = row(about);
    expect(told.kind).toBe(kind);
  });
});
