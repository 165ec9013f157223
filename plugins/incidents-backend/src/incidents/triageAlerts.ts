import type {
  Alert,
  Incident,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { AlertChanges, TriageAlerts, TriageAnswer } from '../alerts';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Reader } from '../platform/database';
import { levelOf, type Severities } from '../severity';
import { keyOf } from '../timeline';
import { IncidentLedger } from './incidentLedger';
import { createRecentIncidents } from './recentIncidents';
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
  const recent = createRecentIncidents();
  return async (reader, changes, { now, index, actor }) => {
    const slots = slotsOf(changes.opened, deps.settings);
    const keys = keysOf(changes);
    const remembered =
      reader.isTransaction || keys.length > 0 ? undefined : recent.find(slots);
    const ledger = new IncidentLedger(
      remembered ?? (await incidentStore.hold(reader, { slots, keys })),
      now,
    );
    ledger.adopt(
      await incidentStore.findOpen(reader, ledger.leftBy(changes.repeated)),
    );
    const answers = await place(deps, { reader, ledger, changes, index });
    for (const alert of changes.repeated) ledger.fireAgain(alert);
    for (const alert of changes.worsened) {
      const scheme = deps.severities.schemeFor(alert.entityRef, index);
      ledger.worsen(alert, levelIn(scheme, alert.severity));
    }
    for (const alert of changes.acknowledged) {
      ledger.acknowledge(alert, actor);
    }
    ledger.calm(changes.resolved);
    return {
      answers,
      because: ledger.entries(),
      rows: [
        ...incidentStore.toRows(ledger.touched()),
        incidentStore.toJoinedRows(ledger.onlyJoined()),
      ],
      after: outcome =>
        outcome === 'written'
          ? recent.remember([
              ...ledger.touched(),
              ...ledger.onlyJoined().map(({ kept }) => kept),
            ])
          : recent.forget(),
    };
  };
}

type Placing = {
  reader: Reader;
  ledger: IncidentLedger;
  changes: AlertChanges;
  index: CatalogIndex | undefined;
};

async function place(
  deps: TriageDeps,
  { reader, ledger, changes, index }: Placing,
): Promise<Map<string, TriageAnswer>> {
  const answers = new Map<string, TriageAnswer>();
  let next = await reserveNumbers(deps, {
    reader,
    ledger,
    opened: changes.opened,
  });
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
  if (next > first) await incidentStore.setCounter(reader, next);
  return answers;
}

/**
 * Takes the counter when incidents are to be declared, then looks again where none stands: another writer may have declared the same
 * one while this one waited, and one that never stood there may be left alone by now.
 */
async function reserveNumbers(
  deps: TriageDeps,
  writing: { reader: Reader; ledger: IncidentLedger; opened: Alert[] },
): Promise<number> {
  const { reader, ledger, opened } = writing;
  const missing = (policies: TriagePolicy[]) =>
    slotsOf(
      opened.filter(alert =>
        policies.includes(policyFor(alert, deps.settings).policy),
      ),
      deps.settings,
    ).filter(slot => !ledger.inSlot(slot));
  const last =
    missing(['declare']).length > 0
      ? await incidentStore.holdCounter(reader)
      : 0;
  ledger.adopt(
    await incidentStore.findOpen(reader, missing(['declare', 'attach'])),
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
