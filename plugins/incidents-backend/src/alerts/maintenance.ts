import type {
  Actor,
  EndMaintenance,
  ImportMaintenance,
  ImportReply,
  Maintenance,
  MaintenanceCalendars,
  MaintenanceQuery,
  Page,
  PlanMaintenance,
  RunningMaintenance,
} from 'backstage-plugin-incidents-common';
import { briefly } from '../platform/briefly';
import type { CatalogIndex } from '../platform/catalogIndex';
import { calendarStore } from './calendarStore';
import { expandDue } from './expandWindow';
import { importFile } from './importFile';
import { maintenanceStore } from './maintenanceStore';
import { openingStore, type OpenWindow } from './openingStore';
import {
  changeMaintenance,
  endMaintenance,
  planMaintenance,
  type PlanDeps,
} from './planMaintenance';
import { readCalendars, type CalendarDeps } from './readCalendars';
import { coveredBy, type Running } from './rules/maintenanceOf';

/** Milliseconds for which another replica may go by the windows of before. */
const memory = 5_000;
/** Milliseconds before its end in which one that holds something is announced. */
const soon = 60 * 60 * 1000;

type By = { actor: Actor };

/** When planned work is done, and on what. */
export type MaintenanceBook = {
  /**
   * For intake: the windows that are open, which costs no journey to the database most of the time. Never fails: when the database
   * does not answer, nothing is held.
   */
  running(index: CatalogIndex | undefined): Promise<Running[]>;
  /** The same for people: all, or those that cover one of these entities. */
  openNow(
    entityRefs: string[] | undefined,
    index: CatalogIndex | undefined,
  ): Promise<RunningMaintenance[]>;
  list(query: MaintenanceQuery): Promise<Page<Maintenance>>;
  calendars(): Promise<MaintenanceCalendars>;
  plan(wanted: PlanMaintenance & By): Promise<Maintenance>;
  change(id: string, wanted: PlanMaintenance & By): Promise<Maintenance>;
  end(id: string, wanted: EndMaintenance & By): Promise<Maintenance>;
  import(wanted: ImportMaintenance & By): Promise<ImportReply>;
  /** How many end soon while they hold alerts that fire, and since when the oldest is open. */
  ending(): Promise<{ count: number; since?: string }>;
  /** Works out what recurs; answers for how many windows. */
  expand(): Promise<number>;
  /** Reads the calendars of the config that are due; answers how many. */
  readCalendars(): Promise<number>;
};

export function createMaintenanceBook(
  deps: PlanDeps & CalendarDeps,
): MaintenanceBook {
  const { database, clock } = deps;
  const current = createCurrent(deps);
  const changed = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    current.forget();
    return answer;
  };
  return {
    running: index => current.running(index).catch(() => []),
    async openNow(entityRefs, index) {
      const now = clock.now();
      const open = await openingStore.current(database.read, {
        ...{ now, until: now },
      });
      return open
        .filter(one => !entityRefs || touches(one, entityRefs, index))
        .map(toRunning);
    },
    list: query => maintenanceStore.list(database.read, query, clock.now()),
    async calendars() {
      const counts = await maintenanceStore.countOfCalendars(
        database.read,
        clock.now(),
      );
      const kept = await calendarStore.all(database.read);
      const byId = new Map(kept.map(one => [one.id, one]));
      const items = deps.settings.calendars.map(({ id }) => ({
        ...(byId.get(id) ?? { id, remarks: [] }),
        windows: counts.get(id) ?? 0,
      }));
      return { items };
    },
    plan: wanted => changed(planMaintenance(deps, wanted)),
    change: (id, wanted) => changed(changeMaintenance(deps, id, wanted)),
    end: (id, wanted) => changed(endMaintenance(deps, id, wanted)),
    import: wanted => changed(importFile(deps, wanted)),
    ending() {
      const now = clock.now();
      const until = new Date(now.getTime() + soon);
      return openingStore.countEnding(database.read, { now, until });
    },
    expand: () => changed(expandDue(deps)),
    readCalendars: () => changed(readCalendars(deps)),
  };
}

/** Keeps the open windows, and what each covers, for a moment. */
function createCurrent({ database, clock }: PlanDeps) {
  let readAt = 0;
  let answered: {
    open?: OpenWindow[];
    index?: CatalogIndex;
    running: Running[];
  } = { running: [] };
  const kept = briefly(() => {
    const now = clock.now();
    readAt = now.getTime();
    const until = new Date(readAt + memory);
    return openingStore.current(database.read, { now, until });
  }, memory);
  return {
    forget: kept.forget,
    async running(index: CatalogIndex | undefined): Promise<Running[]> {
      // What begins later than that is not among them, also if the machine has slept.
      if (Math.abs(clock.now().getTime() - readAt) > memory) kept.forget();
      const open = await kept.get();
      if (open !== answered.open || index !== answered.index) {
        const running = open.map(one => ({
          ...one,
          covered: coveredBy(one.entityRefs, index),
        }));
        answered = { open, index, running };
      }
      return answered.running;
    },
  };
}

/** Whether one of them is covered: all their parts are among them. */
function touches(
  { entityRefs }: OpenWindow,
  wanted: string[],
  index: CatalogIndex | undefined,
): boolean {
  const covered = coveredBy(entityRefs, index);
  return wanted.some(ref => covered.has(ref));
}

function toRunning(open: OpenWindow): RunningMaintenance {
  const { windowId, title, reason, entityRefs, createdBy } = open;
  const { startsAt, endsAt } = open;
  return {
    ...{ id: windowId, title, entityRefs, createdBy, startsAt, endsAt },
    ...(reason && { reason }),
  };
}
