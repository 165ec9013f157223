import {
  weekdays,
  type Rotation,
  type ScheduleLevel,
  type Weekday,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';

/** The commonest shapes of a schedule. */
export const scheduleTemplates = ['weekly', 'backup', 'sun', 'nights'] as const;

export type ScheduleTemplate = (typeof scheduleTemplates)[number];

/** Of levels and rotations. */
export type TemplateName =
  | 'primary'
  | 'backup'
  | 'weekly'
  | 'weeklyBackup'
  | 'asia'
  | 'europe'
  | 'americas'
  | 'office'
  | 'night'
  | 'weekend';

/** What levels and rotations are called, in the language of the reader. */
export type NameOf = (name: TemplateName) => string;

const workdays = weekdays.slice(0, 5);
const weekend = weekdays.slice(5);

type Shape = {
  timeZone?: string;
  levels: {
    name: TemplateName;
    /** What it is called, when it hands over, and when it is on call at all. */
    rotations: [
      TemplateName,
      time?: string,
      more?: { weekday?: Weekday; days?: readonly Weekday[]; to?: string },
    ][];
  }[];
};

const shapes: Record<ScheduleTemplate, Shape> = {
  weekly: { levels: [{ name: 'primary', rotations: [['weekly']] }] },
  backup: {
    levels: [
      { name: 'primary', rotations: [['weekly']] },
      { name: 'backup', rotations: [['weeklyBackup']] },
    ],
  },
  sun: {
    // No region's clocks: each change of them would move the others.
    timeZone: 'UTC',
    levels: [
      {
        name: 'primary',
        rotations: [
          ['asia', '00:00', { days: weekdays, to: '08:00' }],
          ['europe', '08:00', { days: weekdays, to: '16:00' }],
          ['americas', '16:00', { days: weekdays, to: '00:00' }],
        ],
      },
    ],
  },
  nights: {
    levels: [
      {
        name: 'primary',
        rotations: [
          ['office', '09:00', { days: workdays, to: '18:00' }],
          ['night', '18:00', { days: workdays, to: '09:00' }],
          ['weekend', '09:00', { weekday: 'sat', days: weekend, to: '09:00' }],
        ],
      },
    ],
  },
};

/** A definition to begin with: everything is there but the people. It began on the Monday of this week, so that it counts at once. */
export function templateOf(
  template: ScheduleTemplate,
  nameOf: NameOf,
  now: Date,
): { timeZone?: string; levels: ScheduleLevel[] } {
  const startsAt = mondayOf(now);
  const { timeZone, levels } = shapes[template];
  return {
    ...(timeZone && { timeZone }),
    levels: levels.map(({ name, rotations }) => ({
      name: nameOf(name),
      rotations: rotations.map(([one, time = '09:00', more = {}]) => {
        const { weekday = 'mon', days, to } = more;
        const plain = rotation(nameOf(one), { startsAt, time, weekday });
        if (!days || !to) return plain;
        return { ...plain, windows: [{ days: [...days], from: time, to }] };
      }),
    })),
  };
}

function mondayOf(now: Date): string {
  return DateTime.fromJSDate(now).startOf('week').toISODate()!;
}

/** One like the others, for a level that gets another one. */
export function plainRotation(name: string, now: Date): Rotation {
  const startsAt = mondayOf(now);
  return rotation(name, { startsAt, time: '09:00', weekday: 'mon' });
}

function rotation(
  name: string,
  at: { startsAt: string; time: string; weekday: Weekday },
): Rotation {
  const { startsAt, ...handoff } = at;
  return {
    ...{ name, participants: [], startsAt, handoff },
    turn: { every: 1, unit: 'weeks' },
    ...{ priority: 0, whenAbsent: 'next' },
  };
}
