import type {
  Alert,
  Heartbeat as HeartbeatShown,
  Heartbeats,
} from 'backstage-plugin-incidents-common';
import { isAccessible, type AccessFilter } from '../platform/access';
import { withoutEmpty } from '../platform/columns';
import { newsOf } from './hearHeartbeat';
import type { Heartbeat } from './heartbeatSettings';
import { heartbeatsId, heartbeatsIntegration } from './heartbeatSource';
import { heartbeatStore } from './heartbeatStore';
import type { IngestDeps } from './ingestSignals';
import { prepareRoutes, type Routes } from './prepareRoutes';
import { byUrgency, statusOf } from './rules/heartbeatStatus';
import { beginWatch, expectedBy, type Watch } from './rules/overdue';
import { alertStore } from './store';

/** How the signals stand that are expected; those that stay away first. Of others one may not see, nothing is said. */
export async function listHeartbeats(
  deps: IngestDeps & {
    settings: { heartbeats: ReadonlyMap<string, Heartbeat> };
  },
  filter: AccessFilter,
): Promise<Heartbeats> {
  const reader = deps.database.read;
  const now = deps.clock.now();
  const heartbeats = [...deps.settings.heartbeats.values()];
  const [known, current, routes] = await Promise.all([
    heartbeatStore.all(reader),
    alertStore.findCurrent(
      reader,
      heartbeats.map(({ id }) => identityOf(id)),
    ),
    prepareRoutes(deps, []),
  ]);
  const watches = new Map(known.map(watch => [watch.id, watch]));
  const alerts = new Map(
    current.map(({ alert }) => [alert.fingerprint, alert]),
  );
  const items = heartbeats
    .map(heartbeat => {
      const alert = alerts.get(heartbeat.id);
      return show(heartbeat, {
        watch: watches.get(heartbeat.id) ?? beginWatch(now),
        alert: alert?.status === 'resolved' ? undefined : alert,
        ...{ routes, now },
      });
    })
    .filter(item => isAccessible(item.entityRef, filter, routes.index));
  return { items: items.sort(byUrgency) };
}

function identityOf(fingerprint: string) {
  return { integration: heartbeatsId, fingerprint };
}

function show(
  heartbeat: Heartbeat,
  seen: { watch: Watch; alert?: Alert; routes: Routes; now: Date },
): HeartbeatShown {
  const { watch, alert, routes, now } = seen;
  const { id, title, every, grace } = heartbeat;
  return withoutEmpty({
    ...{ id, title, every: every / 1_000, grace: grace / 1_000 },
    status: statusOf(watch, heartbeat, now),
    entityRef: alert?.entityRef ?? placeOf(heartbeat, routes, now),
    lastSeenAt: watch.lastSeenAt?.toISOString(),
    expectedBy: expectedBy(watch, heartbeat).toISOString(),
    missingSince: watch.missingSince?.toISOString(),
    alertId: alert?.id,
  });
}

/** Whose an alert about its absence would be. */
function placeOf(
  heartbeat: Heartbeat,
  routes: Routes,
  at: Date,
): string | undefined {
  const news = newsOf(heartbeat, { state: 'missing', at });
  const [signal] = heartbeatsIntegration.source.toSignals(news);
  return routes.of(heartbeatsIntegration, signal).entityRef;
}
