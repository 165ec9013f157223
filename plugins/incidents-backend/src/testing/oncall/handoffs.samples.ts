import type { Example } from './examples';
import { aSchedule, level, people, user } from './aSchedule';

const weekly = (about = {}) =>
  aSchedule(
    {},
    { turn: { every: 1, unit: 'weeks' }, handoff: { time: '09:00' }, ...about },
  );
const monthly = (monthday: number | undefined, about = {}) =>
  aSchedule(
    {},
    {
      turn: { every: 1, unit: 'months' },
      handoff: { time: '09:00', ...(monthday && { monthday }) },
      ...about,
    },
  );
const hourly = (every: number, about = {}) =>
  aSchedule(
    {},
    { turn: { every, unit: 'hours' }, handoff: { time: '08:00' }, ...about },
  );
const days = (every: number, about = {}) =>
  aSchedule({}, { turn: { every, unit: 'days' }, ...about });

/** Turns without windows, in a winter without changes of the clock. */
export const handoffs: Example[] = [
  {
    says: 'one day each, in their order',
    given: aSchedule(),
    from: '2026-01-05T09:00',
    to: '2026-01-09T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 ada',
  },
  {
    says: 'nobody before the start',
    given: aSchedule(),
    from: '2026-01-04T00:00',
    to: '2026-01-06T00:00',
    tells: 'Sun 4 00:00 –, Mon 5 09:00 ada',
  },
  {
    says: 'a start in the middle of a day is a short first turn',
    given: aSchedule({}, { startsAt: '2026-01-05T15:30' }),
    from: '2026-01-05T00:00',
    to: '2026-01-07T12:00',
    tells: 'Mon 5 00:00 –, Mon 5 15:30 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'a start before the hand-off of its day belongs to the day before',
    given: aSchedule({}, { startsAt: '2026-01-05T07:00' }),
    from: '2026-01-05T07:00',
    to: '2026-01-07T00:00',
    tells: 'Mon 5 07:00 ada, Mon 5 09:00 bo, Tue 6 09:00 cy',
  },
  {
    says: 'a start given as an instant',
    given: aSchedule({}, { startsAt: '2026-01-05T14:00:00.000Z' }),
    from: '2026-01-05T12:00',
    to: '2026-01-06T12:00',
    tells: 'Mon 5 12:00 –, Mon 5 15:00 ada, Tue 6 09:00 bo',
  },
  {
    says: 'an end',
    given: aSchedule({}, { endsAt: '2026-01-06T18:00' }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 18:00 –',
  },
  {
    says: 'hand-off at midnight',
    given: aSchedule({}, { handoff: { time: '00:00' } }),
    from: '2026-01-05T00:00',
    to: '2026-01-08T00:00',
    tells: 'Mon 5 00:00 ada, Tue 6 00:00 bo, Wed 7 00:00 cy',
  },
  {
    says: 'hand-off a minute before midnight',
    given: aSchedule({}, { handoff: { time: '23:59' } }),
    from: '2026-01-05T23:59',
    to: '2026-01-07T23:59',
    tells: 'Mon 5 23:59 ada, Tue 6 23:59 bo',
  },
  {
    says: 'one person has every turn',
    given: aSchedule({}, { participants: people('ada') }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 ada',
  },
  {
    says: 'a rotation without participants has nobody',
    given: aSchedule({}, { participants: [] }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 –',
  },
  {
    says: 'users who share a turn',
    given: aSchedule({}, { participants: people('ada+bo cy') }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada+bo, Tue 6 09:00 cy, Wed 7 09:00 ada+bo',
  },
  {
    says: 'a user in two turns that follow each other',
    given: aSchedule({}, { participants: people('ada+bo bo+cy') }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 ada+bo, Tue 6 09:00 bo+cy',
  },
  {
    says: 'two days each',
    given: days(2),
    from: '2026-01-05T09:00',
    to: '2026-01-13T09:00',
    tells: 'Mon 5 09:00 ada, Wed 7 09:00 bo, Fri 9 09:00 cy, Sun 11 09:00 ada',
  },
  {
    says: 'ten days each',
    given: days(10, { participants: people('ada bo') }),
    from: '2026-01-05T09:00',
    to: '2026-02-04T09:00',
    tells: 'Mon 5 09:00 ada, Thu 15 09:00 bo, Sun 25 09:00 ada',
  },
  {
    says: 'days over the end of February',
    given: days(1, { startsAt: '2026-02-27' }),
    from: '2026-02-27T09:00',
    to: '2026-03-02T09:00',
    tells: 'Fri 27 09:00 ada, Sat 28 09:00 bo, Sun 1 09:00 cy',
  },
  {
    says: 'days over a leap day',
    given: days(1, { startsAt: '2028-02-28' }),
    from: '2028-02-28T09:00',
    to: '2028-03-02T09:00',
    tells: 'Mon 28 09:00 ada, Tue 29 09:00 bo, Wed 1 09:00 cy',
  },
  {
    says: 'days over New Year',
    given: days(1, { startsAt: '2026-12-30' }),
    from: '2026-12-30T09:00',
    to: '2027-01-02T09:00',
    tells: 'Wed 30 09:00 ada, Thu 31 09:00 bo, Fri 1 09:00 cy',
  },
  {
    says: 'years later, still in the same order: 7 305 days are 2 435 times three',
    given: days(1, { startsAt: '2006-01-05' }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo',
  },
  {
    says: 'a week each, from the weekday of the start',
    given: weekly({ startsAt: '2026-01-07' }),
    from: '2026-01-07T09:00',
    to: '2026-01-28T09:00',
    tells: 'Wed 7 09:00 ada, Wed 14 09:00 bo, Wed 21 09:00 cy',
  },
  {
    says: 'a week each, handed over on Mondays, with a short first turn',
    given: weekly({
      startsAt: '2026-01-07',
      handoff: { time: '09:00', weekday: 'mon' },
    }),
    from: '2026-01-07T09:00',
    to: '2026-01-26T09:00',
    tells: 'Wed 7 09:00 ada, Mon 12 09:00 bo, Mon 19 09:00 cy',
  },
  {
    says: 'a week each, handed over on Sundays',
    given: weekly({
      startsAt: '2026-01-05',
      handoff: { time: '18:00', weekday: 'sun' },
    }),
    from: '2026-01-05T18:00',
    to: '2026-01-19T18:00',
    tells: 'Mon 5 18:00 ada, Sun 11 18:00 bo, Sun 18 18:00 cy',
  },
  {
    says: 'a start on the weekday of the hand-off and before its time',
    given: weekly({
      startsAt: '2026-01-05T08:00',
      handoff: { time: '09:00', weekday: 'mon' },
    }),
    from: '2026-01-05T08:00',
    to: '2026-01-13T09:00',
    tells: 'Mon 5 08:00 ada, Mon 5 09:00 bo, Mon 12 09:00 cy',
  },
  {
    says: 'two weeks each',
    given: weekly({ turn: { every: 2, unit: 'weeks' } }),
    from: '2026-01-05T09:00',
    to: '2026-02-16T09:00',
    tells: 'Mon 5 09:00 ada, Mon 19 09:00 bo, Mon 2 09:00 cy',
  },
  {
    says: 'two weeks each, counted from the week of the start',
    given: weekly({
      startsAt: '2026-01-07',
      turn: { every: 2, unit: 'weeks' },
      handoff: { time: '09:00', weekday: 'mon' },
    }),
    from: '2026-01-07T09:00',
    to: '2026-02-02T09:00',
    tells: 'Wed 7 09:00 ada, Mon 19 09:00 bo',
  },
  {
    says: 'four weeks each',
    given: weekly({
      turn: { every: 4, unit: 'weeks' },
      participants: people('ada bo'),
    }),
    from: '2026-01-05T09:00',
    to: '2026-03-30T09:00',
    tells: 'Mon 5 09:00 ada, Mon 2 09:00 bo, Mon 2 09:00 ada',
  },
  {
    says: 'a month each, from the day of the start',
    given: monthly(undefined, { startsAt: '2026-01-15' }),
    from: '2026-01-15T09:00',
    to: '2026-04-15T10:00',
    tells:
      'Thu 15 09:00 ada, Sun 15 09:00 bo, Sun 15 09:00 cy, Wed 15 09:00 ada',
  },
  {
    says: 'a month each, on the first',
    given: monthly(1, { startsAt: '2026-01-01' }),
    from: '2026-01-01T09:00',
    to: '2026-04-01T09:00',
    tells: 'Thu 1 09:00 ada, Sun 1 09:00 bo, Sun 1 09:00 cy',
  },
  {
    says: 'on the 31st, clamped to the last day and back again',
    given: monthly(31, { startsAt: '2025-12-31' }),
    from: '2025-12-31T09:00',
    to: '2026-06-30T09:00',
    tells:
      'Wed 31 09:00 ada, Sat 31 09:00 bo, Sat 28 09:00 cy, Tue 31 09:00 ada, Thu 30 09:00 bo, Sun 31 09:00 cy',
  },
  {
    says: 'on the 30th, clamped in February only',
    given: monthly(30, { startsAt: '2026-01-30' }),
    from: '2026-01-30T09:00',
    to: '2026-05-01T00:00',
    tells:
      'Fri 30 09:00 ada, Sat 28 09:00 bo, Mon 30 09:00 cy, Thu 30 09:00 ada',
  },
  {
    says: 'on the 29th of a leap year',
    given: monthly(29, { startsAt: '2028-01-29' }),
    from: '2028-01-29T09:00',
    to: '2028-03-30T00:00',
    tells: 'Sat 29 09:00 ada, Tue 29 09:00 bo, Wed 29 09:00 cy',
  },
  {
    says: 'on the 31st from a start in February',
    given: monthly(31, { startsAt: '2026-02-28' }),
    from: '2026-02-28T09:00',
    to: '2026-05-01T00:00',
    tells: 'Sat 28 09:00 ada, Tue 31 09:00 bo, Thu 30 09:00 cy',
  },
  {
    says: 'a start before the day of the hand-off is a short first turn',
    given: monthly(20, { startsAt: '2026-01-15' }),
    from: '2026-01-15T09:00',
    to: '2026-03-01T00:00',
    tells: 'Thu 15 09:00 ada, Tue 20 09:00 bo, Fri 20 09:00 cy',
  },
  {
    says: 'three months each',
    given: monthly(1, {
      startsAt: '2026-01-01',
      turn: { every: 3, unit: 'months' },
    }),
    from: '2026-01-01T09:00',
    to: '2026-11-01T00:00',
    tells: 'Thu 1 09:00 ada, Wed 1 09:00 bo, Wed 1 09:00 cy, Thu 1 09:00 ada',
  },
  {
    says: 'twelve months each, anchored to a leap day',
    given: monthly(29, {
      startsAt: '2024-02-29',
      turn: { every: 12, unit: 'months' },
    }),
    from: '2024-02-29T09:00',
    to: '2028-03-01T00:00',
    tells:
      'Thu 29 09:00 ada, Fri 28 09:00 bo, Sat 28 09:00 cy, Sun 28 09:00 ada, Tue 29 09:00 bo',
  },
  {
    says: 'eight hours each',
    given: hourly(8, { startsAt: '2026-01-05T08:00' }),
    from: '2026-01-05T08:00',
    to: '2026-01-06T16:00',
    tells: 'Mon 5 08:00 ada, Mon 5 16:00 bo, Tue 6 00:00 cy, Tue 6 08:00 ada',
  },
  {
    says: 'twelve hours each: with three people nobody keeps the nights',
    given: hourly(12, { startsAt: '2026-01-05T08:00' }),
    from: '2026-01-05T08:00',
    to: '2026-01-07T08:00',
    tells: 'Mon 5 08:00 ada, Mon 5 20:00 bo, Tue 6 08:00 cy, Tue 6 20:00 ada',
  },
  {
    says: 'twelve hours each: with two people one has every night',
    given: hourly(12, {
      startsAt: '2026-01-05T08:00',
      participants: people('ada bo'),
    }),
    from: '2026-01-05T08:00',
    to: '2026-01-07T08:00',
    tells: 'Mon 5 08:00 ada, Mon 5 20:00 bo, Tue 6 08:00 ada, Tue 6 20:00 bo',
  },
  {
    says: 'hours are counted from the hand-off time, a start in between is a short turn',
    given: hourly(8, { startsAt: '2026-01-05T10:00' }),
    from: '2026-01-05T10:00',
    to: '2026-01-06T08:00',
    tells: 'Mon 5 10:00 ada, Mon 5 16:00 bo, Tue 6 00:00 cy',
  },
  {
    says: 'a start before the hand-off time of its day',
    given: hourly(8, { startsAt: '2026-01-05T03:00' }),
    from: '2026-01-05T03:00',
    to: '2026-01-05T20:00',
    tells: 'Mon 5 03:00 ada, Mon 5 08:00 bo, Mon 5 16:00 cy',
  },
  {
    says: 'five hours each go on over midnight',
    given: hourly(5, { startsAt: '2026-01-05T08:00' }),
    from: '2026-01-05T08:00',
    to: '2026-01-06T09:00',
    tells:
      'Mon 5 08:00 ada, Mon 5 13:00 bo, Mon 5 18:00 cy, Mon 5 23:00 ada, Tue 6 04:00 bo',
  },
  {
    says: 'thirty-six hours each',
    given: hourly(36, { startsAt: '2026-01-05T08:00' }),
    from: '2026-01-05T08:00',
    to: '2026-01-11T08:00',
    tells: 'Mon 5 08:00 ada, Tue 6 20:00 bo, Thu 8 08:00 cy, Fri 9 20:00 ada',
  },
  {
    says: 'the higher priority answers where it has somebody',
    given: aSchedule(
      {},
      { participants: people('ada') },
      { participants: people('bo'), priority: 1, startsAt: '2026-01-06' },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo',
  },
  {
    says: 'a higher priority that ends gives back to the lower one',
    given: aSchedule(
      {},
      { participants: people('ada') },
      {
        participants: people('bo'),
        priority: 1,
        startsAt: '2026-01-06',
        endsAt: '2026-01-06T21:00',
      },
    ),
    from: '2026-01-06T00:00',
    to: '2026-01-07T09:00',
    tells: 'Tue 6 00:00 ada, Tue 6 09:00 bo, Tue 6 21:00 ada',
  },
  {
    says: 'equal priorities answer together',
    given: aSchedule(
      {},
      { participants: people('ada bo') },
      { participants: people('cy') },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    tells: 'Mon 5 09:00 ada+cy, Tue 6 09:00 bo+cy',
  },
  {
    says: 'a second level by itself',
    given: aSchedule({
      levels: [
        level('Primary', {}),
        level('Backup', { name: 'backup', participants: people('dee eve') }),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    level: 2,
    tells: 'Mon 5 09:00 dee, Tue 6 09:00 eve, Wed 7 09:00 dee',
  },
  {
    says: 'a backup who is the primary of the day before',
    given: aSchedule({
      levels: [
        level('Primary', {}),
        level('Backup', { name: 'backup', participants: people('cy ada bo') }),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    level: 2,
    tells: 'Mon 5 09:00 cy, Tue 6 09:00 ada, Wed 7 09:00 bo',
  },
  {
    says: 'India, half an hour off the full hour',
    given: aSchedule({ timeZone: 'Asia/Kolkata' }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    offsets: true,
    tells: 'Mon 5 09:00+05:30 ada, Tue 6 09:00+05:30 bo',
  },
  {
    says: 'Nepal, a quarter of an hour off',
    given: aSchedule({ timeZone: 'Asia/Kathmandu' }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    offsets: true,
    tells: 'Mon 5 09:00+05:45 ada, Tue 6 09:00+05:45 bo',
  },
  {
    says: 'Kiribati, fourteen hours ahead',
    given: aSchedule({ timeZone: 'Pacific/Kiritimati' }),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    offsets: true,
    tells: 'Mon 5 09:00+14:00 ada, Tue 6 09:00+14:00 bo',
  },
  {
    says: 'Tokyo, and a user whose name has a hyphen',
    given: aSchedule(
      { timeZone: 'Asia/Tokyo' },
      { participants: [user('ada-lovelace'), user('bo')] },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-07T09:00',
    offsets: true,
    tells: 'Mon 5 09:00+09:00 ada-lovelace, Tue 6 09:00+09:00 bo',
  },
];
