import { z } from 'zod';
import {
  dateSchema,
  endsAfterItBegins,
  swappedBetween,
  momentSchema,
  scheduleInstantSchema,
  wallSchema,
} from './moments';
import {
  nobodyReasons,
  onCallPersonSchema,
  unreachablePersonSchema,
} from './oncall';
import { entityRefSchema, instantSchema, sectionOf } from './primitives';

/** Monday first, as ISO 8601 counts. @public */
export const weekdays = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const;

/** @public */
export type Weekday = (typeof weekdays)[number];

/** How much a schedule may hold. @public */
export const scheduleLimits = {
  levels: 10,
  rotations: 20,
  participants: 100,
  groupUsers: 20,
  windows: 50,
  revisions: 200,
  amendments: 500,
  /** Of one preview. */
  previewDays: 400,
} as const;

const nameSchema = z.string().trim().min(1).max(100);

/** How a schedule is called in addresses, annotations and files. @public */
export const scheduleNameSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be small letters, digits and hyphens',
  )
  .max(63)
  // At the address of such a schedule the portal has another page.
  .refine(
    name => name !== 'new' && name !== 'load',
    'must not be "new" or "load"',
  )
  .meta({ id: 'ScheduleName', examples: ['checkout'] });

const reasonSchema = z.string().trim().max(500);

/** The name of an IANA zone. @public */
export const timeZoneSchema = z
  .string()
  .max(100)
  .refine(isTimeZone, 'must be the name of a time zone such as Europe/Berlin')
  .meta({ id: 'TimeZone', examples: ['Asia/Tokyo'] });

/** `09:00`, on the wall of the schedule. @public */
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00')
  .meta({ id: 'ClockTime' });

/** A user who can be on call. @public */
export const onCallUserSchema = entityRefSchema
  .refine(
    ref => /^user:/.test(ref) && ref === ref.toLowerCase(),
    'must be a user in lower case, such as user:default/ada',
  )
  .meta({ id: 'OnCallUser' });

/** A user, or users who share a turn. @public */
export const participantSchema = z
  .union(
    [
      onCallUserSchema,
      z.strictObject({
        name: nameSchema,
        users: z.array(onCallUserSchema).min(1).max(scheduleLimits.groupUsers),
      }),
    ],
    {
      error: `must be a user such as user:default/ada, or a name with 1 to ${scheduleLimits.groupUsers} users`,
    },
  )
  .meta({ id: 'Participant' });

/** @public */
export type Participant = z.infer<typeof participantSchema>;

/** @public */
export const turnUnits = ['hours', 'days', 'weeks', 'months'] as const;

const turnSchema = z
  .strictObject({
    every: z.number().int().min(1).max(1_000),
    unit: z.enum(turnUnits),
    /** `wall`, the default, ends a turn at a time of the clock on the wall; `elapsed` after so many hours. */
    hours: z.enum(['wall', 'elapsed']).optional(),
  })
  .refine(turn => turn.hours === undefined || turn.unit === 'hours', {
    path: ['hours'],
    error: 'is only for turns of hours',
  });

const handoffSchema = z.strictObject({
  time: clockTimeSchema,
  /** Of turns of weeks; the weekday of the start when absent. */
  weekday: z.enum(weekdays).optional(),
  /** Of turns of months, clamped to the last day of a shorter month; the day of the start when absent. */
  monthday: z.number().int().min(1).max(31).optional(),
});

const windowSchema = z.strictObject({
  /** Days on which it begins. */
  days: z.array(z.enum(weekdays)).min(1).max(7),
  from: clockTimeSchema,
  /** On the next day when it is not later than `from`; a whole day when they are equal. */
  to: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as 17:00'),
});

/** @public */
export type ScheduleWindow = z.infer<typeof windowSchema>;

