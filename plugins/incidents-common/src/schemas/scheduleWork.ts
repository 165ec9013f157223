import { z } from 'zod';
import {
  endsAfterItBegins,
  swappedBetween,
  momentSchema,
  scheduleInstantSchema,
} from './moments';
import { onCallLevelSchema } from './oncall';
import { flagSchema, instantSchema, pageOf, sectionOf } from './primitives';
import {
  laidShiftSchema,
  onCallUserSchema,
  scheduleDefinitionSchema,
  scheduleLimits,
  scheduleNameSchema,
  scheduleRevisionSchema,
  timeZoneSchema,
} from './schedule';
import { actorSchema } from './timeline';

const titleSchema = z.string().trim().min(1).max(100);
const reasonSchema = z.string().trim().max(500);
const { levels: levelsSchema } = scheduleRevisionSchema.shape;

/** The one that was read: somebody else who was faster is then not overwritten. */
const versionSchema = z.number().int().min(1);

/** One schedule of the list: who is on call now, level by level. @public */
export const scheduleSummarySchema = z
  .object({
    name: scheduleNameSchema,
    title: z.string(),
    /** That of now; an edit may change it. */
    timeZone: z.string(),
    version: versionSchema,
    updatedAt: instantSchema,
    archivedAt: instantSchema.optional(),
    /** As of now. */
    levelNames: z.array(z.string()),
    /** Hidden from who may not see people; failed for an archived schedule. */
    onCall: sectionOf(z.array(onCallLevelSchema)),
  })
  .meta({ id: 'ScheduleSummary' });

/** @public */
export type ScheduleSummary = z.infer<typeof scheduleSummarySchema>;

/** @public */
export const scheduleQuerySchema = z.strictObject({
  /** Part of the name or the title. */
  q: z.string().max(200).optional(),
  /** Those that were archived instead of those that were not. */
  archived: flagSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type ScheduleQuery = z.infer<typeof scheduleQuerySchema>;

/** @public */
export const schedulePageSchema = pageOf(scheduleSummarySchema)
  .extend({
    /** The instant of the answer. */
    at: instantSchema,
  })
  .meta({ id: 'SchedulePage' });

/** @public */
export type SchedulePage = z.infer<typeof schedulePageSchema>;

/** A schedule with its definition, and what the reader may do with it. @public */
export const scheduleDetailSchema = z
  .object({
    version: versionSchema,
    createdAt: instantSchema,
    createdBy: actorSchema,
    updatedAt: instantSchema,
    updatedBy: actorSchema,
    archivedAt: instantSchema.optional(),
    definition: scheduleDefinitionSchema,
    can: z.object({
      update: z.boolean(),
      overrideOwn: z.boolean(),
      overrideAny: z.boolean(),
    }),
  })
  .meta({ id: 'ScheduleDetail' });

/** @public */
export type ScheduleDetail = z.infer<typeof scheduleDetailSchema>;

/** What a write left behind. It names nobody: reading people is another permission. @public */
export const scheduleReceiptSchema = z
  .object({
    name: scheduleNameSchema,
    version: versionSchema,
    updatedAt: instantSchema,
    /** Of the override, swap, shadow or absence that was made or withdrawn. */
    id: z.string().optional(),
  })
  .meta({ id: 'ScheduleReceipt' });

/** @public */
export type ScheduleReceipt = z.infer<typeof scheduleReceiptSchema>;

/** What is not given stays as it is. @public */
export const changeScheduleSchema = z
  .strictObject({
    version: versionSchema,
    /** Now when absent. What the schedule was before stays; what had been planned for later is dropped. A title is new at once. */
    from: scheduleInstantSchema.optional(),
    title: titleSchema.optional(),
    timeZone: timeZoneSchema.optional(),
    levels: levelsSchema.optional(),
  })
  .refine(
    ({ title, timeZone, levels }) =>
      [title, timeZone, levels].some(part => part !== undefined),
    'must have a title, a timeZone or levels: nothing would change',
  )
  .meta({ id: 'ChangeSchedule' });

/** @public */
export type ChangeSchedule = z.infer<typeof changeScheduleSchema>;

/** @public */
export const archiveScheduleSchema = z
  .strictObject({ version: versionSchema })
  .meta({ id: 'ArchiveSchedule' });

/** @public */
export type ArchiveSchedule = z.infer<typeof archiveScheduleSchema>;

const span = {
  from: momentSchema,
  to: momentSchema,
  reason: reasonSchema.optional(),
  /** Without it whatever the schedule is by then is amended: exceptions do not contradict each other, the last word counts. */
  version: versionSchema.optional(),
};
const place = { level: titleSchema, user: onCallUserSchema };

/** @public */
export const amendmentKinds = [
  'replace',
  'add',
  'remove',
  'shadow',
  'absence',
] as const;

/** An exception from the rotations, for a while. @public */
export const amendScheduleSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...{ kind: z.literal('replace'), ...place, ...span },
      /** Everybody of the level when absent. */
      replaces: onCallUserSchema.optional(),
    }),
    z.strictObject({ kind: z.literal('add'), ...place, ...span }),
    z.strictObject({ kind: z.literal('remove'), ...place, ...span }),
    z.strictObject({
      ...{ kind: z.literal('shadow'), ...place, ...span },
      /** Only while this person is on call. */
      follows: onCallUserSchema.optional(),
    }),
    z.strictObject({
      ...{ kind: z.literal('absence'), user: onCallUserSchema, ...span },
    }),
  ])
  .superRefine(endsAfterItBegins)
  .meta({ id: 'AmendSchedule' });

