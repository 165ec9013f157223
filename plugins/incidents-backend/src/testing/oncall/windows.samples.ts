import type { Example } from './examples';
import { aSchedule, people, type RotationInput } from './aSchedule';

type Window = NonNullable<RotationInput['windows']>[number];

const workdays: Window['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const everyDay: Window['days'] = [...workdays, 'sat', 'sun'];
const office: Window = { days: workdays, from: '09:00', to: '17:00' };
const nights: Window = { days: everyDay, from: '22:00', to: '06:00' };

/** Days of one, from the hand-off of Monday, 5 January 2026 on. */
const within = (windows: Window[], about: Partial<RotationInput> = {}) =>
  aSchedule({}, { windows, ...about });

/** Rotations that are not always on call. */
export const windows: Example[] = [
  {
    says: 'office hours',
    given: within([office]),
    from: '2026-01-05T00:00',
    to: '2026-01-07T09:00',
    tells:
      'Mon 5 00:00 –, Mon 5 09:00 ada, Mon 5 17:00 –, Tue 6 09:00 bo, Tue 6 17:00 –',
  },
  {
    says: 'a weekend uses up no turn: bo has Friday and cy Monday',
    given: within([office]),
    from: '2026-01-09T00:00',
    to: '2026-01-13T00:00',
    tells:
      'Fri 9 00:00 –, Fri 9 09:00 bo, Fri 9 17:00 –, Mon 12 09:00 cy, Mon 12 17:00 –',
  },
  {
    says: 'after four weeks of five days the order is where twenty turns lead',
    given: within([office]),
    from: '2026-02-02T09:00',
    to: '2026-02-03T17:00',
    tells: 'Mon 2 09:00 cy, Mon 2 17:00 –, Tue 3 09:00 ada',
  },
  {
    says: 'turns of two days that count only the days of the windows',
    given: within([office], { turn: { every: 2, unit: 'days' } }),
    from: '2026-01-05T09:00',
    to: '2026-01-13T17:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 17:00 –, Tue 6 09:00 ada, Tue 6 17:00 –, Wed 7 09:00 bo, Wed 7 17:00 –, Thu 8 09:00 bo, Thu 8 17:00 –, Fri 9 09:00 cy, Fri 9 17:00 –, Mon 12 09:00 cy, Mon 12 17:00 –, Tue 13 09:00 ada',
  },
  {
    says: 'turns of a week within office hours',
    given: within([office], { turn: { every: 1, unit: 'weeks' } }),
    from: '2026-01-09T00:00',
    to: '2026-01-13T00:00',
    tells:
      'Fri 9 00:00 –, Fri 9 09:00 ada, Fri 9 17:00 –, Mon 12 09:00 bo, Mon 12 17:00 –',
  },
  {
    says: 'turns of a month within office hours',
    given: within([office], {
      turn: { every: 1, unit: 'months' },
      startsAt: '2026-01-29',
    }),
    from: '2026-02-27T00:00',
    to: '2026-03-03T00:00',
    tells:
      'Fri 27 00:00 –, Fri 27 09:00 ada, Fri 27 17:00 –, Mon 2 09:00 bo, Mon 2 17:00 –',
  },
  {
    says: 'nights belong to the day on which they begin',
    given: within([nights], { handoff: { time: '12:00' } }),
    from: '2026-01-05T12:00',
    to: '2026-01-08T12:00',
    tells:
      'Mon 5 12:00 –, Mon 5 22:00 ada, Tue 6 06:00 –, Tue 6 22:00 bo, Wed 7 06:00 –, Wed 7 22:00 cy, Thu 8 06:00 –',
  },
  {
    says: 'a hand-off at midnight cuts the nights',
    given: within([nights], { handoff: { time: '00:00' } }),
    from: '2026-01-05T12:00',
    to: '2026-01-07T12:00',
    tells:
      'Mon 5 12:00 –, Mon 5 22:00 ada, Tue 6 00:00 bo, Tue 6 06:00 –, Tue 6 22:00 bo, Wed 7 00:00 cy, Wed 7 06:00 –',
  },
  {
    says: 'a hand-off at midnight on workdays: whoever has Friday has the night to Saturday',
    given: within([{ ...nights, days: workdays }], {
      handoff: { time: '00:00' },
    }),
    from: '2026-01-08T12:00',
    to: '2026-01-13T12:00',
    tells:
      'Thu 8 12:00 –, Thu 8 22:00 ada, Fri 9 00:00 bo, Fri 9 06:00 –, Fri 9 22:00 bo, Sat 10 06:00 –, Mon 12 22:00 cy, Tue 13 00:00 ada, Tue 13 06:00 –',
  },
  {
    says: 'the night of Friday ends on Saturday, and that of Sunday is another',
    given: within([{ ...nights, days: ['fri', 'sun'] }], {
      handoff: { time: '12:00' },
      startsAt: '2026-01-09',
    }),
    from: '2026-01-09T12:00',
    to: '2026-01-12T12:00',
    tells:
      'Fri 9 12:00 –, Fri 9 22:00 ada, Sat 10 06:00 –, Sun 11 22:00 bo, Mon 12 06:00 –',
  },
  {
    says: 'the nights of workdays: bo has Friday, nobody Saturday and Sunday',
    given: within([{ ...nights, days: workdays }], {
      handoff: { time: '12:00' },
    }),
    from: '2026-01-08T12:00',
    to: '2026-01-13T12:00',
    tells:
      'Thu 8 12:00 –, Thu 8 22:00 ada, Fri 9 06:00 –, Fri 9 22:00 bo, Sat 10 06:00 –, Mon 12 22:00 cy, Tue 13 06:00 –',
  },
  {
    says: 'the night of Sunday reaches into Monday',
    given: within([{ ...nights, days: ['sun'] }], {
      handoff: { time: '12:00' },
    }),
    from: '2026-01-11T12:00',
    to: '2026-01-12T12:00',
    tells: 'Sun 11 12:00 –, Sun 11 22:00 ada, Mon 12 06:00 –',
  },
  {
    says: 'a weekend from Friday evening to Monday morning, by three windows',
    given: within(
      [
        { days: ['fri'], from: '18:00', to: '24:00' },
        { days: ['sat', 'sun'], from: '00:00', to: '24:00' },
        { days: ['mon'], from: '00:00', to: '08:00' },
      ],
      {
        turn: { every: 1, unit: 'weeks' },
        handoff: { time: '12:00', weekday: 'fri' },
        startsAt: '2026-01-09',
      },
    ),
    from: '2026-01-09T12:00',
    to: '2026-01-19T12:00',
    tells:
      'Fri 9 12:00 –, Fri 9 18:00 ada, Mon 12 08:00 –, Fri 16 18:00 bo, Mon 19 08:00 –',
  },
  {
    says: 'a window whose start equals its end lasts a whole day',
    given: within([{ days: ['wed'], from: '09:00', to: '09:00' }]),
    from: '2026-01-06T00:00',
    to: '2026-01-09T00:00',
    tells: 'Tue 6 00:00 –, Wed 7 09:00 ada, Thu 8 09:00 –',
  },
  {
    says: 'a whole day each day is always',
    given: within([{ days: everyDay, from: '09:00', to: '09:00' }]),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'windows that touch are one',
    given: within([
      { days: workdays, from: '09:00', to: '12:00' },
      { days: workdays, from: '12:00', to: '17:00' },
    ]),
    from: '2026-01-05T09:00',
    to: '2026-01-06T12:00',
    tells: 'Mon 5 09:00 ada, Mon 5 17:00 –, Tue 6 09:00 bo',
  },
  {
    says: 'windows that overlap are one',
    given: within([
      { days: ['mon'], from: '09:00', to: '14:00' },
      { days: ['mon'], from: '12:00', to: '17:00' },
    ]),
    from: '2026-01-05T00:00',
    to: '2026-01-06T00:00',
    tells: 'Mon 5 00:00 –, Mon 5 09:00 ada, Mon 5 17:00 –',
  },
  {
    says: 'a break at noon',
    given: within([
      { days: workdays, from: '09:00', to: '12:00' },
      { days: workdays, from: '13:00', to: '17:00' },
    ]),
    from: '2026-01-05T09:00',
    to: '2026-01-06T10:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 –, Mon 5 13:00 ada, Mon 5 17:00 –, Tue 6 09:00 bo',
  },
  {
    says: 'other hours on Friday',
    given: within([
      { days: ['mon', 'tue', 'wed', 'thu'], from: '09:00', to: '17:00' },
      { days: ['fri'], from: '09:00', to: '13:00' },
    ]),
    from: '2026-01-08T00:00',
    to: '2026-01-10T00:00',
    tells:
      'Thu 8 00:00 –, Thu 8 09:00 ada, Thu 8 17:00 –, Fri 9 09:00 bo, Fri 9 13:00 –',
  },
  {
    says: 'a hand-off within the window cuts it',
    given: within([{ days: workdays, from: '08:00', to: '20:00' }], {
      handoff: { time: '14:00' },
    }),
    from: '2026-01-05T14:00',
    to: '2026-01-07T00:00',
    tells:
      'Mon 5 14:00 ada, Mon 5 20:00 –, Tue 6 08:00 ada, Tue 6 14:00 bo, Tue 6 20:00 –',
  },
  {
    says: 'Friday after the hand-off and Monday before it are one turn',
    given: within([{ days: workdays, from: '08:00', to: '20:00' }], {
      handoff: { time: '14:00' },
    }),
    from: '2026-01-09T00:00',
    to: '2026-01-13T00:00',
    tells:
      'Fri 9 00:00 –, Fri 9 08:00 ada, Fri 9 14:00 bo, Fri 9 20:00 –, Mon 12 08:00 bo, Mon 12 14:00 cy, Mon 12 20:00 –',
  },
  {
    says: 'a hand-off after the window of its day is for the next window',
    given: within([{ days: ['wed'], from: '06:00', to: '08:00' }]),
    from: '2026-01-05T09:00',
    to: '2026-01-21T09:00',
    tells:
      'Mon 5 09:00 –, Wed 7 06:00 ada, Wed 7 08:00 –, Wed 14 06:00 bo, Wed 14 08:00 –, Wed 21 06:00 cy, Wed 21 08:00 –',
  },
  {
    says: 'a start on Saturday: the first has Monday until the hand-off',
    given: within([{ days: workdays, from: '08:00', to: '20:00' }], {
      handoff: { time: '14:00' },
      startsAt: '2026-01-10',
    }),
    from: '2026-01-10T14:00',
    to: '2026-01-13T00:00',
    tells: 'Sat 10 14:00 –, Mon 12 08:00 ada, Mon 12 14:00 bo, Mon 12 20:00 –',
  },
  {
    says: 'a start after the window of its day: the first has the next window',
    given: within([office], { startsAt: '2026-01-05T18:00' }),
    from: '2026-01-05T18:00',
    to: '2026-01-08T00:00',
    tells:
      'Mon 5 18:00 –, Tue 6 09:00 ada, Tue 6 17:00 –, Wed 7 09:00 bo, Wed 7 17:00 –',
  },
  {
    says: 'a start on a weekend: the first has Monday',
    given: within([office], { startsAt: '2026-01-10' }),
    from: '2026-01-10T09:00',
    to: '2026-01-14T00:00',
    tells:
      'Sat 10 09:00 –, Mon 12 09:00 ada, Mon 12 17:00 –, Tue 13 09:00 bo, Tue 13 17:00 –',
  },
  {
    says: 'a start within the window',
    given: within([office], { startsAt: '2026-01-05T16:00' }),
    from: '2026-01-05T12:00',
    to: '2026-01-06T17:00',
    tells: 'Mon 5 12:00 –, Mon 5 16:00 ada, Mon 5 17:00 –, Tue 6 09:00 bo',
  },
  {
    says: 'four hours each within office hours: hours outside use up no turn',
    given: within([office], { turn: { every: 4, unit: 'hours' } }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 13:00 bo, Mon 5 17:00 –, Tue 6 09:00 cy, Tue 6 13:00 ada, Tue 6 17:00 –',
  },
  {
    says: 'four hours each over a weekend',
    given: within([office], { turn: { every: 4, unit: 'hours' } }),
    from: '2026-01-09T09:00',
    to: '2026-01-12T17:00',
    tells:
      'Fri 9 09:00 cy, Fri 9 13:00 ada, Fri 9 17:00 –, Mon 12 09:00 bo, Mon 12 13:00 cy',
  },
  {
    says: 'six hours each: the last turn of a day has only what is left of it',
    given: within([office], { turn: { every: 6, unit: 'hours' } }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 15:00 bo, Mon 5 17:00 –, Tue 6 09:00 cy, Tue 6 15:00 ada, Tue 6 17:00 –',
  },
  {
    says: 'four elapsed hours each within office hours, before the change of the clock and after it',
    given: within([office], {
      turn: { every: 4, unit: 'hours', hours: 'elapsed' },
      startsAt: '2026-03-27',
    }),
    from: '2026-03-27T09:00',
    to: '2026-03-30T17:00',
    tells:
      'Fri 27 09:00 ada, Fri 27 13:00 bo, Fri 27 17:00 –, Mon 30 09:00 cy, Mon 30 10:00 ada, Mon 30 14:00 bo',
  },
  {
    says: 'days and nights by two rotations',
    given: aSchedule(
      {},
      {
        participants: people('ada bo'),
        windows: [{ days: everyDay, from: '08:00', to: '20:00' }],
        handoff: { time: '08:00' },
        startsAt: '2026-01-05T08:00',
      },
      {
        participants: people('cy dee'),
        windows: [{ days: everyDay, from: '20:00', to: '08:00' }],
        handoff: { time: '20:00' },
        startsAt: '2026-01-05T20:00',
      },
    ),
    from: '2026-01-05T08:00',
    to: '2026-01-07T08:00',
    tells: 'Mon 5 08:00 ada, Mon 5 20:00 cy, Tue 6 08:00 bo, Tue 6 20:00 dee',
  },
  {
    says: 'around the sun by three teams',
    given: aSchedule(
      { timeZone: 'UTC' },
      ...['ada', 'bo', 'cy'].map((name, i) => ({
        participants: people(name),
        startsAt: '2026-01-01T00:00',
        handoff: { time: '00:00' },
        windows: [
          {
            days: everyDay,
            from: ['00:00', '08:00', '16:00'][i],
            to: ['08:00', '16:00', '24:00'][i],
          },
        ],
      })),
    ),
    from: '2026-01-05T00:00',
    to: '2026-01-06T08:00',
    tells: 'Mon 5 00:00 ada, Mon 5 08:00 bo, Mon 5 16:00 cy, Tue 6 00:00 ada',
  },
  {
    says: 'office hours above a rotation that is always on call',
    given: aSchedule(
      {},
      { participants: people('ada') },
      { participants: people('bo cy'), windows: [office], priority: 1 },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-07T00:00',
    tells: 'Mon 5 09:00 bo, Mon 5 17:00 ada, Tue 6 09:00 cy, Tue 6 17:00 ada',
  },
];
