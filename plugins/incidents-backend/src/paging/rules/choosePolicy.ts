import { incidentAnnotations } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';
import { matchesGlob } from '../../platform/matchesGlob';
import type { PagedIncident } from '../incidentPort';
import { areOn, type BusinessHours } from './businessHours';
import type { EscalationPolicy } from './page';

/** What an incident must be like; all that is there must hold. */
export type PolicyMatch = {
  severities?: string[];
  /** The worst so many levels, whatever they are called. */
  ranks?: number;
  /** Patterns of an affected entity, or of what includes it. */
  entityRefs?: string[];
  businessHours?: BusinessHours;
};

export type MatchingPolicy = EscalationPolicy & { match: PolicyMatch };

export type Chosen = { policy: EscalationPolicy; because: string };

/**
 * The policy that an entity names by annotation, else the first that matches. Without one nobody is called.
 */
export function choosePolicy(
  policies: MatchingPolicy[],
  incident: PagedIncident,
  { index, now }: { index: CatalogIndex | undefined; now: Date },
): Chosen | undefined {
  const named = nameGiven(incident, index);
  const known = named && policies.find(({ id }) => id === named.id);
  if (known) {
    return { policy: copyOf(known), because: `${named.by} names it` };
  }
  const chosen = policies.find(({ match }) =>
    matches(match, incident, { index, now }),
  );
  if (!chosen) return undefined;
  const unknown = named && `; ${named.by} names ${named.id}, which is unknown`;
  return {
    policy: copyOf(chosen),
    because: `it is the first that matches ${incident.severity} on ${
      incident.entityRefs[0]
    }${unknown ?? ''}`,
  };
}

/** The nearest that has the annotation decides: the entity, its system, its domain, its owner. */
function nameGiven(
  { entityRefs: [entityRef] }: PagedIncident,
  index: CatalogIndex | undefined,
): { id: string; by: string } | undefined {
  const entity = index?.get(entityRef);
  if (!index || !entity) return undefined;
  const owner = index.get(entity.ownerRef ?? '');
  for (const entry of [
    entity,
    ...index.ancestors(entityRef),
    ...(owner ? [owner] : []),
  ]) {
    const id = entry.annotations[incidentAnnotations.escalationPolicy]?.trim();
    if (id) return { id, by: entry.ref };
  }
  return undefined;
}

function matches(
  { severities, ranks, entityRefs, businessHours }: PolicyMatch,
  incident: PagedIncident,
  { index, now }: { index: CatalogIndex | undefined; now: Date },
): boolean {
  return (
    (!severities || severities.includes(incident.severity)) &&
    (ranks === undefined || incident.severityRank <= ranks) &&
    (!businessHours || areOn(businessHours, now)) &&
    (!entityRefs || isAmong(entityRefs, incident.entityRefs, index))
  );
}

/** Without a picture of the catalog nobody knows what an entity is a part of, and only its own name is looked at. */
function isAmong(
  patterns: string[],
  affected: string[],
  index: CatalogIndex | undefined,
): boolean {
  return affected
    .flatMap(ref => index?.coveredBy(ref) ?? [ref])
    .some(ref => patterns.some(pattern => matchesGlob(pattern, ref)));
}

function copyOf({ match, ...policy }: MatchingPolicy): EscalationPolicy {
  return policy;
}
