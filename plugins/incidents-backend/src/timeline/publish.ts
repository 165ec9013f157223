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
import { timelineStore } from './store';

/**
 * Topic on the portal's event bus: `{ entries }`, facts without their texts, at least once and roughly in order. Receivers must
 * tolerate repeats.
 *
 * @public
 */
export const timelineTopic = 'incidents.timeline';

const batch = 500;
/** More than this is left to the sweep, so that a slow bus cannot fill the memory of the process. */
const maxWaiting = 20_000;
const keysPerPing = 50;
/** Milliseconds between two rounds: in a storm one of them serves many commits, and nobody on a page sees the difference. */
const pause = 100;
/** Younger entries are still being told by the process that wrote them. */
const sweepAfter = 10_000;

export type Publisher = {
  /** Takes what was just committed. */
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
  let queue: TimelineEntry[] = [];
  let running = false;

  async function publish(entries: TimelineEntry[]) {
    await tellOthers(deps, entries);
    const ids = entries.map(entry => entry.id);
    await database.write(tx => timelineStore.markTold(tx, ids));
  }

  async function drain() {
    while (queue.length > 0) {
      const entries = queue.slice(0, batch);
      queue = queue.slice(batch);
      await publish(entries).catch(error =>
        logger.warn(`Timeline entries wait to be told: ${String(error)}`),
      );
      if (queue.length < batch) await rest(pause);
    }
    running = false;
  }

  return {
    tell(entries) {
      if (queue.length > maxWaiting) return;
      queue = queue.concat(entries);
      if (running) return;
      running = true;
      soon(drain);
    },
    async sweep() {
      const before = new Date(clock.now().getTime() - sweepAfter);
      let told = 0;
      for (;;) {
        const entries = await timelineStore.findUntold(
          database.read,
          before,
          batch,
        );
        if (entries.length > 0) await publish(entries);
        told += entries.length;
        if (entries.length < batch) return told;
      }
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
