import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  CreatedShiftCalendar,
  CreateShiftCalendar,
  ShiftCalendar,
  ShiftCalendars,
  TimelineKind,
} from 'backstage-plugin-incidents-common';
import { hashOf, sameHash, type NewSecret } from '../platform/identity';
import type { EntryDraft } from '../timeline';
import { calendarStore, type KeptCalendar } from './calendarStore';
import { findSchedule, type ReadDeps } from './readSchedules';
import { writeCalendar } from './writeCalendar';
import type { ScheduleDeps } from './writeSchedule';

export type CalendarDeps = ScheduleDeps & ReadDeps & { newSecret: NewSecret };

type By = { actor: Actor };

/** Secret addresses at which calendar programs read shifts. */
export type CalendarShelf = {
  /** @throws NotFoundError when there is no such schedule. */
  create(asked: CreateShiftCalendar & By): Promise<CreatedShiftCalendar>;
  /** Those of one person that were not revoked. */
  madeBy(actor: Actor): Promise<ShiftCalendars>;
  /**
   * Answers one that was revoked as it is.
   *
   * @throws NotFoundError; NotAllowedError when somebody else made it, unless `any` may be revoked.
   */
  revoke(id: string, by: By & { any: boolean }): Promise<ShiftCalendar>;
  /**
   * The file at an address. One that was revoked, or never made, is not there, and nothing tells the two apart.
   *
   * @throws NotFoundError
   */
  read(token: string): Promise<string>;
};

export function createCalendarShelf(deps: CalendarDeps): CalendarShelf {
  const { database } = deps;
  return {
    create: asked => create(deps, asked),
    async madeBy({ ref }) {
      const kept = await calendarStore.madeBy(database.read, ref);
      return { items: kept.map(shown) };
    },
    revoke: (id, by) => revoke(deps, id, by),
    async read(token) {
      const [, id = '', secret = ''] =
        /^([\w-]{1,36})\.([\w-]+)$/.exec(token) ?? [];
      const kept = await calendarStore.find(database.read, id);
      // Compared even when there is none, so that the time it takes tells nothing.
      const isSame = sameHash(hashOf(secret), kept?.secretHash ?? hashOf(''));
      if (!kept || !isSame || kept.revokedAt) {
        throw new NotFoundError('There is no calendar at this address');
      }
      return writeCalendar(deps, kept);
    },
  };
}

async function create(
  deps: CalendarDeps,
  { actor, ...asked }: CreateShiftCalendar & By,
): Promise<CreatedShiftCalendar> {
  if (asked.schedule) await findSchedule(deps, asked.schedule);
  const secret = deps.newSecret();
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const kept: KeptCalendar = {
      ...{ id: deps.newId(), ...asked, createdBy: actor },
      ...{ createdAt: now.toISOString(), secretHash: hashOf(secret) },
    };
    await calendarStore.add(tx, kept);
    await deps.timeline.record(
      tx,
      [entryOf('calendar.shared', kept, actor)],
      now,
    );
    return { ...shown(kept), path: `/calendars/${kept.id}.${secret}.ics` };
  });
}

async function revoke(
  deps: CalendarDeps,
  id: string,
  { actor, any }: By & { any: boolean },
): Promise<ShiftCalendar> {
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const kept = await calendarStore.find(tx, id);
    if (!kept) {
      throw new NotFoundError(
        `There is no calendar address ${id.slice(0, 100)}`,
      );
    }
    if (!any && kept.createdBy.ref !== actor.ref) {
      throw new NotAllowedError(
        'Somebody else made this address: revoking it needs incidents.oncall.schedule.update',
      );
    }
    if (await calendarStore.revoke(tx, id, now)) {
      await deps.timeline.record(
        tx,
        [entryOf('calendar.revoked', kept, actor)],
        now,
      );
    }
    return shown((await calendarStore.find(tx, id))!);
  });
}

function entryOf(
  kind: Extract<TimelineKind, `calendar.${string}`>,
  { id, schedule, user }: KeptCalendar,
  actor: Actor,
): EntryDraft {
  const whose = [schedule && `of ${schedule}`, user && `of ${user}`]
    .filter(Boolean)
    .join(' ');
  const verb = kind === 'calendar.shared' ? 'was made' : 'was revoked';
  return {
    ...{ kind, actor },
    text: `A calendar address for the shifts ${whose} ${verb}`,
    details: { id, schedule, user },
  };
}

function shown({ secretHash, ...calendar }: KeptCalendar): ShiftCalendar {
  return calendar;
}
