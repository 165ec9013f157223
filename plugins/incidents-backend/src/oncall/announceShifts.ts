import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import type { Clock } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Database, Tx } from '../platform/database';
import { hashOf } from '../platform/identity';
import { pause } from '../platform/soon';
import type { Timeline } from '../timeline';
import type { AbsenceBook } from './absenceBook';
import { accessStore } from './accessStore';
import { peopleOf } from './people';
import { accessState } from './rules/accessState';
import { requiredAccess } from './rules/requiredAccess';
import {
  announcementEntry,
  announcementNotice,
} from './rules/announcementWords';
import {
  announcedFor,
  dueAnnouncements,
  type Announcement,
} from './rules/dueAnnouncements';
import { stateAt } from './rules/schedule/editSchedule';
import { layShifts } from './rules/schedule/laySchedule';
import { withAbsences, type AbsencesByUser } from './rules/withAbsences';
import { scheduleStore, type KeptSchedule } from './scheduleStore';
import type { ServedEntities } from './servedEntities';
import type { OnCallSettings } from './settings';
import { shiftNoticeStore, type ShiftNotice } from './shiftNoticeStore';

export type AnnounceDeps = {
  database: Database;
  catalog: Catalog;
  timeline: Timeline;
  clock: Clock;
  absences: AbsenceBook;
  served: ServedEntities;
  settings: OnCallSettings;
};

const hour = 60 * 60 * 1000;
/** Far enough to name the end of a weekly shift, and who comes then. */
const lookAhead = 8 * 24 * hour;
/** A schedule in which nothing happens is looked at again after so long. */
const restsAtMost = 12 * hour;
/** So many are laid without letting anybody else in between. */
const laidAtOnce = 25;

/** Until when nobody is to be told anything by a version of a schedule, and of the absences: only there to save work. */
type Rest = { of: string; until: number };

/**
 * Writes down who is to be told that a shift of theirs begins or has ended, once each, and takes back what a schedule does not say
 * any more and nobody was told. Answers how many there are to tell.
 */
export function createShiftAnnouncer(
  deps: AnnounceDeps,
): () => Promise<number> {
  const resting = new Map<string, Rest>();
  return async () => {
    const { database, catalog, clock, settings, absences } = deps;
    if (!settings.notices.enabled) return 0;
    const kept = await scheduleStore.versions(database.read);
    const { stamp, byUser } = await absences.read();
    const awake = kept
      .map(({ name, version, updatedAt }) => ({
        ...{ name, of: `${version} ${updatedAt} ${stamp}` },
      }))
      .filter(({ name, of }) => {
        const rest = resting.get(name);
        return rest?.of !== of || rest.until <= clock.now().getTime();
      });
    if (awake.length === 0) return 0;
    const index = await catalog.index().catch(() => undefined);
    let announced = 0;
    let laid = 0;
    for (const { name, of } of awake) {
      const now = clock.now();
      const done = await announce(deps, name, { now, index, byUser });
      announced += done.announced;
      resting.set(name, { of, until: done.until });
      laid += 1;
      // Alerts come in meanwhile.
      if (laid % laidAtOnce === 0) await pause();
    }
    return announced;
  };
}

/** What is looked up once for all schedules. */
type Moment = {
  now: Date;
  index: CatalogIndex | undefined;
  byUser: AbsencesByUser;
};

async function announce(
  deps: AnnounceDeps,
  name: string,
  { now, index, byUser }: Moment,
): Promise<{ announced: number; until: number }> {
  const { database, timeline } = deps;
  return database.write(async tx => {
    const kept = await scheduleStore.find(tx, name);
    const isInUse = kept && !kept.archivedAt;
    const { due, until } = isInUse
      ? lookAt(kept.definition, now, { ...deps.settings, byUser })
      : { due: [], until: now.getTime() + restsAtMost };
    const ids = due.map(one => idOf(name, one));
    await shiftNoticeStore.drop(tx, name, new Set(ids));
    const known = await shiftNoticeStore.known(tx, ids);
    const fresh = due.filter(one => !known.has(idOf(name, one)));
    if (!kept || fresh.length === 0) return { announced: 0, until };
    const { title } = kept.definition;
    const rows: ShiftNotice[] = [];
    for (const one of fresh) {
      const unconfirmed =
        one.what === 'begin'
          ? await unconfirmedBy(deps, tx, one.user, { name, now, index })
          : [];
      rows.push(rowOf(kept, one, { now, index, unconfirmed }));
    }
    await timeline.record(
      tx,
      fresh.map(one => announcementEntry(one, { name, title })),
      now,
      [shiftNoticeStore.toWrite(rows)],
    );
    return { announced: fresh.length, until };
  });
}

function lookAt(
  definition: ScheduleDefinition,
  now: Date,
  { notices, byUser }: OnCallSettings & { byUser: AbsencesByUser },
): { due: Announcement[]; until: number } {
  const { beforeBegin, atEnd } = notices;
  // An hour more, so that whoever was on call before a beginning is seen.
  const from = new Date(now.getTime() - announcedFor - hour);
  const to = new Date(now.getTime() + beforeBegin + lookAhead);
  const told = withAbsences(definition, byUser, { from, to });
  const shifts = layShifts(told, from, to);
  const { due, next } = dueAnnouncements(shifts, {
    ...{ now, to, beforeBegin, atEnd },
  });
  const rested = now.getTime() + restsAtMost;
  return { due, until: Math.min(next?.getTime() ?? rested, rested) };
}

/** What they have not confirmed that they can log in to. */
async function unconfirmedBy(
  { served, settings }: AnnounceDeps,
  tx: Tx,
  user: string,
  about: { name: string; now: Date; index: CatalogIndex | undefined },
): Promise<string[]> {
  const { index, now } = about;
  if (!index) return [];
  const required = requiredAccess(index, served.by(index, about.name));
  const confirmed = (await accessStore.of(tx, [user])).get(user)!;
  const { holdsFor } = settings.access;
  return required
    .filter(({ key }) => {
      const { state } = accessState(confirmed.get(key), { holdsFor, now });
      return state !== 'confirmed';
    })
    .map(({ tool }) => tool);
}

function idOf(name: string, announcement: Announcement): string {
  const { what, levelName, user, at } = announcement;
  return hashOf(
    JSON.stringify([what, name, levelName, user, at.toISOString()]),
  );
}

function rowOf(
  { definition }: KeptSchedule,
  announcement: Announcement,
  about: { now: Date; index?: CatalogIndex; unconfirmed: string[] },
): ShiftNotice {
  const { now, index, unconfirmed } = about;
  const { name, title } = definition;
  const personOf = peopleOf(index);
  const id = idOf(name, announcement);
  const notice = announcementNotice(announcement, {
    ...{ id, name, title, timeZone: stateAt(definition, now).timeZone },
    nameOf: ref => personOf(ref).displayName,
    unconfirmed,
  });
  const ends = announcement.at.getTime() + announcedFor;
  return {
    ...{ id, schedule: name, notice },
    ...{ createdAt: now.toISOString(), endsAt: new Date(ends).toISOString() },
  };
}
