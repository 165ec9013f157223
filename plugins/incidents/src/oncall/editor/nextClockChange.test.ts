import { nextClockChange } from './nextClockChange';

const november = new Date('2026-11-20T07:00:00Z');

it.each([
  ['Europe/Berlin', '2027-03-28', 23, '02:00', '03:00'],
  ['America/New_York', '2027-03-14', 23, '02:00', '03:00'],
  ['Australia/Lord_Howe', '2027-04-04', 24.5, '02:00', '01:30'],
])(
  'the clocks of %s are changed on %s, which has %d hours',
  (...[zone, date, hours, before, after]) => {
    expect(nextClockChange(zone, november)).toEqual({
      ...{ date, hours, before, after },
    });
  },
);

it('in autumn the day is longer', () => {
  expect(
    nextClockChange('Europe/Berlin', new Date('2026-10-25T00:30:00Z')),
  ).toEqual({
    ...{ date: '2026-10-25', hours: 25, before: '03:00', after: '02:00' },
  });
});

it.each(['Asia/Tokyo', 'UTC'])('the clocks of %s are left alone', zone => {
  expect(nextClockChange(zone, november)).toBeUndefined();
});
