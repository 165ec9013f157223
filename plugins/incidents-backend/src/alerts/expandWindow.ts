import type { Actor } from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { maintenanceStore } from './maintenanceStore';
import { prospectOf } from './rules/planWindow';
import { endedEntry } from './rules/windowEntries';
import { writeOpenings, type WindowDeps } from './writeWindow';

const windowsPerRound = 50;
const actor: Actor = { type: 'system', ref: 'maintenance' };

/** Works out the next openings of windows that recur, before they are needed. Answers how many windows it looked at. */
export async function expandDue(deps: WindowDeps): Promise<number> {
  const { database, clock } = deps;
  let total = 0;
  for (;;) {
    const now = clock.now();
    const ids = await maintenanceStore.toExpand(
      database.read,
      now,
      windowsPerRound,
    );
    for (const id of ids) {
      await database.write(tx => expandOne(deps, tx, { id, now }));
    }
    total += ids.length;
    if (ids.length < windowsPerRound) return total;
  }
}

async function expandOne(
  { timeline, newId }: WindowDeps,
  tx: Tx,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  const window = await maintenanceStore.hold(tx, id);
  // Another replica may have been faster.
  if (!window?.expandAt || Date.parse(window.expandAt) > now.getTime()) return;
  const outlook = prospectOf(window.schedule, now);
  const isOver = typeof outlook === 'string';
  const expanded = await writeOpenings(tx, window, {
    outlook: isOver ? { openings: [], isAll: true } : outlook,
    ...{ now, actor, newId },
  });
  await maintenanceStore.save(tx, expanded);
  if (isOver) {
    await timeline.record(
      tx,
      [endedEntry(window, { actor, why: outlook })],
      now,
    );
  }
}
