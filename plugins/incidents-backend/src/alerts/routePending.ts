import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import { readSeverity } from '../severity';
import { currentHolds } from './holds';
import type { IngestDeps } from './ingestSignals';
import { prepareRoutes, type Routes } from './prepareRoutes';
import { routedEntry } from './rules/placeAlert';
import { holdOf, isHeld, type Holds } from './rules/holdOf';
import type { Route } from './rules/routeSignal';
import type { AlertSettings } from './settings';
import { alertStore, type KeptAlert } from './store';

const alertsPerRound = 200;
const actor: Actor = { type: 'system', ref: 'routing' };

type PendingDeps = IngestDeps & { settings: AlertSettings };

/**
 * Routes the alerts that came while the catalog was away. Answers how many found out where they belong.
 */
export async function routePending(deps: PendingDeps): Promise<number> {
  if (!(await alertStore.hasPending(deps.database.read))) return 0;
  const routes = await prepareRoutes(deps, []);
  if (!routes.index) return 0;
  const now = deps.clock.now();
  const holds = await currentHolds(deps, routes.index);
  return deps.database.write(async tx => {
    const pending = await alertStore.holdPending(tx, alertsPerRound);
    const routed = pending
      .map(kept => routeAgain(deps, kept, routes))
      .map(kept => hold(kept, holds, now));
    const firing = routed.map(kept => kept.alert).filter(isToTriage);
    const { answers, because, rows } = await deps.triage(
      tx,
      changesOf(firing),
      {
        ...{ now, index: routes.index },
      },
    );
    const settled = routed.map(kept => ({
      ...kept,
      alert: { ...kept.alert, ...answers.get(kept.alert.id) },
    }));
    await deps.timeline.record(
      tx,
      [...settled.map(({ alert }) => routedEntry(alert, actor)), ...because],
      now,
      [...rows, ...alertStore.toRows(settled)],
    );
    return pending.length;
  });
}

function routeAgain(
  deps: PendingDeps,
  kept: KeptAlert,
  routes: Routes,
): KeptAlert {
  const { alert, said } = kept;
  const integration = deps.settings.integrations.get(alert.integration);
  const route = routes.of(
    // The integration may have left the config since: then it has no entity of last resort any more.
    integration ?? { id: alert.integration },
    {
      ...alert,
      severity: said.severity,
      entityRef: said.entityRef,
      startedAt: undefined,
      resolvedAt: undefined,
    },
  );
  const scheme = deps.severities.schemeFor(route.entityRef, routes.index);
  const { level, remark } = readSeverity(scheme, said.severity);
  return {
    ...kept,
    alert: {
      ...alert,
      ...route,
      severity: level.id,
      severityRemark: remark,
      triage: isSettled(alert) ? alert.triage : triageBefore(route),
    },
  };
}

/** Judged by the severity that it has now, and held as it would be if it opened now. */
function hold(kept: KeptAlert, holds: Holds, now: Date): KeptAlert {
  if (!isToTriage(kept.alert)) return kept;
  const held = holdOf(holds, kept.alert, now);
  return held
    ? { ...kept, ...held.hold, alert: { ...kept.alert, triage: held.triage } }
    : kept;
}

/** What became of it stays, whoever's it turns out to be. */
function isSettled(alert: Alert): boolean {
  const wasHeld = alert.status === 'resolved' && isHeld(alert);
  return wasHeld || alert.incidentKey !== undefined;
}

function isToTriage(alert: Alert): boolean {
  const isOpen = alert.status !== 'resolved' && !isHeld(alert);
  // Somebody may have moved it into an incident meanwhile.
  return isOpen && !alert.incidentKey;
}

/** What holds of those that triage is not asked about. */
function triageBefore({ entityRef, routing }: Route): Alert['triage'] {
  return entityRef
    ? { outcome: 'recorded', reason: 'it was over before it was routed' }
    : { outcome: 'unrouted', reason: routing.reason };
}

function changesOf(opened: Alert[]) {
  return {
    opened,
    repeated: [],
    worsened: [],
    acknowledged: [],
    resolved: [],
  };
}
