import fc from 'fast-check';
import { anySchedule, settings } from '../../../testing/oncall/anySchedule';
import { aSchedule, people, user } from '../../../testing/oncall/aSchedule';
import { laySchedule } from './laySchedule';
import { sizeOf } from './sizeOf';

const day = 86_400_000;
/** Four weeks. */
const window = [
  new Date('2026-02-02T08:00:00Z'),
  new Date('2026-03-02T08:00:00Z'),
] as const;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

const override = (id: string, from: string, to: string) => ({
  ...{ id, from, to, kind: 'add' as const },
  ...{ level: 'Primary', user: user(`guest-${id}`) },
});

describe('how much there is to lay', () => {
  it.each([
    ['a turn a day', aSchedule(), 28],
    ['a turn a week', aSchedule({}, { turn: { every: 1, unit: 'weeks' } }), 4],
    [
      'a turn an hour',
      aSchedule({}, { turn: { every: 1, unit: 'hours' } }),
      28 * 24,
    ],
    [
      'windows that cut the turns',
      aSchedule(
        {},
        { windows: [{ days: [...weekdays], from: '09:00', to: '17:00' }] },
      ),
      28 + 20,
    ],
    ['two rotations', aSchedule({}, {}, {}), 56],
    ['nothing before the start', aSchedule({}, { startsAt: '2026-02-23' }), 7],
    [
      'each time between two edits by itself',
      aSchedule({
        revisions: [
          {
            ...{ from: '2026-02-16T08:00:00.000Z', timeZone: 'UTC' },
            levels: [{ name: 'Primary', rotations: [] }],
          },
        ],
      }),
      14,
    ],
  ])('has %s', (_, schedule, turns) => {
    expect(sizeOf(schedule, ...window).turns).toBe(turns);
  });

  it.each([
    ['one at a time', aSchedule(), 31 * 2],
    [
      'two who share a turn',
      aSchedule({}, { participants: people('ada+bo cy') }),
      31 * 3,
    ],
    [
      'two exceptions, one after the other',
      aSchedule({
        overrides: [
          override('1', '2026-02-03T09:00', '2026-02-04T09:00'),
          override('2', '2026-02-04T09:00', '2026-02-05T09:00'),
        ],
      }),
      35 * 3 * 2,
    ],
    [
      'two exceptions at the same time',
      aSchedule({
        overrides: [
          override('1', '2026-02-03T09:00', '2026-02-05T09:00'),
          override('2', '2026-02-04T09:00', '2026-02-06T09:00'),
        ],
      }),
      35 * 4 * 3,
    ],
  ])('has stretches for %s', (_, schedule, entries) => {
    expect(sizeOf(schedule, ...window).entries).toBe(entries);
  });

  it('is never less than what comes out', () => {
    fc.assert(
      fc.property(anySchedule({ days: 60 }), ({ schedule, at }) => {
        const asked = [
          new Date(at - 10 * day),
          new Date(at + 10 * day),
        ] as const;
        const { shifts, gaps } = laySchedule(schedule, ...asked);
        const { entries } = sizeOf(schedule, ...asked);
        expect(entries).toBeGreaterThanOrEqual(shifts.length + gaps.length);
      }),
      settings(40),
    );
  });
});
