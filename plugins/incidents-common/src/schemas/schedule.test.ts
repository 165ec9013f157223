import { scheduleDefinitionSchema, type ScheduleInput } from './schedule';

const rotation = {
  name: 'daily',
  participants: ['user:default/ada', 'user:default/bo'],
  turn: { every: 1, unit: 'days' as const },
  handoff: { time: '09:00' },
  startsAt: '2026-01-05',
};
const levels = [{ name: 'Primary', rotations: [rotation] }];
const schedule: ScheduleInput = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels,
};
const absence = {
  ...{ id: '1', user: 'user:default/ada' },
  ...{ from: '2026-01-05T09:00', to: '2026-01-06T09:00' },
};
const override = { ...absence, kind: 'remove', level: 'Primary' };
const half = { user: 'user:default/bo', from: absence.from, to: absence.to };
const swap = { id: '1', between: [half, { ...half, user: absence.user }] };
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => `user:default/u${i}`);

/** `path: sentence` of the first issue. */
function complaint(about: object): string | undefined {
  const parsed = scheduleDefinitionSchema.safeParse({ ...schedule, ...about });
  const [issue] = parsed.error?.issues ?? [];
  return issue && `${issue.path.join('.')}: ${issue.message}`;
}

const withRotation = (about: object) => ({
  levels: [{ name: 'Primary', rotations: [{ ...rotation, ...about }] }],
});
const oneRotation = 'levels.0.rotations.0';

