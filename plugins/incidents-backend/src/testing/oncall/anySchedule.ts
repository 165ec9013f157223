import {
  turnUnits,
  weekdays,
  type ScheduleDefinition,
  type ScheduleInput,
} from 'backstage-plugin-incidents-common';
import { scheduleDefinitionSchema } from 'backstage-plugin-incidents-common/schemas';
import fc from 'fast-check';
import { zoneOf } from '../../platform/calendar/zone';
import { anyAmendments, anyUser, levelNames } from './anyAmendments';
import type { RotationInput } from './aSchedule';

/** `ONCALL_PROPERTY_TIMES=20` runs every property twenty times as long; the seed is always the same. */
export const settings = (numRuns: number): fc.Parameters<unknown> => ({
  seed: 20_261_128,
  numRuns: numRuns * Number(process.env.ONCALL_PROPERTY_TIMES ?? 1),
});

const day = 86_400_000;
const first = Date.UTC(2000, 0, 1);

export const zoneNames = Intl.supportedValuesOf('timeZone');

/** Every zone; those without a change in these years are as good as UTC, and seldom. */
export const anyZone = fc.constantFrom(...zoneNames);

/** A day in a zone, more often than not near a change of its clock when it has one in that year. */
export const anyPlace = fc
  .tuple(anyZone, fc.integer({ min: 2000, max: 2040 }))
  .chain(([timeZone, year]) => {
    const start = Date.UTC(year, 0, 1);
    const changes = zoneOf(timeZone)
      .stretches(start, start + 365 * day)
      .slice(1)
      .map(({ from }) => from);
    const anywhere = fc
      .integer({ min: 0, max: 365 * day })
      .map(since => start + since);
    const near = fc
      .tuple(
        fc.constantFrom(...changes, start),
        fc.integer({ min: -3, max: 2 }),
      )
      .map(([change, days]) => change + days * day);
    return fc
      .oneof({ weight: 4, arbitrary: near }, anywhere)
      .map(at => ({ timeZone, at: Math.max(first + 40 * day, at) }));
  });

/** Often one that a change of the clock skips or repeats. */
export const anyTime = fc.oneof(
  fc.constantFrom('00:00', '00:30', '01:30', '02:00', '02:30', '03:00'),
  fc
    .integer({ min: 0, max: 95 })
    .map(
      quarter =>
        `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String(
          (quarter % 4) * 15,
        ).padStart(2, '0')}`,
    ),
);

const anyGroup = fc
  .uniqueArray(anyUser, { minLength: 1, maxLength: 3 })
  .map(users => ({ name: users.join('+'), users }));

const nameOf = (one: string | { name: string }) =>
  typeof one === 'string' ? one : one.name;

export const anyPeople = (min = 1) =>
  fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: anyUser }, anyGroup), {
    minLength: min,
    maxLength: 5,
    selector: nameOf,
  });

const mostOf = { hours: 50, days: 9, weeks: 4, months: 3 };

export const anyTurn = fc.constantFrom(...turnUnits).chain(unit =>
  fc.record({
    unit: fc.constant(unit),
    every: fc.integer({ min: 1, max: mostOf[unit] }),
    hours:
      unit === 'hours'
        ? fc.constantFrom('wall' as const, 'elapsed' as const)
        : fc.constant(undefined),
  }),
);

export const anyWindow = fc.record({
  days: fc.uniqueArray(fc.constantFrom(...weekdays), {
    minLength: 1,
    maxLength: 7,
  }),
  from: anyTime,
  to: anyTime,
});

const wallText = (instant: number) => new Date(instant).toISOString();

/** A start at most so many days before an instant. */
const anyStart = (at: number, days: number) =>
  fc
    .tuple(
      fc.integer({ min: -days, max: 2 }),
      anyTime,
      fc.constantFrom('date', 'wall', 'instant'),
    )
    .map(([shift, time, kind]) => {
      const text = wallText(Math.max(first + day, at + shift * day));
      if (kind === 'date') return text.slice(0, 10);
      const wall = `${text.slice(0, 10)}T${time}`;
      return kind === 'wall' ? wall : `${wall}:00.000Z`;
    });

export type Choice = {
  windows?: 'never' | 'always';
  /** How long ago a rotation may have started. */
  days?: number;
};

export function anyRotation(
  at: number,
  { windows, days = 30 }: Choice = {},
): fc.Arbitrary<Omit<RotationInput, 'name'>> {
  const someWindows = fc.array(anyWindow, { minLength: 1, maxLength: 3 });
  return anyTurn.chain(turn =>
    fc.record({
      participants: anyPeople(),
      turn: fc.constant(turn),
      handoff: fc.record({
        time: anyTime,
        weekday:
          turn.unit === 'weeks'
            ? fc.option(fc.constantFrom(...weekdays), { nil: undefined })
            : fc.constant(undefined),
        monthday:
          turn.unit === 'months'
            ? fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined })
            : fc.constant(undefined),
      }),
      startsAt: anyStart(at, days),
      windows: {
        never: fc.constant(undefined),
        always: someWindows,
        maybe: fc.option(someWindows, { nil: undefined }),
      }[windows ?? 'maybe'],
      priority: fc.integer({ min: 0, max: 2 }),
      whenAbsent: fc.constantFrom('next' as const, 'nobody' as const),
    }),
  );
}

export const anyLevels = (at: number, choice?: Choice) =>
  fc
    .array(fc.array(anyRotation(at, choice), { maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    })
    .map(levels =>
      levels.map((rotations, i) => ({
        name: levelNames[i],
        rotations: rotations.map((rotation, j) => ({
          name: `rotation ${i} ${j}`,
          ...rotation,
        })),
      })),
    );

/** Edits in the days around an instant, each to something quite different. */
const anyRevisions = (timeZone: string, at: number, choice?: Choice) =>
  fc
    .uniqueArray(fc.integer({ min: -4 * 96, max: 4 * 96 }), { maxLength: 2 })
    .chain(quarters =>
      fc.tuple(
        ...[...quarters]
          .sort((a, b) => a - b)
          .map(quarter =>
            anyLevels(at, choice).map(levels => ({
              from: new Date(
                at - (at % (day / 96)) + quarter * (day / 96),
              ).toISOString(),
              timeZone,
              levels,
            })),
          ),
      ),
    );

/** A schedule as the API takes it, and an instant at which it is interesting. */
export const anySchedule = (choice?: Choice) =>
  anyPlace.chain(({ timeZone, at }) =>
    fc
      .tuple(
        anyLevels(at, choice),
        anyAmendments(at),
        anyRevisions(timeZone, at, choice),
      )
      .map(([levels, amendments, revisions]) => ({
        at,
        schedule: read({
          timeZone,
          // An exception may be of either level.
          levels:
            levels.length === 2
              ? levels
              : [...levels, { name: levelNames[1], rotations: [] }],
          revisions,
          ...amendments,
        }),
      })),
  );

export function read(
  about: Omit<ScheduleInput, 'name' | 'title'>,
): ScheduleDefinition {
  return scheduleDefinitionSchema.parse({
    name: 'any',
    title: 'Any',
    ...about,
  });
}

/** Fails loudly where an input is written to. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
