import { addressesOf, calendarOf } from './describeCalendar';

it('a calendar is of a schedule, or of the reader once it is known who that is', () => {
  const about = { me: 'user:default/ada', schedule: 'checkout' };
  expect(calendarOf('schedule', about)).toEqual({ schedule: 'checkout' });
  expect(calendarOf('mine', about)).toEqual({ user: 'user:default/ada' });
  expect(calendarOf('mine', { schedule: 'checkout' })).toBeUndefined();
});

it.each(['http', 'https'])(
  'a calendar program opens its %s address',
  scheme => {
    expect(
      addressesOf(`${scheme}://portal/api/incidents`, '/calendars/1.s.ics'),
    ).toEqual({
      https: `${scheme}://portal/api/incidents/calendars/1.s.ics`,
      webcal: 'webcal://portal/api/incidents/calendars/1.s.ics',
    });
  },
);
