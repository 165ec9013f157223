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
import type { PortalNotices } from '../platform/portalNotices';
import { createAccessBook, type AccessBook } from './accessBook';
import { createShiftAnnouncer } from './announceShifts';
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
import { createServedEntities } from './servedEntities';
import type { OnCallSettings } from './settings';
import {
  createCalendarShelf,
  type CalendarDeps,
  type CalendarShelf,
} from './shiftCalendars';
import { createShiftRequestBook, type ShiftRequestBook } from './shiftRequests';
import { tellShiftNotices } from './tellShiftNotices';

export { readOnCallSettings, type OnCallSettings } from './settings';

export { loadOf, type Load } from './rules/loadOf';
export { isNight } from './rules/night';
export type { Duty, DutySchedule, DutyShift } from './layDuty';

export { createCalendarProvider } from './calendarProvider';
export {
  readOnCallCalendars,
  type OnCallCalendarSettings,
} from './calendarSettings';
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
  /** The entities for which a schedule of the portal answers. */
  servedBy(index: CatalogIndex, schedule: string): string[];
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
  requests: ShiftRequestBook;
  access: AccessBook;
  /** Writes down who is to be told of a shift that begins or has ended; answers how many are. */
  announceShifts(): Promise<number>;
  /** Tells what waits to be told about shifts; answers how many were. */
  tellShiftNotices(): Promise<number>;
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
    notices: PortalNotices;
    settings: OnCallSettings;
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
  const served = createServedEntities((index, entityRef) =>
    answererOf({ providers }, index, entityRef),
  );
  return {
    calendars,
    mountCalendars: router => mountCalendars(router, { ...deps, calendars }),
    answerFor: entityRef =>
      answerOnCall({ ...deps, providers, ownerGroup }, entityRef),
    answererOf: (index, entityRef) =>
      answererOf({ providers }, index, entityRef),
    servedBy: served.by,
    requests: createShiftRequestBook(deps),
    access: createAccessBook({ ...deps, served }),
    announceShifts: createShiftAnnouncer({ ...deps, served }),
    tellShiftNotices: () => tellShiftNotices(deps),
    preview: (asked, sight) => previewSchedule(deps, asked, sight),
    schedules: createScheduleBook(deps),
    absences: createAbsenceShelf(deps),
    readAbsences: () => readAbsences({ absenceCalendars: [], ...deps }),
    refreshRemotes: () =>
      refreshRemotes(deps, new Map(remotes.map(one => [one.id, one]))),
  };
}
