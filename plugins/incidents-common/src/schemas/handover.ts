import { z } from 'zod';
import { scheduleInstantSchema } from './moments';
import { onCallPersonSchema } from './oncall';
import {
  entityRefSchema,
  incidentKeySchema,
  instantSchema,
  pageOf,
  sectionOf,
} from './primitives';
import { scheduleNameSchema } from './schedule';
import { stripItemSchema } from './summary';
import { actorSchema } from './timeline';

/** How much a note of a hand-over and its draft hold. @public */
export const handoverLimits = {
  text: 20_000,
  incidents: 100,
  pages: 200,
  endings: 50,
} as const;

/** The shift that is handed over: what follows each other without a break is one. @public */
export const handoverShiftSchema = z
  .object({
    level: z.number().int().min(1),
    levelName: z.string(),
    person: z.object({ ref: entityRefSchema, displayName: z.string() }),
    from: instantSchema,
    to: instantSchema,
    /** It began earlier than a draft looks back. */
    startsEarlier: z.boolean().optional(),
    /** It goes on for longer than a draft looks ahead. */
    endsLater: z.boolean().optional(),
  })
  .meta({ id: 'HandoverShift' });

/** @public */
export type HandoverShift = z.infer<typeof handoverShiftSchema>;

/** An incident that was declared or open during a shift. @public */
export const handoverIncidentSchema = stripItemSchema
  .extend({
    /** It is not over yet. */
    isOpen: z.boolean(),
  })
  .meta({ id: 'HandoverIncident' });

/** @public */
export type HandoverIncident = z.infer<typeof handoverIncidentSchema>;

/** Somebody was called for one of the incidents. @public */
export const handoverPageSchema = z
  .object({
    incidentKey: incidentKeySchema,
    person: z.object({ ref: entityRefSchema, displayName: z.string() }),
    at: instantSchema,
  })
  .meta({ id: 'HandoverPage' });

/** @public */
export type HandoverPage = z.infer<typeof handoverPageSchema>;

/** @public */
export const endingKinds = ['silence', 'maintenance'] as const;

/** What keeps alerts quiet, and ends within a day of the shift. @public */
export const handoverEndingSchema = z
  .object({
    id: z.string(),
    kind: z.enum(endingKinds),
    title: z.string(),
    endsAt: instantSchema,
  })
  .meta({ id: 'HandoverEnding' });

/** @public */
export type HandoverEnding = z.infer<typeof handoverEndingSchema>;

const textSchema = z.string().trim().min(1).max(handoverLimits.text);
const versionSchema = z.number().int().min(1);

/** What somebody wrote for whoever comes next, as Markdown. @public */
export const handoverNoteSchema = z
  .object({
    id: z.string(),
    schedule: scheduleNameSchema,
    shift: handoverShiftSchema,
    text: z.string(),
    version: versionSchema,
    createdAt: instantSchema,
    createdBy: actorSchema,
    updatedAt: instantSchema,
    updatedBy: actorSchema,
  })
  .meta({ id: 'HandoverNote' });

/** @public */
export type HandoverNote = z.infer<typeof handoverNoteSchema>;

/** A note with all that it said before, the latest first. @public */
export const handoverNoteDetailSchema = handoverNoteSchema
  .extend({
    versions: z.array(
      z.object({
        version: versionSchema,
        text: z.string(),
        at: instantSchema,
        by: actorSchema,
      }),
    ),
  })
  .meta({ id: 'HandoverNoteDetail' });

/** @public */
export type HandoverNoteDetail = z.infer<typeof handoverNoteDetailSchema>;

/** Those of the latest shifts first. @public */
export const handoverNotesSchema = pageOf(handoverNoteSchema).meta({
  id: 'HandoverNotes',
});

/** @public */
export type HandoverNotes = z.infer<typeof handoverNotesSchema>;

/** @public */
export const handoverNotesQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type HandoverNotesQuery = z.infer<typeof handoverNotesQuerySchema>;

/** What is known when a shift is handed over. @public */
export const handoverDraftSchema = z
  .object({
    schedule: scheduleNameSchema,
    scheduleTitle: z.string(),
    timeZone: z.string(),
    /** The instant that was asked about; whoever stores the note names it again. */
    at: instantSchema,
    shift: handoverShiftSchema,
    /** Absent when nobody comes within a month. */
    next: z
      .object({ people: z.array(onCallPersonSchema), from: instantSchema })
      .optional(),
    /** How many entities name the schedule, themselves or by what they belong to. */
    entities: z.number().int().min(0),
    /** Declared or open during the shift, newest first. */
    incidents: sectionOf(z.array(handoverIncidentSchema)),
    /** Of these incidents, oldest first. */
    pages: sectionOf(z.array(handoverPageSchema)),
    endings: sectionOf(z.array(handoverEndingSchema)),
    /** All of it as Markdown in English, to be gone on with. */
    markdown: z.string(),
    /** What was written about this shift already. */
    note: handoverNoteSchema.optional(),
  })
  .meta({ id: 'HandoverDraft' });

/** @public */
export type HandoverDraft = z.infer<typeof handoverDraftSchema>;

/** @public */
export const handoverQuerySchema = z.strictObject({
  /** In the shift, or up to a day after it; now when absent. */
  at: scheduleInstantSchema.optional(),
});

/** @public */
export type HandoverQuery = z.infer<typeof handoverQuerySchema>;

/** @public */
export const writeHandoverSchema = z
  .strictObject({
    /** As the draft has it: which shift it is about. */
    at: scheduleInstantSchema,
    text: textSchema,
  })
  .meta({ id: 'WriteHandover' });

/** @public */
export type WriteHandover = z.infer<typeof writeHandoverSchema>;

/** @public */
export const changeHandoverSchema = z
  .strictObject({ version: versionSchema, text: textSchema })
  .meta({ id: 'ChangeHandover' });

/** @public */
export type ChangeHandover = z.infer<typeof changeHandoverSchema>;
