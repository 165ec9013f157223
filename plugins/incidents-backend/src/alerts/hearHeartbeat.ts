import type { AuditorService } from '@backstage/backend-plugin-api';
import { WriteConflict, type Tx } from '../platform/database';
import { heartbeatsIntegration, type HeartbeatNews } from './heartbeatSource';
import type { Heartbeat } from './heartbeatSettings';
import { heartbeatStore, type KeptWatch } from './heartbeatStore';
import {
  ingestHolding,
  prepareWork,
  type Delivery,
  type IngestDeps,
} from './ingestSignals';
import { beginWatch, expectedBy, hear } from './rules/overdue';
import type { AlertSettings } from './settings';

type TellDeps = Pick<IngestDeps, 'newId'> & {
  settings: Pick<AlertSettings, 'flapping'>;
};

/**
 * Takes note of a signal; where its absence was an alert, that is resolved in the same commit. Answers by when the next one is
 * expected.
 */
export async function hearHeartbeat(
  deps: IngestDeps & TellDeps & { auditor: AuditorService },
  heartbeat: Heartbeat,
): Promise<Date> {
  const { id } = heartbeat;
  const event = await deps.auditor.createEvent({
    eventId: 'heartbeats-receive',
    severityLevel: 'low',
    meta: { heartbeat: id },
  });
  try {
    const next = await write(deps, heartbeat);
    await event.success();
    return next;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

async function write(
  deps: IngestDeps & TellDeps,
  heartbeat: Heartbeat,
): Promise<Date> {
  const { id } = heartbeat;
  const news = newsOf(heartbeat, { state: 'returned', at: deps.clock.now() });
  // Whether it is needed is known only once the row is held, and this cannot be done then.
  const work = await prepareWork(deps, [deliveryOf(deps, news)]);
  return deps.database.write(async tx => {
    const known = await hold(tx, id, work.now);
    const watch = hear(known, work.now);
    if (known.missingSince) await ingestHolding(deps, work, tx);
    await heartbeatStore.save(tx, [{ ...watch, id }]);
    return expectedBy(watch, heartbeat);
  });
}

async function hold(tx: Tx, id: string, now: Date): Promise<KeptWatch> {
  const known = await heartbeatStore.hold(tx, id);
  if (known) return known;
  await heartbeatStore.begin(tx, [{ ...beginWatch(now), id }]);
  const begun = await heartbeatStore.hold(tx, id);
  if (!begun) throw new WriteConflict(`Heartbeat ${id} was forgotten`);
  return begun;
}

/** What is told of a heartbeat. */
export function newsOf(
  { id, title, entityRef, severity, labels }: Heartbeat,
  about: Pick<HeartbeatNews, 'state' | 'at' | 'description'>,
): HeartbeatNews {
  return { ...{ id, title, entityRef, severity, labels }, ...about };
}

/** As if a monitor had sent it. Never a repetition: what was told before, the row of the heartbeat knows. */
export function deliveryOf(
  { newId, settings }: TellDeps,
  news: HeartbeatNews,
): Delivery {
  return {
    integration: { ...heartbeatsIntegration, flapping: settings.flapping },
    signals: heartbeatsIntegration.source.toSignals(news),
    ...{ key: `heartbeat-${newId()}`, keyIsVendors: true },
  };
}