describe('a schedule definition', () => {
  it('is as short as this, and is filled up', () => {
    expect(scheduleDefinitionSchema.parse(schedule)).toEqual({
      ...schedule,
      levels: [
        {
          name: 'Primary',
          rotations: [{ ...rotation, priority: 0, whenAbsent: 'next' }],
        },
      ],
      ...{ revisions: [], overrides: [], swaps: [], shadows: [], absences: [] },
    });
  });

  it.each<[string, object]>([
    [
      'users who share a turn',
      withRotation({
        participants: [
          { name: 'Pair', users: ['user:default/ada', 'user:default/bo'] },
        ],
      }),
    ],
    ['nobody', withRotation({ participants: [] })],
    ['a start on the wall', withRotation({ startsAt: '2026-01-05T10:30' })],
    [
      'a start at an instant',
      withRotation({ startsAt: '2026-01-05T10:30:00.000Z' }),
    ],
    [
      'turns of elapsed hours',
      withRotation({ turn: { every: 12, unit: 'hours', hours: 'elapsed' } }),
    ],
    [
      'weeks from a weekday on',
      withRotation({
        turn: { every: 2, unit: 'weeks' },
        handoff: { time: '09:00', weekday: 'wed' },
      }),
    ],
    [
      'months from a day on',
      withRotation({
        turn: { every: 1, unit: 'months' },
        handoff: { time: '09:00', monthday: 31 },
      }),
    ],
    [
      'a window to the end of the day',
      withRotation({
        windows: [{ days: ['mon'], from: '18:00', to: '24:00' }],
      }),
    ],
    [
      'a level without rotations',
      { levels: [{ name: 'Primary', rotations: [] }] },
    ],
    ['an override', { overrides: [override] }],
    ['a swap', { swaps: [swap] }],
    ['a shadow', { shadows: [{ ...absence, level: 'Primary' }] }],
    [
      'an absence between instants',
      {
        absences: [
          {
            ...absence,
            from: '2026-01-05T09:00:00Z',
            to: '2026-01-05T09:00:01Z',
          },
        ],
      },
    ],
    [
      'a level of an exception that only a revision has',
      {
        revisions: [
          {
            from: '2026-02-01T00:00:00.000Z',
            timeZone: 'UTC',
            levels: [{ name: 'Backup', rotations: [] }],
          },
        ],
        overrides: [{ ...override, level: 'Backup' }],
      },
    ],
  ])('may have %s', (_, about) => {
    expect(complaint(about)).toBeUndefined();
  });

  it.each<[object, string]>([
    [{ name: 'Check out' }, 'name: must be small letters, digits and hyphens'],
    [{ name: 'load' }, 'name: must not be "new" or "load"'],
    [
      { timeZone: 'Europe/Atlantis' },
      'timeZone: must be the name of a time zone such as Europe/Berlin',
    ],
    [
      { timeZone: '+01:00' },
      'timeZone: must be the name of a time zone such as Europe/Berlin',
    ],
    [{ levels: [] }, 'levels: Too small: expected array to have >=1 items'],
    [
      { levels: [...levels, { name: 'Primary', rotations: [] }] },
      'levels.1.name: "Primary" is the name of two levels',
    ],
    [
      { levels: [...levels, { name: 'Backup', rotations: [rotation] }] },
      'levels.1.rotations.0.name: "daily" is the name of two rotations of the schedule',
    ],
    [
      {
        levels: [
          {
            name: 'Primary',
            rotations: many(21).map(name => ({ ...rotation, name })),
          },
        ],
      },
      'levels.0.rotations: Too big: expected array to have <=20 items',
    ],
    [
      withRotation({ participants: many(101) }),
      `${oneRotation}.participants: Too big: expected array to have <=100 items`,
    ],
    [
      withRotation({ participants: ['group:default/team'] }),
      `${oneRotation}.participants.0: must be a user in lower case, such as user:default/ada`,
    ],
    [
      withRotation({ participants: ['user:default/Ada'] }),
      `${oneRotation}.participants.0: must be a user in lower case, such as user:default/ada`,
    ],
    [
      withRotation({ participants: [7] }),
      `${oneRotation}.participants.0: must be a user such as user:default/ada, or a name with 1 to 20 users`,
    ],
    [
      withRotation({ participants: ['user:default/ada', 'user:default/ada'] }),
      `${oneRotation}.participants.1: has user:default/ada a second time`,
    ],
    [
      withRotation({ turn: { every: 0, unit: 'days' } }),
      `${oneRotation}.turn.every: Too small: expected number to be >=1`,
    ],
    [
      withRotation({ turn: { every: 1, unit: 'days', hours: 'wall' } }),
      `${oneRotation}.turn.hours: is only for turns of hours`,
    ],
    [
      withRotation({ handoff: { time: '9:00' } }),
      `${oneRotation}.handoff.time: must be a time such as 09:00`,
    ],
    [
      withRotation({ handoff: { time: '24:00' } }),
      `${oneRotation}.handoff.time: must be a time such as 09:00`,
    ],
    [
      withRotation({ handoff: { time: '09:00', weekday: 'mon' } }),
      `${oneRotation}.handoff.weekday: is only for turns of weeks`,
    ],
    [
      withRotation({ handoff: { time: '09:00', monthday: 1 } }),
      `${oneRotation}.handoff.monthday: is only for turns of months`,
    ],
    [
      withRotation({ startsAt: '2026-02-30' }),
      `${oneRotation}.startsAt: must be a date such as 2026-03-01, a time in the zone of the schedule such as 2026-03-01T09:00, or an instant`,
    ],
    [
      withRotation({ startsAt: '1970-01-01' }),
      `${oneRotation}.startsAt: must be a date such as 2026-03-01, a time in the zone of the schedule such as 2026-03-01T09:00, or an instant`,
    ],
    [
      withRotation({ windows: [{ days: [], from: '09:00', to: '17:00' }] }),
      `${oneRotation}.windows.0.days: Too small: expected array to have >=1 items`,
    ],
    [
      withRotation({
        windows: [{ days: ['mon'], from: '09:00', to: '25:00' }],
      }),
      `${oneRotation}.windows.0.to: must be a time such as 17:00`,
    ],
    [
      withRotation({ colour: 'red' }),
      `${oneRotation}: Unrecognized key: "colour"`,
    ],
    [
      {
        revisions: ['2026-02-02', '2026-02-01'].map(date => ({
          ...{ from: `${date}T00:00:00.000Z`, timeZone: 'UTC', levels },
        })),
      },
      'revisions.1.from: must be later than that of the revision before it',
    ],
    [
      { revisions: [{ from: 'now', timeZone: 'UTC', levels }] },
      'revisions.0.from: must be an instant such as 2026-03-01T08:00:00.000Z',
    ],
    [
      { overrides: [{ ...override, madeAt: '1999-12-31T23:59:59.999Z' }] },
      'overrides.0.madeAt: must lie between 2000 and 2100',
    ],
    [
      { overrides: [{ ...override, level: 'Third' }] },
      'overrides.0.level: no level of the schedule is called "Third"',
    ],
    [
      { overrides: [{ ...override, to: override.from }] },
      'overrides.0.to: must be later than from',
    ],
    [
      { overrides: [{ ...override, to: '2026-01-06T09:00:00.000Z' }] },
      'overrides.0.to: must be of the same kind as from: both instants, or both times in the zone of the schedule',
    ],
    [
      { overrides: [override, override] },
      'overrides.1.id: "1" is the id of two',
    ],
    [
      { absences: Array(501).fill(absence) },
      'absences: Too big: expected array to have <=500 items',
    ],
    [
      { absences: [{ ...absence, from: 'Monday' }] },
      'absences.0.from: must be an instant such as 2026-03-01T08:00:00.000Z, or a time in the zone of the schedule such as 2026-03-01T09:00',
    ],
    [
      { absences: [{ ...absence, user: 'ada' }] },
      'absences.0.user: must look like kind:namespace/name',
    ],
    [
      { absences: [{ ...absence, user: 'group:default/a' }] },
      'absences.0.user: must be a user in lower case, such as user:default/ada',
    ],
    [
      { swaps: [{ ...swap, between: [half, half] }] },
      'swaps.0.between.1.user: must be somebody else',
    ],
    [
      { swaps: [{ ...swap, between: [half] }] },
      'swaps.0.between: Too small: expected array to have >=2 items',
    ],
  ])('names the field that is wrong in %j', (about, expected) => {
    expect(complaint(about)).toBe(expected);
  });
});
