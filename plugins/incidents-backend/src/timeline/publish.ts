import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  incidentsSignalChannel,
  type IncidentsPing,
  type TimelineEntry,
} from 'backstage-plugin-incidents-common';
import type { Database } from '../platform/database';
import { rest, soon } from '../platform/soon';
import { timelineStore, type Bundle } from './store';

/**
 * Topic on the portal's event bus: `{ entries }`, facts without their texts, at least once and roughly in order. Receivers must
 * tolerate repeats.
 *
 * @public
 */
export const timelineTopic = 'incidents.timeline';

/** Entries that are told together, unless one commit wrote more. */
const batch = 500;
/** Commits whose entries are read again together. */
const bundlesAtOnce = 50;
/** More than this is left to the sweep, so that a slow bus cannot fill the memory of the process. */
const maxWaiting = 20_000;
const keysPerPing = 50;
/** Milliseconds between two rounds: in a storm one of them serves many commits, and nobody on a page sees the difference. */
const pause = 100;
/** Younger entries are still being told by the process that wrote them. */
const sweepAfter = 10_000;

export type Publisher = {
  /** Takes what was just committed together. */
  tell(entries: TimelineEntry[]): void;
  /** Tells what waits for too long: what a process left that died after its commit, or that the bus refused. */
  sweep(): Promise<number>;
};

export function createPublisher(deps: {
  database: Database;
  events: EventsService;
  signals: SignalsService;
  logger: LoggerService;
  clock: { now(): Date };
}): Publisher {
  const { database, logger, clock } = deps;
  const queue = createQueue();
  let running = false;

  async function publish(bundles: Bundle[]) {
    const entries = bundles.flatMap(bundle => bundle.entries);
    if (entries.length > 0) await tellOthers(deps, entries);
    const ids = bundles.map(bundle => bundle.id);
    await database.write(tx => timelineStore.markTold(tx, ids));
  }

  async function drain() {
    while (queue.count() > 0) {
      await publish(queue.take(batch)).catch(error =>
        logger.warn(`Timeline entries wait to be told: ${String(error)}`),
      );
      if (queue.count() < batch) await rest(pause);
    }
    running = false;
  }

  return {
    tell(entries) {
      if (queue.count() > maxWaiting) return;
      queue.add({ id: entries[0].id, entries });
      if (running) return;
      running = true;
      soon(drain);
    },
    async sweep() {
      const before = new Date(clock.now().getTime() - sweepAfter);
      let told = 0;
      for (;;) {
        const bundles = await timelineStore.findUntold(
          database.read,
          before,
          bundlesAtOnce,
        );
        if (bundles.length > 0) await publish(bundles);
        told += bundles.reduce((sum, { entries }) => sum + entries.length, 0);
        if (bundles.length < bundlesAtOnce) return told;
      }
    },
  };
}

/** What waits to be told, as many commits at a time as make so many entries. */
function createQueue() {
  const bundles: Bundle[] = [];
  let total = 0;
  return {
    count: () => total,
    add(bundle: Bundle) {
      bundles.push(bundle);
      total += bundle.entries.length;
    },
    take(entries: number): Bundle[] {
      let count = 0;
      let size = 0;
      while (count < bundles.length && size < entries) {
        size += bundles[count].entries.length;
        count += 1;
      }
      total -= size;
      return bundles.splice(0, count);
    },
  };
}

async function tellOthers(
  deps: { events: EventsService; signals: SignalsService },
  entries: TimelineEntry[],
): Promise<void> {
  const keys = [...new Set(entries.flatMap(entry => entry.incidentKey ?? []))];
  const message: IncidentsPing = {
    incidents: keys.slice(0, keysPerPing),
    ...(keys.length > keysPerPing && { more: true }),
  };
  await deps.signals.publish({
    recipients: { type: 'broadcast' },
    channel: incidentsSignalChannel,
    message,
  });
  // Pages show what an alert does while it flaps; others have been told that it does.
  const news = entries.filter(({ kind }) => kind !== 'alert.held');
  if (news.length === 0) return;
  await deps.events.publish({
    topic: timelineTopic,
    eventPayload: {
      entries: news.map(({ id, at, kind, actor, incidentKey, alertId }) => ({
        ...{ id, at, kind, actor },
        ...(incidentKey && { incidentKey }),
        ...(alertId && { alertId }),
      })),
    },
  });
}
