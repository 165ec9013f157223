import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import type { TriageAnswer } from '../alerts';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Reader } from '../platform/database';
import { levelIn, type Severities } from '../severity';
import { keyOf } from '../timeline';
import type { IncidentLedger } from './incidentLedger';
import type { KeptIncident } from './keptIncident';
import { refusalOf } from './rules/admission';
import { policyOf } from './rules/explainTriage';
import type { Plan } from './rules/planFor';
import { incidentStore } from './store';

export type PlaceDeps = { severities: Severities };

/** An alert that has just opened, and what config wants for it. */
export type Planned = { alert: Alert; plan: Plan };

type Placing = {
  reader: Reader;
  ledger: IncidentLedger;
  planned: Planned[];
  index: CatalogIndex | undefined;
  now: Date;
  /** The person who wants an incident of them. */
  asked?: Actor;
};

/** Finds the incident of each alert that opened, or declares it, or says why there is none. */
export async function placeAlerts(
  deps: PlaceDeps,
  placing: Placing,
): Promise<Map<string, TriageAnswer>> {
  const { reader, ledger, planned, index, now, asked } = placing;
  const answers = new Map<string, TriageAnswer>();
  let next = await reserveNumbers(placing);
  const first = next;
  for (const { alert, plan } of planned) {
    const { place } = plan;
    if (!place) continue;
    const scheme = deps.severities.schemeFor(alert.entityRef, index);
    const level = levelIn(scheme, alert.severity);
    const standing = ledger.inSlot(place);
    const refusal = standing && refusalOf(standing.incident, plan, { now });
    if (standing && !refusal && plan.outcome.value !== 'record') {
      answers.set(alert.id, ledger.join(standing, alert, level));
    } else if (plan.outcome.value === 'declare') {
      next += 1;
      answers.set(
        alert.id,
        ledger.declare(alert, {
          ...{ key: keyOf(next), place, scheme, level, asked },
          after: refusal ? { kept: standing!, refusal } : undefined,
        }),
      );
    } else answers.set(alert.id, keptWithout(plan, refusal));
  }
  if (next > first) await incidentStore.setCounter(reader, next);
  return answers;
}

/** What is said of an alert that gets no incident. */
function keptWithout(plan: Plan, refusal: string | undefined): TriageAnswer {
  const because = policyOf(plan);
  if (plan.outcome.value === 'record') {
    return { triage: { outcome: 'recorded', reason: because } };
  }
  const why = refusal ? `; ${refusal}` : ' and no incident is open';
  return plan.outcome.value === 'suggest'
    ? {
        triage: {
          outcome: 'suggested',
          reason: `${because}${why}: a person decides whether it is one`,
        },
      }
    : { triage: { outcome: 'recorded', reason: `${because}${why}` } };
}

/**
 * Takes the counter when incidents may have to be declared, then looks again where none stands: another writer may have declared the
 * same one while this one waited, and one that never stood there may be left alone by now.
 */
async function reserveNumbers(placing: Placing): Promise<number> {
  const { reader, ledger, planned, now } = placing;
  const missing = planned.filter(
    ({ plan }) =>
      plan.outcome.value !== 'record' &&
      plan.place &&
      !ledger.inSlot(plan.place),
  );
  const standing = planned.flatMap(
    ({ plan }) => ledger.inSlot(plan.place ?? '') ?? [],
  );
  const mayDeclare = [...missing, ...mayBeRefused(standing, planned, now)].some(
    ({ plan }) => plan.outcome.value === 'declare',
  );
  const last = mayDeclare ? await incidentStore.holdCounter(reader) : 0;
  ledger.adopt(await incidentStore.findOpen(reader, placesOf(missing)));
  return last;
}

/** Those that may find the incident in their place closed to them, if the others come first. */
export function mayBeRefused(
  standing: KeptIncident[],
  planned: Planned[],
  now: Date,
): Planned[] {
  // Nobody counts what nothing limits.
  if (!planned.some(({ plan }) => plan.window || plan.cap)) return [];
  const byPlace = new Map(standing.map(kept => [kept.place, kept.incident]));
  const coming = new Map<string, number>();
  for (const { plan } of planned) {
    const place = plan.place ?? '';
    coming.set(place, (coming.get(place) ?? 0) + 1);
  }
  return planned.filter(({ plan }) => {
    const incident = byPlace.get(plan.place ?? '');
    const count = coming.get(plan.place ?? '');
    return incident && refusalOf(incident, plan, { now, coming: count });
  });
}

/** Where they look for incidents, each place once. */
export function placesOf(planned: Planned[]): string[] {
  return [...new Set(planned.flatMap(({ plan }) => plan.place ?? []))];
}