/** People who take turns. @public */
export const rotationSchema = z
  .strictObject({
    /** Unique in the schedule: an edit finds the rotation by it. */
    name: nameSchema,
    /** In their order. */
    participants: z.array(participantSchema).max(scheduleLimits.participants),
    turn: turnSchema,
    handoff: handoffSchema,
    /** When the first turn begins; a date means the hand-off of that day. */
    startsAt: z.union([scheduleInstantSchema, wallSchema, dateSchema], {
      error:
        'must be a date such as 2026-03-01, a time in the zone of the schedule such as 2026-03-01T09:00, or an instant',
    }),
    endsAt: momentSchema.optional(),
    /** Outside them nobody of this rotation is on call, and no turn is used up. */
    windows: z
      .array(windowSchema)
      .min(1)
      .max(scheduleLimits.windows)
      .optional(),
    /** Of a level, the highest that has somebody answers; equal ones answer together. */
    priority: z.number().int().min(-1_000).max(1_000).default(0),
    /** Whether the next in the order stands in for somebody who is absent. */
    whenAbsent: z.enum(['next', 'nobody']).default('next'),
  })
  .superRefine((rotation, context) => {
    const { handoff, turn, participants } = rotation;
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (handoff.weekday && turn.unit !== 'weeks')
      refuse(['handoff', 'weekday'], 'is only for turns of weeks');
    if (handoff.monthday && turn.unit !== 'months')
      refuse(['handoff', 'monthday'], 'is only for turns of months');
    firstTwice(participants.map(nameOfParticipant), (name, index) =>
      refuse(['participants', index], `has ${name} a second time`),
    );
  })
  .meta({ id: 'Rotation' });

/** @public */
export type Rotation = z.infer<typeof rotationSchema>;

/** @public */
export const scheduleLevelSchema = z
  .strictObject({
    name: nameSchema,
    rotations: z.array(rotationSchema).max(scheduleLimits.rotations),
  })
  .meta({ id: 'ScheduleLevel' });

/** @public */
export type ScheduleLevel = z.infer<typeof scheduleLevelSchema>;

/** The first is asked first. */
const levelsSchema = z
  .array(scheduleLevelSchema)
  .min(1)
  .max(scheduleLimits.levels)
  .superRefine((levels, context) => {
    firstTwice(
      levels.map(level => level.name),
      (name, index) =>
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `"${name}" is the name of two levels`,
        }),
    );
    const rotations = levels.flatMap((level, i) =>
      level.rotations.map((rotation, j) => ({ name: rotation.name, i, j })),
    );
    firstTwice(
      rotations.map(rotation => rotation.name),
      (name, index) =>
        context.addIssue({
          code: 'custom',
          path: [rotations[index].i, 'rotations', rotations[index].j, 'name'],
          message: `"${name}" is the name of two rotations of the schedule`,
        }),
    );
  });

/** What the schedule is from an instant on; before it, what it was stays. @public */
export const scheduleRevisionSchema = z
  .strictObject({
    from: scheduleInstantSchema,
    timeZone: timeZoneSchema,
    levels: levelsSchema,
  })
  .meta({ id: 'ScheduleRevision' });

/** @public */
export type ScheduleRevision = z.infer<typeof scheduleRevisionSchema>;

/** What every exception from the rotations has. */
const amendment = {
  id: z.string().min(1).max(100),
  from: momentSchema,
  to: momentSchema,
  reason: reasonSchema.optional(),
  /** It has no effect before; of two, the later decides. */
  madeAt: scheduleInstantSchema.optional(),
  /** Ref of the user or name of the service. */
  madeBy: z.string().min(1).max(255).optional(),
  /** It has no effect from here on, and stays in what was before. */
  withdrawnAt: scheduleInstantSchema.optional(),
};

const level = nameSchema;

/** Somebody else, somebody more or somebody less than the rotations say. @public */
export const overrideSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...amendment,
      kind: z.literal('replace'),
      level,
      user: onCallUserSchema,
      /** Everybody of the level when absent. */
      replaces: onCallUserSchema.optional(),
    }),
    z.strictObject({
      ...amendment,
      kind: z.literal('add'),
      level,
      user: onCallUserSchema,
    }),
    z.strictObject({
      ...amendment,
      kind: z.literal('remove'),
      level,
      user: onCallUserSchema,
    }),
  ])
  .superRefine(endsAfterItBegins)
  .meta({ id: 'Override' });

/** @public */
export type Override = z.infer<typeof overrideSchema>;

