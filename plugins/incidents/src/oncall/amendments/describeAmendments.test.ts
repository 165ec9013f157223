import { testNow } from 'backstage-plugin-incidents-common/testing';
import { aSchedule } from '../testing/aShift';
import { describeAmendments, mayWithdraw } from './describeAmendments';

const now = new Date(testNow);
const zone = 'Europe/Berlin';
const [ada, bo] = ['user:default/ada', 'user:default/bo'];
const day = (date: number) => ({
  ...{ from: `2099-11-${date}T09:00`, to: `2099-11-${date}T17:00` },
});

const { definition } = aSchedule();
const amended = {
  ...definition,
  overrides: [
    {
      ...{ id: 'replaced', kind: 'replace' as const, level: 'Primary' },
      ...{ user: bo, replaces: ada, reason: 'a dentist', ...day(20) },
    },
    {
      ...{ id: 'over', kind: 'add' as const, level: 'Primary', user: bo },
      ...{ from: '2020-01-01T09:00', to: '2020-01-02T09:00' },
    },
    {
      ...{ id: 'back', kind: 'remove' as const, level: 'Primary', user: bo },
      ...{ ...day(20), withdrawnAt: testNow },
    },
  ],
  swaps: [
    {
      id: 'swapped',
      between: [
        { user: ada, ...day(12) },
        { user: bo, ...day(14) },
      ] as [
        { user: string; from: string; to: string },
        { user: string; from: string; to: string },
      ],
    },
  ],
  shadows: [
    {
      ...{ id: 'learns', level: 'Primary', user: bo, follows: ada },
      ...day(16),
    },
  ],
  absences: [{ ...{ id: 'away', user: ada }, ...day(11) }],
};

describe('what was changed by hand', () => {
  const told = describeAmendments(amended, zone, now);

  it('is told until it is over or taken back, the next first', () => {
    expect(told.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
      'away: absence',
      'swapped: swap',
      'learns: shadow',
      'replaced: replace',
    ]);
  });

  it('counts by the clock of the schedule', () => {
    expect(told.at(-1)).toEqual({
      ...{ id: 'replaced', kind: 'replace', level: 'Primary' },
      ...{ user: bo, other: ada, reason: 'a dentist', concerns: [ada] },
      spans: [
        {
          from: '2099-11-20T08:00:00.000Z',
          to: '2099-11-20T16:00:00.000Z',
        },
      ],
    });
  });

  const own = { update: false, overrideOwn: true, overrideAny: false };
  it.each([
    ['who gave a shift away takes it back', 3, own, ada, true],
    ['who took it over does not', 3, own, bo, false],
    ['either of a swap does', 1, own, bo, true],
    [
      'whoever may change any shift does',
      3,
      { ...own, overrideAny: true },
      'user:default/cy',
      true,
    ],
    [
      'nobody does without the right to their own',
      0,
      { ...own, overrideOwn: false },
      ada,
      false,
    ],
    ['nobody does while it is not known who reads', 0, own, undefined, false],
  ])('%s', (...[, place, can, me, may]) => {
    expect(mayWithdraw(told[place], { can, me })).toBe(may);
  });
});
