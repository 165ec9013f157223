import { flawOf, recurrencesOf, untilByTheClock } from './recurrence';
import { ianaZone, numberOf, textOf } from './wallClock';

const start = numberOf('2026-11-20T03:00:00');
const first = (recurrence: string, count = 3) => {
  let left = count;
  return recurrencesOf(recurrence, start, () => left-- > 0).shown.map(textOf);
};

describe('a recurrence', () => {
  it.each([
    ['FREQ=DAILY', '2026-11-20', '2026-11-21', '2026-11-22'],
    ['FREQ=DAILY;INTERVAL=2', '2026-11-20', '2026-11-22', '2026-11-24'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23', '2026-11-25', '2026-11-30'],
    ['FREQ=MONTHLY;BYDAY=2SU', '2026-12-13', '2027-01-10', '2027-02-14'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30', '2026-12-31', '2027-01-31'],
    ['FREQ=YEARLY', '2026-11-20', '2027-11-20', '2028-11-20'],
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      ...['2028-02-29', '2032-02-29', '2036-02-29'],
    ],
  ])('%s', (recurrence, ...days) => {
    expect(flawOf(recurrence)).toBeUndefined();
    expect(first(recurrence)).toEqual(days.map(day => `${day}T03:00:00`));
  });

  it('comes several times a day, if it says when', () => {
    expect(first('FREQ=DAILY;BYHOUR=3,15', 3)).toEqual([
      '2026-11-20T03:00:00',
      '2026-11-20T15:00:00',
      '2026-11-21T03:00:00',
    ]);
  });

  it('ends with its count or its last day, and says that this is all', () => {
    expect(recurrencesOf('FREQ=DAILY;COUNT=2', start, () => true)).toEqual({
      shown: [start, numberOf('2026-11-21T03:00:00')],
      isAll: true,
    });
    const { shown, isAll } = recurrencesOf(
      'FREQ=DAILY;UNTIL=20261122T030000',
      start,
      () => true,
    );
    expect([shown.length, isAll]).toEqual([3, true]);
    expect(recurrencesOf('FREQ=DAILY', start, () => false).isAll).toBe(false);
  });
});

describe('what would never end', () => {
  it.each([
    ['FREQ=SECONDLY', /^FREQ=SECONDLY is too often: it may recur daily/],
    ['FREQ=MINUTELY;COUNT=2', /^FREQ=MINUTELY is too often/],
    ['freq=hourly', /^FREQ=HOURLY is too often/],
    ['FREQ=NEVER', /^FREQ must be one of DAILY, WEEKLY, MONTHLY, YEARLY$/],
    ['COUNT=3', /^FREQ must be one of/],
    ['every sunday', /^it must be a list of NAME=VALUE/],
    ['', /^it must be a list of NAME=VALUE/],
    [
      'FREQ=DAILY;INTERVAL=0',
      /^INTERVAL must be a whole number from 1 to 366$/,
    ],
    ['FREQ=WEEKLY;INTERVAL=100000000', /^INTERVAL must be/],
    ['FREQ=DAILY;INTERVAL=1.5', /^INTERVAL must be/],
    [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      /^none of its months has such a day/,
    ],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /^none of its months/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /^none of its months/],
    ['FREQ=YEARLY;BYWEEKNO=60', /^BYWEEKNO is not understood$/],
    ['FREQ=YEARLY;BYYEARDAY=366', /^BYYEARDAY is not understood$/],
    ['FREQ=DAILY;BYMINUTE=0,1,2', /^BYMINUTE may have one value$/],
    ['FREQ=DAILY;BYSECOND=0,1', /^BYSECOND may have one value$/],
    ['FREQ=WEEKLY;BYDAY=XX', /BYDAY/],
    ['FREQ=WEEKLY;BYMONTHDAY=3', /BYMONTHDAY/],
    ['FREQ=MONTHLY;BYDAY=7MO', /BYDAY/],
    ['FREQ=DAILY;BYHOUR=25', /BYHOUR/],
    ['FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20', /too far away|rule/i],
  ])('%s is refused', (recurrence, expected) => {
    expect(flawOf(recurrence)).toMatch(expected);
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
    'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20',
  ])('%s ends one way or the other', recurrence => {
    const look = () => recurrencesOf(recurrence, start, () => true);
    let came: string;
    try {
      came = look().isAll ? 'to its end' : 'further';
    } catch (error) {
      came = (error as Error).message;
    }
    expect(came).toMatch(
      /^(to its end|its days are too far away|Malformed values)/,
    );
  });
});

describe('the last day of a recurrence', () => {
  const berlin = ianaZone('Europe/Berlin')!;
  it.each([
    ['an instant', 'UNTIL=20261103T013000Z', 'UNTIL=20261103T023000'],
    ['in summer', 'UNTIL=20260703T013000Z', 'UNTIL=20260703T033000'],
    ['a day, which is included', 'UNTIL=20261103', 'UNTIL=20261103T235959'],
    ['by the clock', 'UNTIL=20261103T023000', 'UNTIL=20261103T023000'],
  ])('is %s', (_, said, kept) => {
    const recurrence = untilByTheClock(`FREQ=DAILY;${said}`, berlin);
    expect(recurrence).toContain(kept);
    expect(recurrence).not.toContain(`${kept}Z`);
  });
});