/** @public */
export type AmendSchedule = z.infer<typeof amendScheduleSchema>;

/** Two people take over from each other, each in the span of the other. @public */
export const swapShiftsSchema = z
  .strictObject({
    /** On all levels when absent. */
    level: titleSchema.optional(),
    between: swappedBetween(onCallUserSchema),
    reason: span.reason,
    version: span.version,
  })
  .meta({ id: 'SwapShifts' });

/** @public */
export type SwapShifts = z.infer<typeof swapShiftsSchema>;

const windowQuery = {
  /** Now when absent. */
  from: scheduleInstantSchema.optional(),
  /** Four weeks after `from` when absent. */
  to: scheduleInstantSchema.optional(),
};

/** @public */
export const shiftsQuerySchema = z.strictObject(windowQuery).meta({
  description: `a window of at most ${scheduleLimits.previewDays} days`,
});

/** @public */
export type ShiftsQuery = z.infer<typeof shiftsQuerySchema>;

/** @public */
export const personShiftsQuerySchema = z.strictObject({
  /** Who asks when absent. */
  user: onCallUserSchema.optional(),
  ...windowQuery,
});

/** @public */
export type PersonShiftsQuery = z.infer<typeof personShiftsQuerySchema>;

/** A shift with the schedule that it is of. @public */
export const personShiftSchema = laidShiftSchema
  .extend({ schedule: scheduleNameSchema, scheduleTitle: z.string() })
  .meta({ id: 'PersonShift' });

/** @public */
export type PersonShift = z.infer<typeof personShiftSchema>;

/** The shifts of one person across all schedules, by their start. @public */
export const personShiftsSchema = z
  .object({
    user: onCallUserSchema,
    from: instantSchema,
    to: instantSchema,
    shifts: z.array(personShiftSchema),
  })
  .meta({ id: 'PersonShifts' });

/** @public */
export type PersonShifts = z.infer<typeof personShiftsSchema>;

/** A schedule as a file. @public */
export const scheduleFileSchema = z
  .object({
    name: scheduleNameSchema,
    version: versionSchema,
    yaml: z.string(),
  })
  .meta({ id: 'ScheduleFile' });

/** @public */
export type ScheduleFile = z.infer<typeof scheduleFileSchema>;

/** @public */
export const importSchedulesSchema = z
  .strictObject({
    /** One schedule, or several with `---` between them. */
    yaml: z.string().min(1).max(900_000),
    /** Says what would change, and changes nothing. */
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'ImportSchedules' });

/** @public */
export type ImportSchedules = z.infer<typeof importSchedulesSchema>;

/** @public */
export const scheduleImportOutcomes = [
  'created',
  'changed',
  'unchanged',
] as const;

/** What an import does to each schedule of the file, in the order of the file. @public */
export const importedSchedulesSchema = z
  .object({
    dryRun: z.boolean(),
    schedules: z.array(
      z.object({
        name: scheduleNameSchema,
        outcome: z.enum(scheduleImportOutcomes),
        /** Sentences. */
        changes: z.array(z.string()),
        /** As it is now; absent when it is not there yet. */
        version: versionSchema.optional(),
      }),
    ),
  })
  .meta({ id: 'ImportedSchedules' });

/** @public */
export type ImportedSchedules = z.infer<typeof importedSchedulesSchema>;

const calendarSubject = {
  /** Its shifts, of everybody or only of `user`. */
  schedule: scheduleNameSchema.optional(),
  /** Their shifts, of all schedules or only of `schedule`. */
  user: onCallUserSchema.optional(),
};

/** An address at which a calendar reads shifts. The secret in it is shown once, when it is made. @public */
export const shiftCalendarSchema = z
  .object({
    id: z.string(),
    ...calendarSubject,
    createdBy: actorSchema,
    createdAt: instantSchema,
    revokedAt: instantSchema.optional(),
  })
  .meta({ id: 'ShiftCalendar' });

/** @public */
export type ShiftCalendar = z.infer<typeof shiftCalendarSchema>;

/** Newest first. @public */
export const shiftCalendarsSchema = z
  .object({ items: z.array(shiftCalendarSchema) })
  .meta({ id: 'ShiftCalendars' });

/** @public */
export type ShiftCalendars = z.infer<typeof shiftCalendarsSchema>;

/** @public */
export const createShiftCalendarSchema = z
  .strictObject(calendarSubject)
  .refine(
    ({ schedule, user }) => schedule !== undefined || user !== undefined,
    {
      error: 'must have a schedule or a user',
    },
  )
  .meta({ id: 'CreateShiftCalendar' });

/** @public */
export type CreateShiftCalendar = z.infer<typeof createShiftCalendarSchema>;

/** @public */
export const createdShiftCalendarSchema = shiftCalendarSchema
  .extend({
    /** Below the address of the API; whoever knows it reads the shifts. */
    path: z.string(),
  })
  .meta({ id: 'CreatedShiftCalendar' });

/** @public */
export type CreatedShiftCalendar = z.infer<typeof createdShiftCalendarSchema>;
