import type { Actor } from 'backstage-plugin-incidents-common';
import type { Database, Tx } from '../platform/database';
import type { NewId } from '../platform/identity';
import type { Timeline } from '../timeline';
import { maintenanceStore, type KeptWindow } from './maintenanceStore';
import { openingStore } from './openingStore';
import { overAfter, reconcile } from './rules/reconcile';
import type { Outlook } from './rules/schedule';
import { endedEntry, windowEntry } from './rules/windowEntries';

const day = 24 * 60 * 60 * 1000;

export type WindowDeps = {
  database: Database;
  timeline: Timeline;
  clock: { now(): Date };
  newId: NewId;
};

/**
 * Works out when a window is open from now on, and writes that; the window itself is the caller's to write. Answers it as it is
 * then.
 *
 * @param outlook - as `prospectOf` has it of the same moment
 */
export async function writeOpenings(
  tx: Tx,
  window: KeptWindow,
  about: {
    outlook: Outlook;
    now: Date;
    actor: Actor;
    newId: NewId;
  },
): Promise<KeptWindow> {
  const { outlook, now, actor, newId } = about;
  const { openings, isAll } = outlook;
  const [first] = openings;
  const since = first ? new Date(first.startsAt) : now;
  const kept = await openingStore.ofWindow(tx, window.id, { now, since });
  await openingStore.write(tx, window.id, reconcile(kept, openings, now), {
    ...{ at: now, ref: actor.ref, newId },
  });
  return {
    ...window,
    expandAt: isAll ? undefined : new Date(now.getTime() + day).toISOString(),
    overAt: isAll ? overAfter(kept, openings, now) : undefined,
  };
}

type Writing = {
  window: KeptWindow;
  outlook: Outlook;
  actor: Actor;
  now: Date;
};

export async function addWindow(
  { timeline, newId }: WindowDeps,
  tx: Tx,
  { window, outlook, actor, now }: Writing,
): Promise<void> {
  const expanded = await writeOpenings(tx, window, {
    ...{ outlook, now, actor, newId },
  });
  await maintenanceStore.add(tx, expanded);
  const entry = windowEntry('maintenance.planned', window, actor);
  await timeline.record(tx, [entry], now);
}

export async function changeWindow(
  { timeline, newId }: WindowDeps,
  tx: Tx,
  { window, outlook, actor, now }: Writing,
): Promise<void> {
  const expanded = await writeOpenings(tx, window, {
    ...{ outlook, now, actor, newId },
  });
  await maintenanceStore.save(tx, expanded);
  const entry = windowEntry('maintenance.changed', window, actor);
  await timeline.record(tx, [entry], now);
}

export type Ending = {
  window: KeptWindow;
  actor: Actor;
  now: Date;
  why?: string;
};

/** No time of it is to come any more. */
export async function endAll(
  { timeline, newId }: WindowDeps,
  tx: Tx,
  { window, actor, now, why }: Ending,
): Promise<void> {
  const outlook: Outlook = { openings: [], isAll: true };
  await writeOpenings(tx, window, { outlook, now, actor, newId });
  await maintenanceStore.save(tx, {
    ...window,
    expandAt: undefined,
    overAt: now.toISOString(),
    endedBy: actor.ref,
  });
  await timeline.record(tx, [endedEntry(window, { actor, why })], now);
}

export function isOver({ overAt }: KeptWindow, now: Date): boolean {
  return overAt !== undefined && Date.parse(overAt) <= now.getTime();
}
