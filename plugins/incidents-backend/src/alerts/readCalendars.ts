import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FetchPublicText } from '../platform/fetchPublicText';
import { reasonOf } from '../platform/sentences';
import { calendarStore, type KeptCalendar } from './calendarStore';
import {
  endAbsent,
  keyOf,
  prepareEvents,
  writeEvents,
  type Origin,
} from './importEvents';
import type { CalendarSettings } from './maintenanceSettings';
import { readCalendar, type ReadCalendar } from './rules/readCalendar';
import type { WindowDeps } from './writeWindow';

export type CalendarDeps = WindowDeps & {
  logger: LoggerService;
  fetchText: FetchPublicText;
  settings: { calendars: CalendarSettings[] };
};

/** Bytes of one calendar. */
const largest = 5 * 1024 * 1024;
const mostRemarks = 50;
/** Milliseconds by which one may be read early: a task does not come to the second. */
const early = 5_000;

/**
 * Reads the calendars of the config that are due, and makes their windows what they say. While one cannot be read, the windows of
 * the last time stand. Answers how many were read.
 */
export async function readCalendars(deps: CalendarDeps): Promise<number> {
  const { database, clock, settings } = deps;
  const kept = await calendarStore.all(database.read);
  const byId = new Map(kept.map(one => [one.id, one]));
  for (const gone of kept) {
    const stays = settings.calendars.some(({ id }) => id === gone.id);
    if (!stays) await leave(deps, gone.id);
  }
  const due = settings.calendars.filter(({ id, every }) => {
    const { triedAt } = byId.get(id) ?? {};
    const next = triedAt ? Date.parse(triedAt) + every - early : 0;
    return next <= clock.now().getTime();
  });
  for (const calendar of due) {
    await readOne(deps, calendar, byId.get(calendar.id));
  }
  return due.length;
}

async function readOne(
  deps: CalendarDeps,
  calendar: CalendarSettings,
  before: KeptCalendar | undefined,
): Promise<void> {
  const { id } = calendar;
  try {
    const text = await deps.fetchText(calendar.url, {
      ...{ largest, allowPrivate: calendar.allowPrivateAddress },
    });
    const read = readCalendar(text, calendar.zone);
    await keep(deps, calendar, read);
    if (before?.failure) deps.logger.info(`Calendar ${id} can be read again`);
  } catch (error) {
    // Not its address, which lets anybody read it.
    const failure = reasonOf(error).replaceAll(calendar.url, 'its address');
    const now = deps.clock.now().toISOString();
    await deps.database.write(tx =>
      calendarStore.save(tx, {
        ...{ remarks: [], ...before, id, failure, triedAt: now },
        failingSince: before?.failingSince ?? now,
      }),
    );
    const say = before?.failure === failure ? 'debug' : 'warn';
    deps.logger[say](
      `The maintenance calendar ${id} could not be read, and what it said last stands: ${failure}`,
    );
  }
}

async function keep(
  deps: CalendarDeps,
  calendar: CalendarSettings,
  read: ReadCalendar,
): Promise<void> {
  const now = deps.clock.now();
  const origin = originOf(calendar.id, calendar.entityRefs);
  const prepared = await prepareEvents(read.events, origin, now);
  const understood = read.events.map(({ uid }) => keyOf(uid, origin));
  const called = read.cancelled.map(({ uid }) => keyOf(uid, origin));
  await deps.database.write(async tx => {
    const answers = await writeEvents(deps, tx, {
      ...{ origin, prepared, read, now },
    });
    await endAbsent(deps, tx, {
      ...{ origin, now, present: new Set([...understood, ...called]) },
      why: 'it is no longer in its calendar, or no longer understood',
    });
    const remarks = answers
      .filter(({ became, reason }) => became === 'skipped' && !isPast(reason))
      .map(({ title, reason }) => ({ title, reason }))
      .slice(0, mostRemarks);
    const at = now.toISOString();
    await calendarStore.save(tx, {
      ...{ id: calendar.id, readAt: at, triedAt: at, remarks },
    });
  });
}

/** What is over or was called off is nothing to look into. */
function isPast(reason: string): boolean {
  return /^it is over|^it was called off/.test(reason);
}

/** Nobody would end the windows any more that it said. */
async function leave(deps: CalendarDeps, id: string): Promise<void> {
  const now = deps.clock.now();
  await deps.database.write(async tx => {
    await endAbsent(deps, tx, {
      ...{ origin: originOf(id, []), now, present: new Set<string>() },
      why: `the calendar ${id} is no longer in incidents.maintenance.calendars`,
    });
    await calendarStore.forget(tx, id);
  });
}

function originOf(id: string, entityRefs: string[]): Origin {
  return {
    ...{ origin: 'calendar', calendar: id, entityRefs },
    prefix: `calendar:${id}:`,
    actor: { type: 'system', ref: `calendar:${id}` },
  };
}
