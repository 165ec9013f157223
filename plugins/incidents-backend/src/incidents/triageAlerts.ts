import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import type { AlertChanges, TriageAlerts } from '../alerts';
import { callRows } from '../paging';
import type { Bell } from '../platform/bell';
import type { CatalogIndex } from '../platform/catalogIndex';
import { levelIn } from '../severity';
import { IncidentLedger } from './incidentLedger';
import type { KeptIncident } from './keptIncident';
import {
  mayBeRefused,
  placeAlerts,
  placesOf,
  type PlaceDeps,
  type Planned,
} from './placeAlerts';
import { createRecentIncidents } from './recentIncidents';
import { planFor } from './rules/planFor';
import type { TriageSettings } from './settings';
import { incidentStore } from './store';

export type TriageDeps = PlaceDeps & {
  settings: TriageSettings;
  bell: Bell;
};

/**
 * Decides in bulk what becomes of alerts: join the open incident of their place, declare one, or be kept without.
 */
export function createTriage(deps: TriageDeps): TriageAlerts {
  const recent = createRecentIncidents();
  return async (reader, changes, { now, index, actor, asked }) => {
    const planOf = (alert: Alert) => planFor(alert, deps.settings, index);
    const planned = plansFor(changes.opened, planOf, asked);
    const slots = placesOf(planned);
    const keys = keysOf(changes);
    const remembered =
      reader.isTransaction || keys.length > 0 ? undefined : recent.find(slots);
    const ledger = new IncidentLedger(
      // What is remembered may be older than what stands there: it can let an alert in, but not turn it away.
      remembered && mayBeRefused(remembered, planned, now).length === 0
        ? remembered
        : await incidentStore.hold(reader, { slots, keys }),
      now,
    );
    ledger.adopt(
      await incidentStore.findOpen(reader, ledger.leftBy(changes.repeated)),
    );
    const answers = await placeAlerts(deps, {
      ...{ reader, ledger, planned, index, now, asked },
    });
    for (const alert of changes.repeated) {
      ledger.fireAgain(alert, () => planOf(alert));
    }
    worsen(deps, ledger, { changes, index });
    for (const alert of changes.acknowledged) {
      ledger.acknowledge(alert, actor);
    }
    ledger.calm(changes.resolved);
    await incidentStore.vacate(reader, keysIn(ledger.steppedAside()));
    const calls = ledger.calls();
    return {
      answers,
      because: ledger.entries(),
      rows: [
        ...incidentStore.toRows(ledger.touched()),
        incidentStore.toJoinedRows(ledger.onlyJoined()),
        ...callRows(calls, now),
      ],
      after(outcome) {
        if (outcome !== 'written') return recent.forget();
        if (calls.length > 0) deps.bell.ring();
        return recent.remember([
          ...ledger.touched(),
          ...ledger.onlyJoined().map(({ kept }) => kept),
        ]);
      },
    };
  };
}

/** What a person asked for overrules what policy says becomes of an alert, but not where it belongs. */
function plansFor(
  opened: Alert[],
  planOf: (alert: Alert) => Planned['plan'],
  asked: Actor | undefined,
): Planned[] {
  return opened.map(alert => {
    const plan = planOf(alert);
    const wanted = { value: 'declare' as const, line: `${asked?.ref}` };
    return { alert, plan: asked ? { ...plan, outcome: wanted } : plan };
  });
}

function worsen(
  deps: TriageDeps,
  ledger: IncidentLedger,
  about: { changes: AlertChanges; index: CatalogIndex | undefined },
): void {
  for (const alert of about.changes.worsened) {
    const scheme = deps.severities.schemeFor(alert.entityRef, about.index);
    ledger.worsen(alert, levelIn(scheme, alert.severity));
  }
}

function keysOf(changes: AlertChanges): string[] {
  const concerned = [
    ...changes.repeated,
    ...changes.worsened,
    ...changes.acknowledged,
    ...changes.resolved,
  ];
  return [...new Set(concerned.flatMap(alert => alert.incidentKey ?? []))];
}

function keysIn(kept: KeptIncident[]): string[] {
  return kept.map(({ incident }) => incident.key);
}
