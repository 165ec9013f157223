import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  AbsenceCalendar,
  AbsenceCalendars,
  Actor,
  AddAbsenceCalendar,
} from 'backstage-plugin-incidents-common';
import { plainAddress } from '../platform/calendar/calendarAddress';
import { absenceStore, type KeptAbsences } from './absenceStore';
import { withdrawAll } from './rules/foldAbsences';
import type { ScheduleDeps } from './writeSchedule';

/** Of one person. */
const mostCalendars = 5;

type By = { actor: Actor };

/** The calendars that say when people are away. Their addresses are secrets of whoever added them, and are shown to nobody. */
export type AbsenceShelf = {
  of(user: string): Promise<AbsenceCalendars>;
  /** @throws ConflictError when there are too many. */
  add(
    asked: Omit<AddAbsenceCalendar, 'user'> & By & { user: string },
  ): Promise<AbsenceCalendar>;
  /** Whose absences it says, to know who may revoke it. @throws NotFoundError */
  userOf(id: string): Promise<string>;
  /**
   * Answers one that was revoked as it is.
   *
   * @throws NotFoundError; NotAllowedError for one of the config.
   */
  revoke(id: string, by: By): Promise<AbsenceCalendar>;
};

export function createAbsenceShelf(deps: ScheduleDeps): AbsenceShelf {
  const { database, clock } = deps;
  const show = (kept: KeptAbsences) => shown(kept, clock.now());
  return {
    async of(user) {
      const kept = await absenceStore.of(database.read, user);
      return { items: kept.map(show) };
    },
    add: async asked => show(await add(deps, asked)),
    async userOf(id) {
      const kept = await absenceStore.find(database.read, id);
      if (!kept) throw notThere(id);
      return kept.user;
    },
    revoke: async (id, { actor }) => show(await revoke(deps, id, actor)),
  };
}

async function add(
  { database, timeline, clock, newId }: ScheduleDeps,
  asked: Omit<AddAbsenceCalendar, 'user'> & By & { user: string },
): Promise<KeptAbsences> {
  const { user, actor, zone } = asked;
  const url = plainAddress(asked.url);
  const { host, username } = new URL(url);
  if (username) {
    throw new InputError(
      'The body is not valid: url: must have no user name in it',
    );
  }
  return database.write(async tx => {
    const now = clock.now();
    const others = await absenceStore.of(tx, user);
    if (others.some(other => other.url === url)) {
      throw new ConflictError('url: this calendar is read already');
    }
    if (others.length >= mostCalendars) {
      throw new ConflictError(
        `${user} has ${mostCalendars} calendars already; revoke one first`,
      );
    }
    const kept: KeptAbsences = {
      ...{ id: newId(), user, url, host, ...(zone && { zone }) },
      ...{ createdBy: actor, createdAt: now.toISOString() },
      ...{ absences: [], remarks: [], version: 1 },
    };
    await absenceStore.save(tx, kept);
    const entry = {
      ...{ kind: 'calendar.followed' as const, actor },
      text: `A calendar says from now on when ${user} is away`,
      details: { id: kept.id, user },
    };
    await timeline.record(tx, [entry], now);
    return kept;
  });
}

async function revoke(
  { database, timeline, clock }: ScheduleDeps,
  id: string,
  actor: Actor,
): Promise<KeptAbsences> {
  return database.write(async tx => {
    const now = clock.now();
    const kept = await absenceStore.hold(tx, id);
    if (!kept) throw notThere(id);
    if (kept.revokedAt) return kept;
    if (!kept.url) {
      throw new NotAllowedError(
        'It is in the config, at incidents.onCall.absences: take it out there',
      );
    }
    const revoked: KeptAbsences = {
      ...{ ...kept, absences: withdrawAll(kept.absences, now) },
      // Nobody needs the address any more.
      ...{ url: undefined, createdBy: kept.createdBy ?? actor },
      ...{ revokedAt: now.toISOString(), version: kept.version + 1 },
    };
    await absenceStore.save(tx, revoked);
    const entry = {
      ...{ kind: 'calendar.unfollowed' as const, actor },
      text: `A calendar says no more when ${kept.user} is away`,
      details: { id, user: kept.user },
    };
    await timeline.record(tx, [entry], now);
    return revoked;
  });
}

function notThere(id: string): NotFoundError {
  return new NotFoundError(`There is no calendar ${id.slice(0, 100)}`);
}

function shown(
  { url, absences, version, triedAt, ...kept }: KeptAbsences,
  now: Date,
): AbsenceCalendar {
  const ahead = absences.filter(
    ({ to, withdrawnAt }) => !withdrawnAt && Date.parse(to) > now.getTime(),
  );
  return {
    ...kept,
    origin: kept.createdBy ? 'person' : 'config',
    absences: ahead.length,
  };
}
