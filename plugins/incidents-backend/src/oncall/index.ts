import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  OnCallAnswer,
  PreviewSchedule,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import type {
  OnCallProvider,
  RemoteOnCallProvider,
} from 'backstage-plugin-incidents-node';
import type { Router } from 'express';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { FetchPublicText } from '../platform/fetchPublicText';
import { answererOf, answerOnCall } from './answerOnCall';
import { createAbsenceBook } from './absenceBook';
import { createAbsenceShelf, type AbsenceShelf } from './absenceCalendars';
import { mountCalendars } from './calendarDoor';
import type { AbsenceCalendarSettings } from './calendarSettings';
import { createNativeProvider } from './nativeProvider';
import { createOwnerGroupProvider } from './ownerGroup';
import { readAbsences } from './readAbsences';
import { refreshRemotes } from './refreshRemotes';
import { createRemoteProvider } from './remoteProviders';
import { previewSchedule, type PreviewSight } from './previewSchedule';
import { createScheduleBook, type ScheduleBook } from './schedules';
import {
  createCalendarShelf,
  type CalendarDeps,
  type CalendarShelf,
} from './shiftCalendars';

export { createCalendarProvider } from './calendarProvider';
export { readOnCallSettings, type OnCallSettings } from './calendarSettings';
export { scheduleRemoteTasks } from './remoteTasks';

/** Whom to call: for every entity, now, and never blank. */
export type OnCall = {
  /**
   * @throws Error with a sentence when nothing can be said at all, because the catalog does not answer or does not know the
   * entity.
   */
  answerFor(entityRef: string): Promise<OnCallAnswer>;
  /** What answers for an entity: two of which it is the same have the same people. */
  answererOf(index: CatalogIndex, entityRef: string): string;
  /**
   * What a schedule would come to, without storing it.
   *
   * @throws InputError when it is more than one answer holds.
   */
  preview(
    asked: PreviewSchedule,
    sight: PreviewSight,
  ): Promise<SchedulePreview>;
  schedules: ScheduleBook;
  calendars: CalendarShelf;
  /** Where calendar programs read shifts, by a secret in the address. */
  mountCalendars(router: Router): void;
  absences: AbsenceShelf;
  /** Reads the calendars of absences that are due. */
  readAbsences(): Promise<number>;
  /** Asks what is due of those that are programs of others. */
  refreshRemotes(): Promise<number>;
};

/**
 * @throws Error when two providers have the same id.
 */
export function createOnCall(
  given: Omit<CalendarDeps, 'absences'> & {
    /** Those of modules. The owner group and the schedules of the portal are always there. */
    providers: OnCallProvider[];
    /** Those of modules whose answers are kept. */
    remotes?: RemoteOnCallProvider[];
    logger: LoggerService;
    fetchText: FetchPublicText;
    absenceCalendars?: AbsenceCalendarSettings[];
  },
): OnCall {
  const deps = { ...given, absences: createAbsenceBook(given) };
  const ownerGroup = createOwnerGroupProvider(deps.catalog);
  const providers = new Map<string, OnCallProvider>();
  const own = [ownerGroup, createNativeProvider(deps)];
  const remotes = deps.remotes ?? [];
  const far = remotes.map(remote => createRemoteProvider(deps, remote));
  for (const provider of [...own, ...deps.providers, ...far]) {
    if (providers.has(provider.id)) {
      throw new Error(`Two on-call providers have the id "${provider.id}".`);
    }
    providers.set(provider.id, provider);
  }
  const calendars = createCalendarShelf(deps);
  return {
    calendars,
    mountCalendars: router => mountCalendars(router, { ...deps, calendars }),
    answerFor: entityRef =>
      answerOnCall({ ...deps, providers, ownerGroup }, entityRef),
    answererOf: (index, entityRef) =>
      answererOf({ providers }, index, entityRef),
    preview: (asked, sight) => previewSchedule(deps, asked, sight),
    schedules: createScheduleBook(deps),
    absences: createAbsenceShelf(deps),
    readAbsences: () => readAbsences({ absenceCalendars: [], ...deps }),
    refreshRemotes: () =>
      refreshRemotes(deps, new Map(remotes.map(one => [one.id, one]))),
  };
}
