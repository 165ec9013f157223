import type {
  Alert,
  Incident,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { AlertChanges, TriageAlerts, TriageAnswer } from '../alerts';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Tx } from '../platform/database';
import { levelOf, type Severities } from '../severity';
import { keyOf } from '../timeline';
import { IncidentLedger } from './incidentLedger';
import { policyFor, placeOf } from './rules/triage';
import type { TriagePolicy, TriageSettings } from './settings';
import { incidentStore } from './store';

export type TriageDeps = {
  severities: Severities;
  settings: TriageSettings;
};

/**
 * Decides in bulk what becomes of alerts: join the open incident of their place, declare one, or be kept without.
 */
export function createTriage(deps: TriageDeps): TriageAlerts {
  return async (tx, changes, { now, index }) => {
    const ledger = new IncidentLedger(
      await incidentStore.hold(tx, {
        slots: slotsOf(changes.opened, deps.settings),
        keys: keysOf(changes),
      }),
      now,
    );
    ledger.adopt(
      await incidentStore.findOpen(tx, ledger.leftBy(changes.repeated)),
    );
    const answers = await place(deps, { tx, ledger, changes, index });
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
 * Takes the counter when incidents are to be declared, then looks again where none stands: another writer may have declared the same
 * one while this one waited, and one that never stood there may be left alone by now.
 */
async function reserveNumbers(
  deps: TriageDeps,
  writing: { tx: Tx; ledger: IncidentLedger; opened: Alert[] },
): Promise<number> {
  const { tx, ledger, opened } = writing;
  const missing = (policies: TriagePolicy[]) =>
    slotsOf(
      opened.filter(alert =>
        policies.includes(policyFor(alert, deps.settings).policy),
      ),
      deps.settings,
    ).filter(slot => !ledger.inSlot(slot));
  const last =
    missing(['declare']).length > 0 ? await incidentStore.holdCounter(tx) : 0;
  ledger.adopt(
    await incidentStore.findOpen(tx, missing(['declare', 'attach'])),
  );
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
