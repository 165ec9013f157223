import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import type { TriageAnswer } from '../alerts';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Reader } from '../platform/database';
import { levelIn, type Severities } from '../severity';
import { keyOf } from '../timeline';
import { causeStore } from './causeStore';
import type { IncidentLedger } from './incidentLedger';
import type { InhibitionSettings } from './inhibitionSettings';
import type { KeptIncident } from './keptIncident';
import { refusalOf } from './rules/admission';
import { policyOf } from './rules/explainTriage';
import { likelyCauses, type LikelyCause } from './rules/likelyCauses';
import type { Plan } from './rules/planFor';
import { incidentStore } from './store';

export type PlaceDeps = {
  severities: Severities;
  settings: { inhibition: InhibitionSettings };
};

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
  const reserved = await reserveNumbers(placing);
  const causesFor = await findCauses(deps, placing, reserved.mayDeclare);
  let next = reserved.last;
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
          causes: causesFor(alert),
          // Who asks for an incident knows what is open, and wants it to be seen to.
          holdPages: deps.settings.inhibition.holdPages && !asked,
          after: refusal ? { kept: standing!, refusal } : undefined,
        }),
      );
    } else answers.set(alert.id, keptWithout(plan, refusal));
  }
  if (next > reserved.last) await incidentStore.setCounter(reader, next);
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
async function reserveNumbers(
  placing: Placing,
): Promise<{ last: number; mayDeclare: Planned[] }> {
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
  const mayDeclare = [
    ...missing,
    ...mayBeRefused(standing, planned, now),
  ].filter(({ plan }) => plan.outcome.value === 'declare');
  const last =
    mayDeclare.length > 0 ? await incidentStore.holdCounter(reader) : 0;
  ledger.adopt(await incidentStore.findOpen(reader, placesOf(missing)));
  return { last, mayDeclare };
}

/**
 * Looks once for all that may be declared what is open on what they depend on; nothing is looked up for alerts that join. What the
 * same commit declares counts for what it declares later, so that of two that depend on each other one is the first.
 */
async function findCauses(
  { settings: { inhibition } }: PlaceDeps,
  { reader, index, ledger }: Placing,
  mayDeclare: Planned[],
): Promise<(alert: Alert) => LikelyCause[]> {
  const upstream = new Map(
    mayDeclare.map(({ alert: { entityRef = '' } }) => [
      entityRef,
      index?.upstream(entityRef, inhibition.depth) ?? [],
    ]),
  );
  const open = await causeStore.findOn(
    reader,
    [...new Set([...upstream.values()].flat())],
    inhibition,
  );
  return ({ entityRef = '' }) => {
    const needed = upstream.get(entityRef) ?? [];
    if (needed.length === 0) return [];
    return likelyCauses(needed, [...open, ...ledger.declared()], inhibition);
  };
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
