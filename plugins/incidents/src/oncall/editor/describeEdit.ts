import type {
  ChangeSchedule,
  PreviewSchedule,
  ScheduleDefinition,
  ScheduleDetail,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import {
  isSame,
  levelsOf,
  type ScheduleDraft,
  type ScheduleState,
} from './draftSchedule';

/** How far the preview looks. */
export const previewWeeks = 4;

/** What a schedule is at an instant. */
export function stateAt(
  definition: ScheduleDefinition,
  at: Date,
): ScheduleState {
  const { title, name } = definition;
  const begun = definition.revisions.filter(
    ({ from }) => Date.parse(from) <= at.getTime(),
  );
  const { timeZone, levels } = begun.at(-1) ?? definition;
  return { title, name, timeZone, levels };
}

/** The edits that somebody planned for later: a new one drops them. */
export function plannedAfter(
  { revisions }: ScheduleDefinition,
  at: Date,
): string[] {
  return revisions
    .map(({ from }) => from)
    .filter(from => Date.parse(from) > at.getTime());
}

/** What of an edit is to be sent: without what is as it was, a new title makes no revision. */
export function changeOf(
  draft: ScheduleDraft,
  about: { start: ScheduleDraft; version: number; from?: string },
): ChangeSchedule {
  const { start, version, from } = about;
  const title = draft.title.trim();
  const isOtherwise = !isSame({ ...start, title }, { ...draft, title });
  return {
    version,
    ...(from && isOtherwise && { from }),
    ...(title !== start.title && { title }),
    ...(isOtherwise && { timeZone: draft.timeZone, levels: levelsOf(draft) }),
  };
}

/** What is to be reckoned: the schedule as it would be, from an instant on. Its name plays no part. */
export function previewOf(
  draft: ScheduleDraft,
  about: { definition?: ScheduleDefinition; from: Date },
): PreviewSchedule {
  const { definition, from } = about;
  const { timeZone } = draft;
  const levels = levelsOf(draft);
  const instant = from.toISOString();
  const before = definition?.revisions.filter(
    revision => Date.parse(revision.from) < from.getTime(),
  );
  const none = { revisions: [], overrides: [], swaps: [] };
  const schedule: ScheduleDefinition = definition
    ? {
        ...definition,
        revisions: [...before!, { from: instant, timeZone, levels }],
      }
    : {
        ...{ name: 'preview', title: 'Preview', timeZone, levels },
        ...{ ...none, shadows: [], absences: [] },
      };
  const to = DateTime.fromJSDate(from, { zone: timeZone })
    .startOf('day')
    .plus({ weeks: previewWeeks });
  return { schedule, from: instant, to: to.toUTC().toISO()! };
}

/** Whether somebody else made it another schedule. An override or a swap does not. */
export function isStill(a: ScheduleDetail, b: ScheduleDetail): boolean {
  const told = ({ archivedAt, definition }: ScheduleDetail) => {
    const { title, timeZone, levels, revisions } = definition;
    return JSON.stringify([archivedAt, title, timeZone, levels, revisions]);
  };
  return told(a) === told(b);
}

/** A time on the wall as an instant. */
export function instantOf(wall: string, zone: string): string | undefined {
  return DateTime.fromISO(wall, { zone }).toUTC().toISO() ?? undefined;
}

/** A moment as a time on the wall: it may be one already. */
export function wallOf(moment: string, zone: string): string {
  if (!moment) return '';
  return DateTime.fromISO(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}