/** Two people take over from each other: in the span of each, the other is on call in their place. @public */
export const swapSchema = z
  .strictObject({
    id: amendment.id,
    reason: amendment.reason,
    madeAt: amendment.madeAt,
    madeBy: amendment.madeBy,
    withdrawnAt: amendment.withdrawnAt,
    /** On all levels when absent. */
    level: level.optional(),
    between: swappedBetween(onCallUserSchema),
  })
  .meta({ id: 'Swap' });

/** @public */
export type Swap = z.infer<typeof swapSchema>;

/** Somebody who comes along to learn, and is never paged. @public */
export const shadowSchema = z
  .strictObject({
    ...amendment,
    level,
    user: onCallUserSchema,
    /** Only while this person is on call. */
    follows: onCallUserSchema.optional(),
  })
  .superRefine(endsAfterItBegins)
  .meta({ id: 'Shadow' });

/** @public */
export type Shadow = z.infer<typeof shadowSchema>;

/** Somebody who is not on call meanwhile, whatever else says so. @public */
export const absenceSchema = z
  .strictObject({ ...amendment, user: onCallUserSchema })
  .superRefine(endsAfterItBegins)
  .meta({ id: 'Absence' });

/** @public */
export type Absence = z.infer<typeof absenceSchema>;

function amendmentsOf<T extends z.ZodType<{ id: string }>>(item: T) {
  return z
    .array(item)
    .max(scheduleLimits.amendments)
    .superRefine((items, context) =>
      firstTwice(
        items.map(({ id }) => id),
        (id, index) =>
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `"${id}" is the id of two`,
          }),
      ),
    )
    .default([]);
}

/**
 * Who is on call when: levels of rotations, and the exceptions from them. `timeZone` and `levels` are how it began; each revision
 * says what it is from then on.
 *
 * @public
 */
export const scheduleDefinitionSchema = z
  .strictObject({
    name: scheduleNameSchema,
    title: nameSchema,
    timeZone: timeZoneSchema,
    levels: levelsSchema,
    revisions: z
      .array(scheduleRevisionSchema)
      .max(scheduleLimits.revisions)
      .default([]),
    overrides: amendmentsOf(overrideSchema),
    swaps: amendmentsOf(swapSchema),
    shadows: amendmentsOf(shadowSchema),
    absences: amendmentsOf(absenceSchema),
  })
  .superRefine((schedule, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    schedule.revisions.forEach(({ from }, i) => {
      const before = schedule.revisions[i - 1]?.from;
      if (before && Date.parse(from) <= Date.parse(before))
        refuse(
          ['revisions', i, 'from'],
          'must be later than that of the revision before it',
        );
    });
    const known = new Set(
      [schedule, ...schedule.revisions].flatMap(({ levels }) =>
        levels.map(({ name }) => name),
      ),
    );
    for (const kind of ['overrides', 'swaps', 'shadows'] as const) {
      schedule[kind].forEach((amended, i) => {
        if (amended.level !== undefined && !known.has(amended.level))
          refuse(
            [kind, i, 'level'],
            `no level of the schedule is called "${amended.level}"`,
          );
      });
    }
  })
  .meta({ id: 'ScheduleDefinition' });

/** @public */
export type ScheduleDefinition = z.infer<typeof scheduleDefinitionSchema>;

/** A schedule as it is written: with what may be left out. @public */
export type ScheduleInput = z.input<typeof scheduleDefinitionSchema>;

/** A schedule, and the window in which it is to be seen; neither is stored. @public */
export const previewScheduleSchema = z
  .strictObject({
    schedule: scheduleDefinitionSchema,
    from: scheduleInstantSchema,
    to: scheduleInstantSchema,
  })
  .superRefine(({ from, to }, context) => {
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', path: ['to'], message });
    const length = Date.parse(to) - Date.parse(from);
    if (length <= 0) refuse('must be later than from');
    if (length > scheduleLimits.previewDays * 24 * 60 * 60 * 1000)
      refuse(`must be at most ${scheduleLimits.previewDays} days after from`);
  })
  .meta({ id: 'PreviewSchedule' });

