import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { writeHanded } from './changeAlert';
import { deliveryOf, newsOf } from './hearHeartbeat';
import type { Heartbeat } from './heartbeatSettings';
import { heartbeatsId } from './heartbeatSource';
import { heartbeatStore, type KeptWatch } from './heartbeatStore';
import {
  ingestHolding,
  prepareWork,
  type IngestDeps,
  type Work,
} from './ingestSignals';
import type { FlappingSettings } from './rules/flapping';
import { beginWatch, expectedBy, isOverdue, lookAgain } from './rules/overdue';
import { alertStore } from './store';

type SweepDeps = IngestDeps & {
  settings: {
    heartbeats: ReadonlyMap<string, Heartbeat>;
    flapping?: FlappingSettings;
  };
};

type Look = {
  watch: KeptWatch;
  heartbeat: Heartbeat;
  /** Absent for too long, and nobody was told yet. */
  isMissed: boolean;
};

/**
 * Looks at all heartbeats: the absence of a signal becomes an alert, once; a heartbeat that has left the config is forgotten, and its
 * alert with it. Answers how many alerts were raised. Two replicas at once wait for each other at the rows.
 */
export async function sweepHeartbeats(deps: SweepDeps): Promise<number> {
  const { database, clock } = deps;
  const { heartbeats } = deps.settings;
  const known = await heartbeatStore.all(database.read);
  if (known.length + heartbeats.size === 0) return 0;
  const missed = lookAt(heartbeats, known, clock.now()).filter(
    ({ isMissed }) => isMissed,
  );
  const work = await prepareWork(
    deps,
    missed.map(look => deliveryOf(deps, newsOfMissed(look))),
  );
  return database.write(tx => sweepHolding(deps, work, tx));
}

async function sweepHolding(
  deps: SweepDeps,
  work: Work,
  tx: Tx,
): Promise<number> {
  const { heartbeats } = deps.settings;
  const held = await holdAll(tx, heartbeats, work.now);
  const looks = lookAt(heartbeats, held, work.now);
  const stillMissed = new Set(
    looks.filter(({ isMissed }) => isMissed).map(({ watch }) => watch.id),
  );
  // Of what is missed now, the prepared: a signal may have come meanwhile. The rest is for the next time.
  const deliveries = work.deliveries.filter(({ signals: [signal] }) =>
    stillMissed.has(signal.fingerprint),
  );
  const told = new Set(deliveries.map(({ signals: [s] }) => s.fingerprint));
  if (told.size > 0) await ingestHolding(deps, { ...work, deliveries }, tx);
  await heartbeatStore.save(
    tx,
    looks.map(({ watch, heartbeat }) =>
      told.has(watch.id)
        ? { ...watch, missingSince: expectedBy(watch, heartbeat) }
        : watch,
    ),
  );
  const gone = held.filter(({ id }) => !heartbeats.has(id));
  for (const { id, missingSince } of gone) {
    if (missingSince) await resolveGone(deps, work, { tx, id });
  }
  await heartbeatStore.forget(
    tx,
    gone.map(({ id }) => id),
  );
  return told.size;
}

async function holdAll(
  tx: Tx,
  heartbeats: ReadonlyMap<string, Heartbeat>,
  now: Date,
): Promise<KeptWatch[]> {
  const known = await heartbeatStore.all(tx);
  const ids = new Set(known.map(({ id }) => id));
  const strangers = [...heartbeats.keys()].filter(id => !ids.has(id));
  if (strangers.length === 0) return known;
  const begun = strangers.map(id => ({ ...beginWatch(now), id }));
  await heartbeatStore.begin(tx, begun);
  return heartbeatStore.all(tx);
}

function lookAt(
  heartbeats: ReadonlyMap<string, Heartbeat>,
  known: KeptWatch[],
  now: Date,
): Look[] {
  const watches = new Map(known.map(watch => [watch.id, watch]));
  return [...heartbeats.values()].map(heartbeat => {
    const { id } = heartbeat;
    const before = watches.get(id) ?? { ...beginWatch(now), id };
    const watch = { ...lookAgain(before, heartbeat, now), id };
    const isMissed = !watch.missingSince && isOverdue(watch, heartbeat, now);
    return { watch, heartbeat, isMissed };
  });
}

function newsOfMissed({ watch, heartbeat }: Look) {
  const { lastSeenAt, watchedSince } = watch;
  const at = expectedBy(watch, heartbeat);
  const last = lastSeenAt
    ? `It was heard last at ${lastSeenAt.toISOString()}`
    : `It was never heard; it is waited for since ${watchedSince.toISOString()}`;
  const description = `${last}, and was expected by ${at.toISOString()}.`;
  return newsOf(heartbeat, { state: 'missing', at, description });
}

const actor: Actor = { type: 'system', ref: 'heartbeats' };

/** Nobody can send the signal any more that would resolve it. */
async function resolveGone(
  deps: SweepDeps,
  { now, routes }: Work,
  { tx, id }: { tx: Tx; id: string },
): Promise<void> {
  const [kept] = await alertStore.findCurrent(tx, [
    { integration: heartbeatsId, fingerprint: id },
  ]);
  if (!kept || kept.alert.status === 'resolved') return;
  const { alert } = kept;
  const resolvedAt = new Date(
    Math.max(now.getTime(), Date.parse(alert.startedAt)),
  ).toISOString();
  const after: Alert = {
    ...alert,
    ...{ status: 'resolved', resolvedAt, flapping: undefined },
  };
  const { title, incidentKey } = alert;
  const reason = `${id} is no longer in incidents.heartbeats`;
  await writeHanded(
    deps,
    tx,
    { ...kept, unrest: undefined },
    {
      ...{ after, now, actor, index: routes.index },
      changes: { resolved: [after] },
      because: () => [
        {
          kind: 'alert.resolved',
          actor,
          text: `${title} is resolved: ${reason}`,
          details: { title, resolvedAt, reason },
          alertId: alert.id,
          incidentKey,
        },
      ],
    },
  );
}
