import type { Example } from './examples';
import { aSchedule, people } from './aSchedule';

const at = (timeZone: string, time: string, startsAt: string, about = {}) =>
  aSchedule({ timeZone }, { handoff: { time }, startsAt, ...about });

/** Ada until a time, and Bo from it on, by windows. */
const twoTeams = (startsAt: string, time: string) => {
  const days = ['sat' as const, 'sun' as const];
  return aSchedule(
    {},
    {
      ...{ startsAt, handoff: { time: '12:00' }, participants: people('ada') },
      windows: [{ days, from: '20:00', to: time }],
    },
    {
      ...{ startsAt, handoff: { time: '00:00' }, participants: people('bo') },
      windows: [{ days, from: time, to: '12:00' }],
    },
  );
};

/** Days on which the clock is changed, with the offset from UTC behind each time. */
export const clocks: Example[] = [
  {
    says: 'Berlin in spring: the hand-off keeps its 09:00, the turn has 23 hours',
    given: at('Europe/Berlin', '09:00', '2026-03-28'),
    from: '2026-03-28T09:00',
    to: '2026-03-31T00:00',
    offsets: true,
    tells:
      'Sat 28 09:00+01:00 ada, Sun 29 09:00+02:00 bo, Mon 30 09:00+02:00 cy',
  },
  {
    says: 'Berlin in spring: 02:30 is not there on Sunday, so it falls on 03:00 and goes back the next day',
    given: at('Europe/Berlin', '02:30', '2026-03-27'),
    from: '2026-03-27T02:30',
    to: '2026-03-31T02:30',
    offsets: true,
    tells:
      'Fri 27 02:30+01:00 ada, Sat 28 02:30+01:00 bo, Sun 29 03:00+02:00 cy, Mon 30 02:30+02:00 ada',
  },
  {
    says: 'Berlin in spring: 02:00 is the first that is not there',
    given: at('Europe/Berlin', '02:00', '2026-03-28'),
    from: '2026-03-28T02:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 02:00+01:00 ada, Sun 29 03:00+02:00 bo, Mon 30 02:00+02:00 cy',
  },
  {
    says: 'Berlin in spring: 03:00 is there',
    given: at('Europe/Berlin', '03:00', '2026-03-28'),
    from: '2026-03-28T03:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 03:00+01:00 ada, Sun 29 03:00+02:00 bo, Mon 30 03:00+02:00 cy',
  },
  {
    says: 'Berlin in spring: 01:59 is there',
    given: at('Europe/Berlin', '01:59', '2026-03-28'),
    from: '2026-03-28T01:59',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 01:59+01:00 ada, Sun 29 01:59+01:00 bo, Mon 30 01:59+02:00 cy',
  },
  {
    says: 'Berlin in autumn: the hand-off keeps its 09:00, the turn has 25 hours',
    given: at('Europe/Berlin', '09:00', '2026-10-24'),
    from: '2026-10-24T09:00',
    to: '2026-10-26T12:00',
    offsets: true,
    tells:
      'Sat 24 09:00+02:00 ada, Sun 25 09:00+01:00 bo, Mon 26 09:00+01:00 cy',
  },
  {
    says: 'Berlin in autumn: 02:30 is there twice, and the first is taken',
    given: at('Europe/Berlin', '02:30', '2026-10-24'),
    from: '2026-10-24T02:30',
    to: '2026-10-26T12:00',
    offsets: true,
    tells:
      'Sat 24 02:30+02:00 ada, Sun 25 02:30+02:00 bo, Mon 26 02:30+01:00 cy',
  },
  {
    says: 'Berlin in autumn: 02:00, the first of the hour that is there twice',
    given: at('Europe/Berlin', '02:00', '2026-10-24'),
    from: '2026-10-24T02:00',
    to: '2026-10-26T12:00',
    offsets: true,
    tells:
      'Sat 24 02:00+02:00 ada, Sun 25 02:00+02:00 bo, Mon 26 02:00+01:00 cy',
  },
  {
    says: 'Berlin in autumn: 03:00 is there once',
    given: at('Europe/Berlin', '03:00', '2026-10-24'),
    from: '2026-10-24T03:00',
    to: '2026-10-26T12:00',
    offsets: true,
    tells:
      'Sat 24 03:00+02:00 ada, Sun 25 03:00+01:00 bo, Mon 26 03:00+01:00 cy',
  },
  {
    says: 'New York in spring: 02:30 falls on 03:00',
    given: at('America/New_York', '02:30', '2026-03-07'),
    from: '2026-03-07T02:30',
    to: '2026-03-09T12:00',
    offsets: true,
    tells: 'Sat 7 02:30-05:00 ada, Sun 8 03:00-04:00 bo, Mon 9 02:30-04:00 cy',
  },
  {
    says: 'New York in autumn: 01:30 is there twice, and the first is taken',
    given: at('America/New_York', '01:30', '2026-10-31'),
    from: '2026-10-31T01:30',
    to: '2026-11-02T12:00',
    offsets: true,
    tells: 'Sat 31 01:30-04:00 ada, Sun 1 01:30-04:00 bo, Mon 2 01:30-05:00 cy',
  },
  {
    says: 'London in spring: 01:15 falls on 02:00',
    given: at('Europe/London', '01:15', '2026-03-28'),
    from: '2026-03-28T01:15',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 01:15+00:00 ada, Sun 29 02:00+01:00 bo, Mon 30 01:15+01:00 cy',
  },
  {
    says: 'Dublin, whose winter is the exception: as in London',
    given: at('Europe/Dublin', '01:15', '2026-03-28'),
    from: '2026-03-28T01:15',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 01:15+00:00 ada, Sun 29 02:00+01:00 bo, Mon 30 01:15+01:00 cy',
  },
  {
    says: 'Lord Howe in spring: half an hour is not there, 02:15 falls on 02:30',
    given: at('Australia/Lord_Howe', '02:15', '2026-10-03'),
    from: '2026-10-03T02:15',
    to: '2026-10-05T12:00',
    offsets: true,
    tells: 'Sat 3 02:15+10:30 ada, Sun 4 02:30+11:00 bo, Mon 5 02:15+11:00 cy',
  },
  {
    says: 'Lord Howe in autumn: half an hour is there twice, the first 01:45 is taken',
    given: at('Australia/Lord_Howe', '01:45', '2026-04-04'),
    from: '2026-04-04T01:45',
    to: '2026-04-06T12:00',
    offsets: true,
    tells: 'Sat 4 01:45+11:00 ada, Sun 5 01:45+11:00 bo, Mon 6 01:45+10:30 cy',
  },
  {
    says: 'Sydney in autumn: the first 02:30 is taken',
    given: at('Australia/Sydney', '02:30', '2026-04-04'),
    from: '2026-04-04T02:30',
    to: '2026-04-06T12:00',
    offsets: true,
    tells: 'Sat 4 02:30+11:00 ada, Sun 5 02:30+11:00 bo, Mon 6 02:30+10:00 cy',
  },
  {
    says: 'Troll: two hours are not there, 02:30 falls on 03:00',
    given: at('Antarctica/Troll', '02:30', '2026-03-28'),
    from: '2026-03-28T02:30',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 02:30+00:00 ada, Sun 29 03:00+02:00 bo, Mon 30 02:30+02:00 cy',
  },
  {
    says: 'Beirut: Sunday begins at 01:00, and so does a turn from midnight on',
    given: at('Asia/Beirut', '00:00', '2026-03-28'),
    from: '2026-03-28T00:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 00:00+02:00 ada, Sun 29 01:00+03:00 bo, Mon 30 00:00+03:00 cy',
  },
  {
    says: 'Cairo: Friday begins at 01:00',
    given: at('Africa/Cairo', '00:00', '2026-04-23'),
    from: '2026-04-23T00:00',
    to: '2026-04-25T12:00',
    offsets: true,
    tells:
      'Thu 23 00:00+02:00 ada, Fri 24 01:00+03:00 bo, Sat 25 00:00+03:00 cy',
  },
  {
    says: 'Havana in autumn: midnight is there twice, and the first is taken',
    given: at('America/Havana', '00:00', '2026-10-31'),
    from: '2026-10-31T00:00',
    to: '2026-11-02T12:00',
    offsets: true,
    tells: 'Sat 31 00:00-04:00 ada, Sun 1 00:00-04:00 bo, Mon 2 00:00-05:00 cy',
  },
  {
    says: 'Santiago in autumn: the last hour of Saturday is there twice, the first 23:30 is taken',
    given: at('America/Santiago', '23:30', '2026-04-03'),
    from: '2026-04-03T23:30',
    to: '2026-04-06T12:00',
    offsets: true,
    tells: 'Fri 3 23:30-03:00 ada, Sat 4 23:30-03:00 bo, Sun 5 23:30-04:00 cy',
  },
  {
    says: 'Santiago in spring: Sunday begins at 01:00',
    given: at('America/Santiago', '00:00', '2026-09-05'),
    from: '2026-09-05T00:00',
    to: '2026-09-07T12:00',
    offsets: true,
    tells: 'Sat 5 00:00-04:00 ada, Sun 6 01:00-03:00 bo, Mon 7 00:00-03:00 cy',
  },
  {
    says: 'Tehran, the last spring with a change',
    given: at('Asia/Tehran', '00:30', '2022-03-21'),
    from: '2022-03-21T00:30',
    to: '2022-03-23T12:00',
    offsets: true,
    tells:
      'Mon 21 00:30+03:30 ada, Tue 22 01:00+04:30 bo, Wed 23 00:30+04:30 cy',
  },
  {
    says: 'Casablanca: the clock goes back for Ramadan, the first 02:30 is taken',
    given: at('Africa/Casablanca', '02:30', '2026-02-14'),
    from: '2026-02-14T02:30',
    to: '2026-02-16T12:00',
    offsets: true,
    tells:
      'Sat 14 02:30+01:00 ada, Sun 15 02:30+01:00 bo, Mon 16 02:30+00:00 cy',
  },
  {
    says: 'Casablanca: and forward after it, 02:30 falls on 03:00',
    given: at('Africa/Casablanca', '02:30', '2026-03-21'),
    from: '2026-03-21T02:30',
    to: '2026-03-23T12:00',
    offsets: true,
    tells:
      'Sat 21 02:30+00:00 ada, Sun 22 03:00+01:00 bo, Mon 23 02:30+01:00 cy',
  },
  {
    says: 'Caracas, which gave up half an hour in 2016',
    given: at('America/Caracas', '02:45', '2016-04-30'),
    from: '2016-04-30T02:45',
    to: '2016-05-02T12:00',
    offsets: true,
    tells: 'Sat 30 02:45-04:30 ada, Sun 1 03:00-04:00 bo, Mon 2 02:45-04:00 cy',
  },
  {
    says: 'Pyongyang, which took half an hour back at 23:30',
    given: at('Asia/Pyongyang', '23:45', '2018-05-03'),
    from: '2018-05-03T23:45',
    to: '2018-05-06T12:00',
    offsets: true,
    tells: 'Thu 3 23:45+08:30 ada, Sat 5 00:00+09:00 bo, Sat 5 23:45+09:00 cy',
  },
  {
    says: "St. John's, which changed a minute after midnight: 00:30 falls on 01:01",
    given: at('America/St_Johns', '00:30', '2010-03-13'),
    from: '2010-03-13T00:30',
    to: '2010-03-15T12:00',
    offsets: true,
    tells:
      'Sat 13 00:30-03:30 ada, Sun 14 01:01-02:30 bo, Mon 15 00:30-02:30 cy',
  },
  {
    says: 'Samoa had no 30 December 2011: its turn begins with the next day and ends at the hand-off',
    given: at('Pacific/Apia', '09:00', '2011-12-28'),
    from: '2011-12-28T09:00',
    to: '2012-01-01T12:00',
    offsets: true,
    tells:
      'Wed 28 09:00-10:00 ada, Thu 29 09:00-10:00 bo, Sat 31 00:00+14:00 cy, Sat 31 09:00+14:00 ada, Sun 1 09:00+14:00 bo',
  },
  {
    says: 'Samoa, from midnight on: the turn of the day that was not there is empty',
    given: at('Pacific/Apia', '00:00', '2011-12-28'),
    from: '2011-12-28T00:00',
    to: '2012-01-02T00:00',
    offsets: true,
    tells:
      'Wed 28 00:00-10:00 ada, Thu 29 00:00-10:00 bo, Sat 31 00:00+14:00 ada, Sun 1 00:00+14:00 bo',
  },
  {
    says: 'Istanbul, which stayed on summer time in 2016',
    given: at('Europe/Istanbul', '03:30', '2016-10-29'),
    from: '2016-10-29T03:30',
    to: '2016-10-31T12:00',
    offsets: true,
    tells:
      'Sat 29 03:30+03:00 ada, Sun 30 03:30+03:00 bo, Mon 31 03:30+03:00 cy',
  },
  {
    says: 'a week over the change in spring keeps its time',
    given: at('Europe/Berlin', '09:00', '2026-03-23', {
      turn: { every: 1, unit: 'weeks' },
    }),
    from: '2026-03-23T09:00',
    to: '2026-04-06T10:00',
    offsets: true,
    tells:
      'Mon 23 09:00+01:00 ada, Mon 30 09:00+02:00 bo, Mon 6 09:00+02:00 cy',
  },
  {
    says: 'a week over the change in autumn keeps its time',
    given: at('Europe/Berlin', '09:00', '2026-10-19', {
      turn: { every: 1, unit: 'weeks' },
    }),
    from: '2026-10-19T09:00',
    to: '2026-11-02T10:00',
    offsets: true,
    tells:
      'Mon 19 09:00+02:00 ada, Mon 26 09:00+01:00 bo, Mon 2 09:00+01:00 cy',
  },
  {
    says: 'a week handed over in the hour that is not there',
    given: at('Europe/Berlin', '02:30', '2026-03-22', {
      turn: { every: 1, unit: 'weeks' },
    }),
    from: '2026-03-22T02:30',
    to: '2026-04-06T10:00',
    offsets: true,
    tells:
      'Sun 22 02:30+01:00 ada, Sun 29 03:00+02:00 bo, Sun 5 02:30+02:00 cy',
  },
  {
    says: 'a month handed over in the hour that is not there',
    given: at('Europe/Berlin', '02:30', '2026-01-29', {
      turn: { every: 1, unit: 'months' },
    }),
    from: '2026-01-29T02:30',
    to: '2026-05-01T00:00',
    offsets: true,
    tells:
      'Thu 29 02:30+01:00 ada, Sat 28 02:30+01:00 bo, Sun 29 03:00+02:00 cy, Wed 29 02:30+02:00 ada',
  },
  {
    says: 'eight hours by the wall: the night of spring has seven',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      turn: { every: 8, unit: 'hours', hours: 'wall' },
    }),
    from: '2026-03-28T16:00',
    to: '2026-03-29T16:00',
    offsets: true,
    tells:
      'Sat 28 16:00+01:00 cy, Sun 29 00:00+01:00 ada, Sun 29 08:00+02:00 bo',
  },
  {
    says: 'eight hours that elapsed: after the change they end an hour later on the wall',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      turn: { every: 8, unit: 'hours', hours: 'elapsed' },
    }),
    from: '2026-03-28T16:00',
    to: '2026-03-29T17:00',
    offsets: true,
    tells:
      'Sat 28 16:00+01:00 cy, Sun 29 00:00+01:00 ada, Sun 29 09:00+02:00 bo',
  },
  {
    says: 'eight hours by the wall: the night of autumn has nine',
    given: at('Europe/Berlin', '00:00', '2026-10-24', {
      turn: { every: 8, unit: 'hours', hours: 'wall' },
    }),
    from: '2026-10-24T16:00',
    to: '2026-10-25T16:00',
    offsets: true,
    tells:
      'Sat 24 16:00+02:00 cy, Sun 25 00:00+02:00 ada, Sun 25 08:00+01:00 bo',
  },
  {
    says: 'eight hours that elapsed: after the change they end an hour earlier on the wall',
    given: at('Europe/Berlin', '00:00', '2026-10-24', {
      turn: { every: 8, unit: 'hours', hours: 'elapsed' },
    }),
    from: '2026-10-24T16:00',
    to: '2026-10-25T15:00',
    offsets: true,
    tells:
      'Sat 24 16:00+02:00 cy, Sun 25 00:00+02:00 ada, Sun 25 07:00+01:00 bo',
  },
  {
    says: 'one hour by the wall: the hour that is not there is an empty turn, that of cy',
    given: at('Europe/Berlin', '00:00', '2026-03-29', {
      turn: { every: 1, unit: 'hours', hours: 'wall' },
    }),
    from: '2026-03-29T00:00',
    to: '2026-03-29T05:00',
    offsets: true,
    tells:
      'Sun 29 00:00+01:00 ada, Sun 29 01:00+01:00 bo, Sun 29 03:00+02:00 ada, Sun 29 04:00+02:00 bo',
  },
  {
    says: 'one hour by the wall: the hour that is there twice is one turn',
    given: at('Europe/Berlin', '00:00', '2026-10-25', {
      turn: { every: 1, unit: 'hours', hours: 'wall' },
    }),
    from: '2026-10-25T00:00',
    to: '2026-10-25T04:00',
    offsets: true,
    tells:
      'Sun 25 00:00+02:00 ada, Sun 25 01:00+02:00 bo, Sun 25 02:00+02:00 cy, Sun 25 03:00+01:00 ada',
  },
  {
    says: 'one hour that elapsed: both are turns',
    given: at('Europe/Berlin', '00:00', '2026-10-25', {
      turn: { every: 1, unit: 'hours', hours: 'elapsed' },
    }),
    from: '2026-10-25T00:00',
    to: '2026-10-25T04:00',
    offsets: true,
    tells:
      'Sun 25 00:00+02:00 ada, Sun 25 01:00+02:00 bo, Sun 25 02:00+02:00 cy, Sun 25 02:00+01:00 ada, Sun 25 03:00+01:00 bo',
  },
  {
    says: 'a window over the change in spring has an hour less',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      windows: [{ days: ['sat', 'sun', 'mon'], from: '00:00', to: '06:00' }],
    }),
    from: '2026-03-28T00:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 00:00+01:00 ada, Sat 28 06:00+01:00 –, Sun 29 00:00+01:00 bo, Sun 29 06:00+02:00 –, Mon 30 00:00+02:00 cy, Mon 30 06:00+02:00 –',
  },
  {
    says: 'a window that starts in the hour that is not there starts after it',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      windows: [{ days: ['sat', 'sun', 'mon'], from: '02:30', to: '06:00' }],
    }),
    from: '2026-03-28T00:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 00:00+01:00 –, Sat 28 02:30+01:00 ada, Sat 28 06:00+01:00 –, Sun 29 03:00+02:00 bo, Sun 29 06:00+02:00 –, Mon 30 02:30+02:00 cy, Mon 30 06:00+02:00 –',
  },
  {
    says: 'a window that ends in the hour that is not there ends after it',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      windows: [{ days: ['sat', 'sun', 'mon'], from: '01:00', to: '02:30' }],
    }),
    from: '2026-03-28T00:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 00:00+01:00 –, Sat 28 01:00+01:00 ada, Sat 28 02:30+01:00 –, Sun 29 01:00+01:00 bo, Sun 29 03:00+02:00 –, Mon 30 01:00+02:00 cy, Mon 30 02:30+02:00 –',
  },
  {
    says: 'a window within the hour that is not there is left out',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      windows: [{ days: ['sat', 'sun', 'mon'], from: '02:00', to: '03:00' }],
    }),
    from: '2026-03-28T00:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells:
      'Sat 28 00:00+01:00 –, Sat 28 02:00+01:00 ada, Sat 28 03:00+01:00 –, Mon 30 02:00+02:00 cy, Mon 30 03:00+02:00 –',
  },
  {
    says: 'a window that starts in the hour that is there twice starts with the first',
    given: at('Europe/Berlin', '00:00', '2026-10-24', {
      windows: [{ days: ['sat', 'sun', 'mon'], from: '02:30', to: '06:00' }],
    }),
    from: '2026-10-24T00:00',
    to: '2026-10-26T12:00',
    offsets: true,
    tells:
      'Sat 24 00:00+02:00 –, Sat 24 02:30+02:00 ada, Sat 24 06:00+02:00 –, Sun 25 02:30+02:00 bo, Sun 25 06:00+01:00 –, Mon 26 02:30+01:00 cy, Mon 26 06:00+01:00 –',
  },
  {
    says: 'a window that ends in the hour that is there twice ends with the last',
    given: at('Europe/Berlin', '00:00', '2026-10-24', {
      windows: [{ days: ['sat', 'sun', 'mon'], from: '01:00', to: '02:30' }],
    }),
    from: '2026-10-24T00:00',
    to: '2026-10-26T12:00',
    offsets: true,
    tells:
      'Sat 24 00:00+02:00 –, Sat 24 01:00+02:00 ada, Sat 24 02:30+02:00 –, Sun 25 01:00+02:00 bo, Sun 25 02:30+01:00 –, Mon 26 01:00+01:00 cy, Mon 26 02:30+01:00 –',
  },
  {
    says: 'two windows that meet in the hour that is there twice overlap, and leave no gap',
    given: twoTeams('2026-10-24', '02:30'),
    from: '2026-10-24T20:00',
    to: '2026-10-25T12:00',
    offsets: true,
    tells:
      'Sat 24 20:00+02:00 ada, Sun 25 02:30+02:00 ada+bo, Sun 25 02:30+01:00 bo',
  },
  {
    says: 'two windows that meet in the hour that is not there meet after it',
    given: twoTeams('2026-03-28', '02:30'),
    from: '2026-03-28T20:00',
    to: '2026-03-29T12:00',
    offsets: true,
    tells: 'Sat 28 20:00+01:00 ada, Sun 29 03:00+02:00 bo',
  },
  {
    says: 'a window of a whole day has 23 hours in spring',
    given: at('Europe/Berlin', '00:00', '2026-03-28', {
      windows: [{ days: ['sun'], from: '00:00', to: '00:00' }],
    }),
    from: '2026-03-28T00:00',
    to: '2026-03-30T12:00',
    offsets: true,
    tells: 'Sat 28 00:00+01:00 –, Sun 29 00:00+01:00 ada, Mon 30 00:00+02:00 –',
  },
  {
    says: 'a window of a whole day has 25 hours in autumn',
    given: at('Europe/Berlin', '00:00', '2026-10-24', {
      windows: [{ days: ['sun'], from: '00:00', to: '24:00' }],
    }),
    from: '2026-10-24T00:00',
    to: '2026-10-26T12:00',
    offsets: true,
    tells: 'Sat 24 00:00+02:00 –, Sun 25 00:00+02:00 ada, Mon 26 00:00+01:00 –',
  },
  {
    says: 'a window over midnight into the day that begins at 01:00',
    given: at('Asia/Beirut', '12:00', '2026-03-27', {
      windows: [{ days: ['sat'], from: '22:00', to: '00:30' }],
    }),
    from: '2026-03-28T12:00',
    to: '2026-03-29T12:00',
    offsets: true,
    tells: 'Sat 28 12:00+02:00 –, Sat 28 22:00+02:00 ada, Sun 29 01:00+03:00 –',
  },
  {
    says: 'nights in New York over the change in autumn',
    given: at('America/New_York', '12:00', '2026-10-31', {
      windows: [{ days: ['sat', 'sun'], from: '22:00', to: '01:30' }],
    }),
    from: '2026-10-31T12:00',
    to: '2026-11-02T12:00',
    offsets: true,
    tells:
      'Sat 31 12:00-04:00 –, Sat 31 22:00-04:00 ada, Sun 1 01:30-05:00 –, Sun 1 22:00-05:00 bo, Mon 2 01:30-05:00 –',
  },
];