/** @public */
export type PreviewSchedule = z.infer<typeof previewScheduleSchema>;

/** Half-open: at `to` it is over. */
const stretch = {
  level: z.number().int().min(1),
  levelName: z.string(),
  from: instantSchema,
  to: instantSchema,
};

/** `from` and `to` are only those of the window. */
const clipped = {
  startsEarlier: z.boolean().optional(),
  endsLater: z.boolean().optional(),
};

/** What puts somebody on call whose turn it is not. @public */
export const shiftExceptions = ['override', 'swap'] as const;

/** @public */
export const laidShiftSchema = z
  .object({
    ...stretch,
    ...clipped,
    person: onCallPersonSchema,
    /** They come along to learn, and are never paged. */
    shadow: z.boolean().optional(),
    /** The rotation whose turn it is, and which of its turns; absent for exceptions. */
    rotation: z.string().optional(),
    turn: z.number().int().min(0).optional(),
    /** Somebody said so, instead of the rotations. */
    exception: z.enum(shiftExceptions).optional(),
    /** A sentence: why this person. */
    because: z.string(),
  })
  .meta({ id: 'LaidShift' });

/** @public */
export type LaidShift = z.infer<typeof laidShiftSchema>;

/** Nobody is on call, and why. @public */
export const laidGapSchema = z
  .object({
    ...stretch,
    ...clipped,
    reason: z.enum(nobodyReasons),
    because: z.string(),
  })
  .meta({ id: 'LaidGap' });

/** @public */
export type LaidGap = z.infer<typeof laidGapSchema>;

/** Somebody who would be asked twice at the same time. @public */
export const doubleBookingSchema = z
  .object({
    person: onCallPersonSchema,
    from: instantSchema,
    to: instantSchema,
    places: z.array(
      z.object({ level: stretch.level, levelName: stretch.levelName }),
    ),
  })
  .meta({ id: 'DoubleBooking' });

/** @public */
export type DoubleBooking = z.infer<typeof doubleBookingSchema>;

/** People of a level cannot be paged. @public */
export const unreachableStretchSchema = z
  .object({
    ...stretch,
    people: z.array(unreachablePersonSchema),
    /** Nobody else of the level can be paged either. */
    nobodyElse: z.boolean(),
  })
  .meta({ id: 'UnreachableStretch' });

/** @public */
export type UnreachableStretch = z.infer<typeof unreachableStretchSchema>;

/** What being on call costs somebody, in hours that passed. @public */
export const onCallLoadSchema = z
  .object({
    person: onCallPersonSchema,
    /** Those that follow each other on a level are one. */
    shifts: z.number().int().min(0),
    hours: z.number().min(0),
    /** Nights, 22:00 to 06:00, of which some is on call. */
    nights: z.number().int().min(0),
    sleepHours: z.number().min(0),
    weekends: z.number().int().min(0),
    weekendHours: z.number().min(0),
    /** As a shadow, and in nothing else. */
    shadowHours: z.number().min(0),
  })
  .meta({ id: 'OnCallLoad' });

/** @public */
export type OnCallLoad = z.infer<typeof onCallLoadSchema>;

/** What a schedule comes to, level by level. @public */
export const schedulePreviewSchema = z
  .object({
    shifts: z.array(laidShiftSchema),
    gaps: z.array(laidGapSchema),
    doubleBookings: z.array(doubleBookingSchema),
    /** Failed when the catalog, which has the addresses, does not answer; hidden from who may not see people. */
    unreachable: sectionOf(z.array(unreachableStretchSchema)),
    /** By the ref of the person, in the zone of the schedule. */
    load: z.array(onCallLoadSchema),
  })
  .meta({ id: 'SchedulePreview' });

/** @public */
export type SchedulePreview = z.infer<typeof schedulePreviewSchema>;

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function nameOfParticipant(participant: Participant): string {
  return typeof participant === 'string' ? participant : participant.name;
}

function firstTwice(
  names: string[],
  tell: (name: string, index: number) => void,
): void {
  const index = names.findIndex((name, i) => names.indexOf(name) < i);
  if (index >= 0) tell(names[index], index);
}
