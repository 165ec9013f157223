import type {
  Alert,
  Incident,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { AlertChanges, TriageAlerts, TriageAnswer } from '../alerts';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Tx } from '../platform/database';
import { levelOf, type Severities } from '../severity';
import { keyOf } from '../timeline';
import { IncidentLedger } from './incidentLedger';
import { policyFor, placeOf } from './rules/triage';
import type { TriageSettings } from './settings';
import { incidentStore } from './store';

export type TriageDeps = {
  catalog: Catalog;
  severities: Severities;
  settings: TriageSettings;
};

/**
 * Decides in bulk what becomes of alerts: join the open incident of their place, declare one, or be kept without.
 */
export function createTriage(deps: TriageDeps): TriageAlerts {
  return async (tx, changes, now) => {
    const index = await deps.catalog.index().catch(() => undefined);
    const ledger = new IncidentLedger(
      await incidentStore.hold(tx, {
        slots: slotsOf([...changes.opened, ...changes.repeated], deps.settings),
        keys: keysOf(changes),
      }),
      now,
    );
    const answers = await place(deps, { tx, ledger, changes, index, now });
    for (const alert of changes.repeated) ledger.fireAgain(alert);
    for (const alert of changes.worsened) {
      const scheme = deps.severities.schemeFor(alert.entityRef, index);
      ledger.worsen(alert, levelIn(scheme, alert.severity));
    }
    for (const alert of changes.acknowledged) ledger.acknowledge(alert);
    ledger.calm(changes.resolved);
    await incidentStore.save(tx, ledger.touched());
    return { answers, because: ledger.entries() };
  };
}

type Placing = {
  tx: Tx;
  ledger: IncidentLedger;
  changes: AlertChanges;
  index: CatalogIndex | undefined;
  now: Date;
};

async function place(
  deps: TriageDeps,
  { tx, ledger, changes, index }: Placing,
): Promise<Map<string, TriageAnswer>> {
  const answers = new Map<string, TriageAnswer>();
  let next = await reserveNumbers(deps, { tx, ledger, opened: changes.opened });
  const first = next;
  for (const alert of changes.opened) {
    const slot = placeOf(alert, deps.settings.groupBy);
    if (!slot) continue;
    const scheme = deps.severities.schemeFor(alert.entityRef, index);
    const level = levelIn(scheme, alert.severity);
    const standing = ledger.inSlot(slot);
    const { policy, because } = policyFor(alert, deps.settings);
    if (standing && policy !== 'record') {
      answers.set(alert.id, ledger.join(standing, alert, level));
    } else if (policy === 'declare') {
      next += 1;
      answers.set(
        alert.id,
        ledger.declare(alert, { key: keyOf(next), place: slot, scheme, level }),
      );
    } else {
      const reason =
        policy === 'attach' ? `${because} and no incident is open` : because;
      answers.set(alert.id, { triage: { outcome: 'recorded', reason } });
    }
  }
  if (next > first) await incidentStore.setCounter(tx, next);
  return answers;
}

/**
 * Takes the counter when incidents are to be declared, then looks again: another writer may have declared the same one while this
 * one waited.
 */
async function reserveNumbers(
  deps: TriageDeps,
  writing: { tx: Tx; ledger: IncidentLedger; opened: Alert[] },
): Promise<number> {
  const { tx, ledger, opened } = writing;
  const missing = slotsOf(
    opened.filter(
      alert => policyFor(alert, deps.settings).policy === 'declare',
    ),
    deps.settings,
  ).filter(slot => !ledger.inSlot(slot));
  if (missing.length === 0) return 0;
  const last = await incidentStore.holdCounter(tx);
  ledger.add(await incidentStore.findInSlots(tx, missing));
  return last;
}

function slotsOf(alerts: Alert[], settings: TriageSettings): string[] {
  return [
    ...new Set(alerts.flatMap(alert => placeOf(alert, settings.groupBy) ?? [])),
  ];
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

function levelIn(scheme: SeverityScheme, id: Incident['severity']) {
  return levelOf(scheme, id) ?? scheme.levels[scheme.levels.length - 1];
}
