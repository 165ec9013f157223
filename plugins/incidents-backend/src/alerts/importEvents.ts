import type {
  Actor,
  ImportedEvent,
  Maintenance,
} from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { hashOf } from '../platform/identity';
import { rest } from '../platform/soon';
import { maintenanceStore, type KeptWindow } from './maintenanceStore';
import { mostWindows } from './planMaintenance';
import { prospectOf } from './rules/planWindow';
import type { ReadCalendar } from './rules/readCalendar';
import type { CalendarEvent } from './rules/readEvent';
import type { Outlook } from './rules/schedule';
import {
  addWindow,
  changeWindow,
  endAll,
  isOver,
  type WindowDeps,
} from './writeWindow';

/** Where events come from. */
export type Origin = {
  origin: Maintenance['origin'];
  calendar?: string;
  /** With which the keys of its windows begin; ends with a colon. */
  prefix: string;
  actor: Actor;
  /** What events cover that name nothing. */
  entityRefs: string[];
};

type Prepared = {
  event: CalendarEvent;
  key: string;
  entityRefs: string[];
  /** A sentence when nothing of it is to come, or it cannot be worked out. */
  outlook: Outlook | string;
};

/** Works out what is to come of events, without keeping everybody else waiting meanwhile. */
export async function prepareEvents(
  events: CalendarEvent[],
  origin: Origin,
  now: Date,
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const event of events) {
    const { uid, named, schedule } = event;
    prepared.push({
      event,
      key: keyOf(uid, origin),
      entityRefs: named.length > 0 ? named : origin.entityRefs,
      outlook: prospectOf(schedule, now),
    });
    if (schedule.recurrence) await rest(0);
  }
  return prepared;
}

/** Makes, changes and ends windows so that they are what a calendar says; answers what became of each event. */
export async function writeEvents(
  deps: WindowDeps,
  tx: Tx,
  about: {
    origin: Origin;
    prepared: Prepared[];
    read: ReadCalendar;
    now: Date;
  },
): Promise<ImportedEvent[]> {
  const { origin, prepared, read, now } = about;
  const kept = await maintenanceStore.bySource(tx, origin.prefix);
  const byKey = new Map(kept.map(window => [window.sourceKey!, window]));
  let room = mostWindows - (await maintenanceStore.countUnended(tx, now));
  const answers: ImportedEvent[] = [];
  for (const one of prepared) {
    const known = byKey.get(one.key);
    const answer = await writeEvent(deps, tx, {
      ...{ one, known, origin, now, hasRoom: room > 0 },
    });
    if (answer.became === 'created') room -= 1;
    answers.push(answer);
  }
  for (const { uid, title } of read.cancelled) {
    const known = byKey.get(keyOf(uid, origin));
    const why = 'it was called off';
    const isEnded =
      known && (await endOne(deps, tx, { known, origin, now, why }));
    answers.push({
      ...{ title, entityRefs: known?.entityRefs ?? [] },
      ...{ became: isEnded ? 'ended' : 'skipped', reason: why },
    });
  }
  const skipped = read.skipped.map(({ title, reason }) => ({
    ...{ title, reason, entityRefs: [] },
    became: 'skipped' as const,
  }));
  return [...answers, ...skipped];
}

/** Ends windows whose events are no longer in their calendar; answers how many. */
export async function endAbsent(
  deps: WindowDeps,
  tx: Tx,
  about: { origin: Origin; present: Set<string>; now: Date; why: string },
): Promise<number> {
  const { origin, present, now, why } = about;
  const kept = await maintenanceStore.bySource(tx, origin.prefix);
  let ended = 0;
  for (const known of kept) {
    const isAbsent = !present.has(known.sourceKey!);
    if (isAbsent && (await endOne(deps, tx, { known, origin, now, why }))) {
      ended += 1;
    }
  }
  return ended;
}

async function writeEvent(
  deps: WindowDeps,
  tx: Tx,
  about: {
    one: Prepared;
    known: KeptWindow | undefined;
    origin: Origin;
    now: Date;
    hasRoom: boolean;
  },
): Promise<ImportedEvent> {
  const { one, known, origin, now, hasRoom } = about;
  const { actor } = origin;
  const { event, entityRefs, outlook } = one;
  const refusal = refusalOf(one, { known, now, hasRoom });
  if (refusal) return answerOf(one, ...refusal);
  if (typeof outlook === 'string') {
    await endOne(deps, tx, { known: known!, origin, now, why: outlook });
    return answerOf(one, 'ended', outlook);
  }
  const content = {
    title: event.title,
    reason: event.reason,
    entityRefs,
    schedule: event.schedule,
  };
  if (known) {
    const window = { ...known, ...content, endedBy: undefined };
    await changeWindow(deps, tx, { window, outlook, actor, now });
    return answerOf(one, 'changed', 'the event has changed');
  }
  const window: KeptWindow = {
    ...content,
    id: deps.newId(),
    origin: origin.origin,
    calendar: origin.calendar,
    sourceKey: one.key,
    createdBy: actor,
    createdAt: now.toISOString(),
  };
  await addWindow(deps, tx, { window, outlook, actor, now });
  return answerOf(one, 'created', 'the event is new');
}

/** Why nothing is done about an event. */
function refusalOf(
  { event, entityRefs, outlook }: Prepared,
  context: { known: KeptWindow | undefined; now: Date; hasRoom: boolean },
): [ImportedEvent['became'], string] | undefined {
  const { known, now, hasRoom } = context;
  const wasEnded = known && isOver(known, now);
  if (entityRefs.length === 0) {
    return ['skipped', 'it names no entity, and there is none for those'];
  }
  if (typeof outlook === 'string') {
    return known && !wasEnded ? undefined : ['skipped', outlook];
  }
  if (known && isSame(known, event, entityRefs)) {
    return known.endedBy && wasEnded
      ? ['unchanged', `${known.endedBy} ended it; change it to plan it again`]
      : ['unchanged', 'it is known already'];
  }
  return known || hasRoom
    ? undefined
    : ['skipped', `there are ${mostWindows} maintenance windows already`];
}

function isSame(
  known: KeptWindow,
  { title, reason, schedule }: CalendarEvent,
  entityRefs: string[],
): boolean {
  const before = [known.title, known.reason, known.entityRefs, known.schedule];
  const after = [title, reason, entityRefs, schedule];
  return JSON.stringify(before) === JSON.stringify(after);
}

async function endOne(
  deps: WindowDeps,
  tx: Tx,
  about: { known: KeptWindow; origin: Origin; now: Date; why: string },
): Promise<boolean> {
  const { known, origin, now, why } = about;
  if (isOver(known, now)) return false;
  await endAll(deps, tx, { window: known, actor: origin.actor, now, why });
  return true;
}

function answerOf(
  { event, entityRefs, outlook }: Prepared,
  became: ImportedEvent['became'],
  reason: string,
): ImportedEvent {
  const { title, schedule } = event;
  const { zone, recurrence } = schedule;
  const [next] = typeof outlook === 'string' ? [] : outlook.openings;
  return {
    ...{ title, became, reason, entityRefs, zone },
    ...(recurrence && { recurrence }),
    ...(next && { next }),
  };
}

export function keyOf(uid: string, { prefix }: Origin): string {
  return `${prefix}${hashOf(uid, 40)}`;
}
