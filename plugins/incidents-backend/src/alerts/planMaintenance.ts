import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  EndMaintenance,
  Maintenance,
  PlanMaintenance,
} from 'backstage-plugin-incidents-common';
import type { Schedule } from '../platform/calendar/occurrences';
import type { Catalog } from '../platform/catalog';
import type { Tx } from '../platform/database';
import { namedEntity } from '../platform/namedEntity';
import { maintenanceStore, type KeptWindow } from './maintenanceStore';
import { openingStore } from './openingStore';
import { prospectOf, scheduleOf } from './rules/planWindow';
import type { Outlook } from './rules/schedule';
import { endedEntry } from './rules/windowEntries';
import {
  addWindow,
  changeWindow,
  endAll,
  isOver,
  type Ending,
  type WindowDeps,
} from './writeWindow';

export type PlanDeps = WindowDeps & { catalog: Catalog };

/** Each that has not ended is looked at when its openings are worked out. */
export const mostWindows = 500;

type Planned = {
  title: string;
  reason?: string;
  entityRefs: string[];
  schedule: Schedule;
};

/** @throws InputError when it cannot be; ConflictError when there are too many. */
export async function planMaintenance(
  deps: PlanDeps,
  { actor, ...plan }: PlanMaintenance & { actor: Actor },
): Promise<Maintenance> {
  const now = deps.clock.now();
  const { planned, outlook } = await understand(deps, plan, now);
  return deps.database.write(async tx => {
    if ((await maintenanceStore.countUnended(tx, now)) >= mostWindows) {
      throw new ConflictError(
        `There are ${mostWindows} maintenance windows; end some before you add another`,
      );
    }
    const window: KeptWindow = {
      ...planned,
      id: deps.newId(),
      origin: 'person',
      createdBy: actor,
      createdAt: now.toISOString(),
    };
    await addWindow(deps, tx, { window, outlook, actor, now });
    return shownNow(tx, window.id, now);
  });
}

/**
 * Another plan for the same window; one that is on goes on as long as the new plan says.
 *
 * @throws NotFoundError; InputError; ConflictError when it was imported, or has ended.
 */
export async function changeMaintenance(
  deps: PlanDeps,
  id: string,
  { actor, ...plan }: PlanMaintenance & { actor: Actor },
): Promise<Maintenance> {
  const now = deps.clock.now();
  const { planned, outlook } = await understand(deps, plan, now);
  return deps.database.write(async tx => {
    const before = await holdWindow(tx, id);
    const elsewhere = keptElsewhere(before);
    if (elsewhere) throw new ConflictError(elsewhere);
    if (isOver(before, now)) {
      throw new ConflictError('It has ended; plan another one');
    }
    const window = { ...before, reason: undefined, ...planned };
    await changeWindow(deps, tx, { window, outlook, actor, now });
    return shownNow(tx, id, now);
  });
}

/**
 * Ends what is on, or all of it. Answers one that has ended as it is.
 *
 * @throws NotFoundError; ConflictError when this time was to be ended, and it is not on.
 */
export async function endMaintenance(
  deps: WindowDeps,
  id: string,
  { what, actor }: EndMaintenance & { actor: Actor },
): Promise<Maintenance> {
  return deps.database.write(async tx => {
    const now = deps.clock.now();
    const window = await holdWindow(tx, id);
    if (!isOver(window, now)) {
      await (what === 'all' ? endAll : endThis)(deps, tx, {
        ...{ window, actor, now },
      });
    }
    return shownNow(tx, id, now);
  });
}

async function endThis(
  { timeline, newId }: WindowDeps,
  tx: Tx,
  { window, actor, now }: Ending,
): Promise<void> {
  const kept = await openingStore.ofWindow(tx, window.id, { now, since: now });
  const running = kept.filter(
    ({ startsAt, endsAt }) =>
      Date.parse(startsAt) <= now.getTime() &&
      Date.parse(endsAt) > now.getTime(),
  );
  if (running.length === 0) {
    throw new ConflictError('It is not on now; end all of it instead');
  }
  const end = running.map(opening => opening.id);
  await openingStore.write(
    tx,
    window.id,
    { add: [], change: [], drop: [], end },
    { at: now, ref: actor.ref, newId },
  );
  const isLast = kept.length === running.length && !window.expandAt;
  if (isLast) {
    const overAt = now.toISOString();
    await maintenanceStore.save(tx, { ...window, overAt, endedBy: actor.ref });
  }
  const why = isLast ? undefined : 'this time, not the next';
  await timeline.record(tx, [endedEntry(window, { actor, why })], now);
}

/** What was imported may have exceptions, which a plan does not say. */
function keptElsewhere({ origin, calendar }: KeptWindow): string | undefined {
  if (calendar)
    return `It comes from the calendar ${calendar}; change it there`;
  return origin === 'file'
    ? 'It was imported from a file; import the changed file'
    : undefined;
}

/** @throws InputError with a sentence that names the field. */
async function understand(
  { catalog }: PlanDeps,
  plan: PlanMaintenance,
  now: Date,
): Promise<{ planned: Planned; outlook: Outlook }> {
  const schedule = scheduleOf(plan);
  if (typeof schedule === 'string') throw new InputError(schedule);
  const outlook = prospectOf(schedule, now);
  if (typeof outlook === 'string') {
    throw new InputError(
      `${plan.recurrence ? 'recurrence' : 'end'}: ${outlook}`,
    );
  }
  const entityRefs = await namedEntities(catalog, plan.entityRefs);
  const reason = plan.reason && withoutNul(plan.reason);
  return {
    outlook,
    planned: {
      ...{ title: withoutNul(plan.title), entityRefs, schedule },
      ...(reason && { reason }),
    },
  };
}

/** @throws InputError when the catalog does not have one of them. */
export async function namedEntities(
  catalog: Catalog,
  refs: string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const ref of refs) {
    found.push((await namedEntity(catalog, ref)).entityRef);
  }
  return [...new Set(found)];
}

async function holdWindow(tx: Tx, id: string): Promise<KeptWindow> {
  const window = await maintenanceStore.hold(tx, id);
  if (!window) throw new NotFoundError(`There is no maintenance ${id}`);
  return window;
}

async function shownNow(tx: Tx, id: string, now: Date): Promise<Maintenance> {
  return (await maintenanceStore.find(tx, id, now))!;
}

/** PostgreSQL cannot keep it. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
