import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Absence } from 'backstage-plugin-incidents-common';
import type { FetchPublicText } from '../platform/fetchPublicText';
import { hashOf } from '../platform/identity';
import { listOf, reasonOf } from '../platform/sentences';
import { absenceStore, type KeptAbsences } from './absenceStore';
import type { AbsenceCalendarSettings } from './calendarSettings';
import { foldAbsences, withdrawAll } from './rules/foldAbsences';
import { isDue, type Fare } from './rules/remoteFreshness';
import { absencesFromCalendar } from './rules/schedule/absencesFromCalendar';
import type { ScheduleDeps } from './writeSchedule';

export type AbsenceDeps = ScheduleDeps & {
  fetchText: FetchPublicText;
  logger: LoggerService;
  absenceCalendars: AbsenceCalendarSettings[];
};

/** Bytes of one calendar. */
const largest = 5 * 1024 * 1024;
const ahead = 400 * 24 * 60 * 60 * 1000;
const every = 15 * 60_000;
/** Of one calendar, at a time; those that begin first. */
const mostAbsences = 2_000;
const mostRemarks = 20;
const readAtOnce = 4;

type Calendar = { kept: KeptAbsences; url: string; allowPrivate: boolean };

/** Reads the calendars of absences that are due. Answers how many were read. */
export async function readAbsences(deps: AbsenceDeps): Promise<number> {
  const kept = await absenceStore.all(deps.database.read);
  const calendars = await allOf(deps, kept);
  const now = deps.clock.now();
  const due = calendars.filter(one => isDue(fareOf(one.kept), every, now));
  for (let i = 0; i < due.length; i += readAtOnce) {
    await Promise.all(
      due.slice(i, i + readAtOnce).map(calendar => readOne(deps, calendar)),
    );
  }
  return due.length;
}

function fareOf({ id, triedAt, failure }: KeptAbsences): Fare | undefined {
  if (!triedAt) return undefined;
  const target = { provider: 'absences', target: id };
  return { ...target, triedAt: new Date(triedAt), failure };
}

/** Those that people have added, and those of the config; one that has left the config counts no more. */
async function allOf(
  deps: AbsenceDeps,
  known: KeptAbsences[],
): Promise<Calendar[]> {
  const now = deps.clock.now();
  const byId = new Map(known.map(one => [one.id, one]));
  const configured = deps.absenceCalendars.map((one): Calendar => {
    const { user, url, zone, allowPrivateAddress: allowPrivate } = one;
    const id = `config:${hashOf(`${user}\n${url}`, 32)}`;
    const { host } = new URL(url);
    const before: KeptAbsences = byId.get(id) ?? {
      ...{ id, user, host, createdAt: now.toISOString() },
      ...{ absences: [], remarks: [], version: 1 },
    };
    const kept = { ...before, host, zone, revokedAt: undefined };
    return { kept, url, allowPrivate };
  });
  const present = new Set(configured.map(one => one.kept.id));
  for (const one of known) {
    const isGone = !one.createdBy && !one.revokedAt && !present.has(one.id);
    if (isGone) await leave(deps, one);
  }
  const added = known.flatMap(one =>
    one.url && !one.revokedAt
      ? [{ kept: one, url: one.url, allowPrivate: false }]
      : [],
  );
  return [...configured, ...added];
}

async function readOne(deps: AbsenceDeps, calendar: Calendar): Promise<void> {
  const { url, allowPrivate, kept: before } = calendar;
  const now = deps.clock.now();
  const to = new Date(now.getTime() + ahead);
  try {
    const text = await deps.fetchText(url, { largest, allowPrivate });
    const { user, zone } = before;
    const read = absencesFromCalendar(text, {
      ...{ user, timeZone: zone, from: now, to },
    });
    const remarks = read.skipped
      .map(({ because }) => `An event is left out: ${because}.`)
      .slice(0, mostRemarks);
    const said = read.absences.slice(0, mostAbsences);
    await keep(deps, before, { said, remarks, now });
  } catch (error) {
    // Not its address, which lets anybody read it.
    const failure = reasonOf(error).replaceAll(url, 'its address');
    await fail(deps, before, { failure, now });
  }
}

async function keep(
  { database, timeline }: AbsenceDeps,
  before: KeptAbsences,
  { said, remarks, now }: { said: Absence[]; remarks: string[]; now: Date },
): Promise<void> {
  const at = now.toISOString();
  await database.write(async tx => {
    const held = await absenceStore.hold(tx, before.id);
    // Somebody revoked it meanwhile.
    if (held?.revokedAt && held.createdBy) return;
    const known = held?.absences ?? [];
    const { absences, added, gone } = foldAbsences(known, said, now);
    const isOther = added + gone > 0;
    const { failure, failingSince, revokedAt, ...rest } = held ?? before;
    await absenceStore.save(tx, {
      ...{ ...rest, host: before.host, zone: before.zone, absences, remarks },
      ...{ triedAt: at, readAt: at },
      version: rest.version + (isOther || revokedAt ? 1 : 0),
    });
    if (!isOther) return;
    const entry = {
      kind: 'calendar.read' as const,
      actor: { type: 'system' as const, ref: 'absences' },
      text: `The calendar of ${before.user} ${changeOf(added, gone)}`,
      details: { id: before.id, user: before.user, added, gone },
    };
    await timeline.record(tx, [entry], now);
  });
}

function changeOf(added: number, gone: number): string {
  return listOf([
    ...(added > 0 ? [`has ${added} more ${absencesOf(added)}`] : []),
    ...(gone > 0 ? [`no longer has ${gone} ${absencesOf(gone)}`] : []),
  ]);
}

function absencesOf(count: number): string {
  return count === 1 ? 'absence' : 'absences';
}

async function fail(
  { database, logger }: AbsenceDeps,
  before: KeptAbsences,
  { failure, now }: { failure: string; now: Date },
): Promise<void> {
  const at = now.toISOString();
  await database.write(async tx => {
    const held = (await absenceStore.hold(tx, before.id)) ?? before;
    if (held.revokedAt && held.createdBy) return;
    const { revokedAt, ...rest } = held;
    await absenceStore.save(tx, {
      ...{ ...rest, triedAt: at, failure },
      failingSince: held.failingSince ?? at,
    });
  });
  const say = before.failure === failure ? 'debug' : 'warn';
  logger[say](
    `The calendar of absences of ${before.user} could not be read, and what it said last stands: ${failure}`,
  );
}

async function leave(deps: AbsenceDeps, kept: KeptAbsences): Promise<void> {
  const now = deps.clock.now();
  await deps.database.write(async tx => {
    await absenceStore.save(tx, {
      ...{ ...kept, absences: withdrawAll(kept.absences, now) },
      ...{ revokedAt: now.toISOString(), version: kept.version + 1 },
    });
    const entry = {
      kind: 'calendar.unfollowed' as const,
      actor: { type: 'system' as const, ref: 'absences' },
      text: `The calendar of ${kept.user} is no longer in incidents.onCall.absences`,
      details: { id: kept.id, user: kept.user },
    };
    await deps.timeline.record(tx, [entry], now);
  });
}
