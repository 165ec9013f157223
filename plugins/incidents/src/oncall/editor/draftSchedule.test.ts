import type {
  Rotation,
  ScheduleLevel,
} from 'backstage-plugin-incidents-common';
import { draftOf, isSame, levelsOf } from './draftSchedule';

const rotation: Rotation = {
  name: 'weekly',
  participants: [
    'user:default/ada',
    { name: 'Pair', users: ['user:default/bo', 'user:default/cy'] },
  ],
  turn: { every: 2, unit: 'weeks' },
  handoff: { time: '09:00', weekday: 'mon' },
  startsAt: '2026-01-05',
  priority: 0,
  whenAbsent: 'next',
};

const about = {
  title: 'Checkout',
  name: 'checkout',
  timeZone: 'Europe/Berlin',
};
const draftWith = (part: Partial<Rotation>) =>
  draftOf({
    ...about,
    levels: [{ name: 'Primary', rotations: [{ ...rotation, ...part }] }],
  });

describe('a schedule in the form', () => {
  it.each<[string, Partial<Rotation>]>([
    ['people and groups', {}],
    ['nobody', { participants: [] }],
    [
      'elapsed hours',
      {
        turn: { every: 12, unit: 'hours', hours: 'elapsed' },
        handoff: { time: '09:00' },
      },
    ],
    [
      'a day of the month',
      {
        turn: { every: 1, unit: 'months' },
        handoff: { time: '09:00', monthday: 31 },
      },
    ],
    ['the weekday of its start', { handoff: { time: '09:00' } }],
    ['a start at an instant', { startsAt: '2026-01-05T10:30:00.000Z' }],
    ['an end on the wall', { endsAt: '2026-06-01T09:00' }],
    [
      'windows',
      { windows: [{ days: ['mon', 'sat'], from: '22:00', to: '06:00' }] },
    ],
    ['priority', { priority: -3, whenAbsent: 'nobody' }],
  ])('comes out as it went in: %s', (_, part) => {
    const levels: ScheduleLevel[] = [
      { name: 'Primary', rotations: [{ ...rotation, ...part }] },
    ];
    expect(levelsOf(draftOf({ ...about, levels }))).toEqual(levels);
  });

  it('ends a window at the beginning of the next day, which is the same', () => {
    const draft = draftWith({
      windows: [{ days: ['mon'], from: '18:00', to: '24:00' }],
    });
    expect(levelsOf(draft)[0].rotations[0].windows).toEqual([
      { days: ['mon'], from: '18:00', to: '00:00' },
    ]);
  });

  it('forgets what its unit does not have', () => {
    const draft = draftWith({});
    draft.levels[0].rotations[0].unit = 'days';
    expect(levelsOf(draft)[0].rotations[0].handoff).toEqual({ time: '09:00' });
  });

  it('is another one when one word is', () => {
    expect(isSame(draftWith({}), draftWith({}))).toBe(true);
    expect(isSame(draftWith({}), draftWith({ name: 'daily' }))).toBe(false);
    expect(
      isSame(draftWith({}), { ...draftWith({}), timeZone: 'Asia/Tokyo' }),
    ).toBe(false);
  });
});
