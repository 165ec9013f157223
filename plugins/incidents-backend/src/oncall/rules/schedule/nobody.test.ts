import {
  aSchedule,
  level,
  people,
  user,
} from '../../../testing/oncall/aSchedule';
import { gapsTold } from '../../../testing/oncall/told';
import { whoIsOnCall } from '../whoIsOnCall';
import { laySchedule } from './laySchedule';

const stretch = { from: '2026-01-05T12:00', to: '2026-01-05T18:00' };
const absent = (name: string) => ({
  ...{ id: name, user: user(name) },
  ...stretch,
});
const window = { from: '2026-01-05T09:00', to: '2026-01-06T09:00' };

describe('nobody on call', () => {
  it.each([
    ['never', aSchedule(), ''],
    [
      'without a rotation',
      aSchedule({ levels: [level('Primary')] }),
      'Mon 5 09:00 – Tue 6 09:00 no-rotation',
    ],
    [
      'without participants',
      aSchedule({}, { participants: [] }),
      'Mon 5 09:00 – Tue 6 09:00 no-participants',
    ],
    [
      'before the start',
      aSchedule({}, { startsAt: '2026-01-05T20:00' }),
      'Mon 5 09:00 – Mon 5 20:00 not-started',
    ],
    [
      'after the end',
      aSchedule({}, { endsAt: '2026-01-05T20:00' }),
      'Mon 5 20:00 – Tue 6 09:00 ended',
    ],
    [
      'outside the windows',
      aSchedule(
        {},
        {
          windows: [{ days: ['mon'], from: '10:00', to: '16:00' }],
        },
      ),
      'Mon 5 09:00 – Mon 5 10:00 outside-windows, Mon 5 16:00 – Tue 6 09:00 outside-windows',
    ],
    [
      'while all are absent',
      aSchedule({ absences: ['ada', 'bo', 'cy'].map(absent) }),
      'Mon 5 12:00 – Mon 5 18:00 absent',
    ],
    [
      'while one is absent for whom nobody stands in',
      aSchedule({ absences: [absent('ada')] }, { whenAbsent: 'nobody' }),
      'Mon 5 12:00 – Mon 5 18:00 absent',
    ],
    [
      'while everybody is taken off',
      aSchedule({
        overrides: [{ ...absent('ada'), kind: 'remove', level: 'Primary' }],
      }),
      'Mon 5 12:00 – Mon 5 18:00 removed',
    ],
    [
      'for one reason after the other',
      aSchedule(
        { absences: [absent('ada')] },
        { participants: people('ada'), endsAt: '2026-01-05T18:00' },
      ),
      'Mon 5 12:00 – Mon 5 18:00 absent, Mon 5 18:00 – Tue 6 09:00 ended',
    ],
  ])('%s', (_, schedule, expected) => {
    expect(gapsTold(schedule, window)).toBe(expected);
  });

  it.each([
    [[absent('ada')], 'ada is absent, and nobody stands in.'],
    [
      [absent('ada'), absent('bo')],
      'ada and bo are absent, and nobody stands in.',
    ],
  ])('says who is absent', (absences, because) => {
    const rotation = {
      participants: people(absences.map(({ id }) => id).join('+')),
    };
    const { gaps } = laySchedule(
      aSchedule({ absences }, rotation),
      new Date('2026-01-05T11:00Z'),
      new Date('2026-01-05T12:00Z'),
    );
    expect(gaps.map(gap => gap.because)).toEqual([because]);
  });

  it('is a result with its reason and its end', () => {
    const schedule = aSchedule(
      {},
      {
        windows: [{ days: ['mon', 'tue'], from: '10:00', to: '16:00' }],
      },
    );
    const at = new Date('2026-01-05T17:00Z');
    const { shifts, gaps } = laySchedule(
      schedule,
      at,
      new Date('2026-01-07T00:00Z'),
    );
    expect(whoIsOnCall(shifts, at, { gaps })).toEqual([
      {
        level: 1,
        name: 'Primary',
        result: 'nobody',
        people: [],
        next: {
          people: [{ ref: 'user:default/bo', displayName: 'bo' }],
          from: '2026-01-06T09:00:00.000Z',
        },
        gap: 'Nobody is on call until 2026-01-06 09:00 UTC, then bo. It is outside the windows of Primary.',
        gapReason: 'outside-windows',
      },
    ]);
  });
});

describe('why somebody is on call', () => {
  const because = (schedule: ReturnType<typeof aSchedule>) =>
    laySchedule(
      schedule,
      new Date('2026-01-05T11:00Z'),
      new Date('2026-01-05T12:00Z'),
      ref => ({ ref, displayName: ref.slice(13).toUpperCase() }),
    ).shifts.map(shift => shift.because);
  const exception = { ...absent('dee'), level: 'Primary' };

  it.each([
    [aSchedule(), ['It is the turn of ADA in the rotation daily.']],
    [
      aSchedule(
        {},
        { participants: [{ name: 'Team A', users: [user('ada')] }] },
      ),
      ['It is the turn of Team A in the rotation daily.'],
    ],
    [
      aSchedule({ absences: [absent('ada')] }),
      ['BO stands in for ADA, who is absent, in the rotation daily.'],
    ],
    [
      aSchedule({
        overrides: [{ ...exception, kind: 'replace', reason: 'Doctor. ' }],
      }),
      ['DEE replaces ADA: Doctor.'],
    ],
    [
      aSchedule({ overrides: [{ ...exception, kind: 'add' }] }),
      ['It is the turn of ADA in the rotation daily.', 'DEE was added.'],
    ],
    [
      aSchedule({
        swaps: [
          {
            id: '1',
            between: [
              { user: user('ada'), ...stretch },
              { user: user('dee'), ...stretch },
            ],
          },
        ],
      }),
      ['DEE swapped with ADA.'],
    ],
    [
      aSchedule({ shadows: [exception] }),
      [
        'It is the turn of ADA in the rotation daily.',
        'DEE comes along to learn, and is not paged.',
      ],
    ],
    [
      aSchedule(
        { overrides: [{ ...exception, kind: 'replace' }] },
        { participants: [] },
      ),
      ['DEE replaces nobody.'],
    ],
  ])('is said in a sentence', (schedule, sentences) => {
    expect(because(schedule)).toEqual(sentences);
  });
});
