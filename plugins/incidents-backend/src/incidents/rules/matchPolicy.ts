import type { Alert } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';
import { matchesGlob } from '../../platform/matchesGlob';
import type { PolicyMatch } from '../policySettings';

/** Which of these policies is for an alert: the first whose conditions all hold. */
export function matchPolicy<P extends { match: PolicyMatch }>(
  policies: P[],
  alert: Alert,
  index: CatalogIndex | undefined,
): P | undefined {
  return policies.find(({ match }) => matches(match, alert, index));
}

/** What is quick to see comes first, because this is asked for each alert of a storm. */
function matches(
  match: PolicyMatch,
  alert: Alert,
  index: CatalogIndex | undefined,
): boolean {
  const { severities, integrations, title, labels, entities } = match;
  return (
    (!severities || severities.includes(alert.severity)) &&
    (!integrations || fitsAny(integrations, alert.integration)) &&
    (!labels || haveAll(alert.labels, labels)) &&
    (title === undefined || matchesGlob(title, alert.title)) &&
    (!entities || isAmong(entities, alert.entityRef, index))
  );
}

function haveAll(
  actual: Alert['labels'],
  wanted: Record<string, string>,
): boolean {
  return Object.entries(wanted).every(([label, pattern]) =>
    matchesGlob(pattern, Object.hasOwn(actual, label) ? actual[label] : ''),
  );
}

/** Without a picture of the catalog nobody knows what an entity is a part of, and only its own name is looked at. */
function isAmong(
  patterns: string[],
  entityRef: string | undefined,
  index: CatalogIndex | undefined,
): boolean {
  if (entityRef === undefined) return false;
  const refs = index ? includersOf(entityRef, index) : [entityRef];
  return refs.some(ref => fitsAny(patterns, ref));
}

function fitsAny(patterns: string[], name: string): boolean {
  return patterns.some(pattern => matchesGlob(pattern, name));
}

const known = new WeakMap<CatalogIndex, Map<string, string[]>>();

/** Looked up once for each entity and picture of the catalog: a storm is about few entities. */
function includersOf(entityRef: string, index: CatalogIndex): string[] {
  const byRef = known.get(index) ?? new Map<string, string[]>();
  known.set(index, byRef);
  const includers = byRef.get(entityRef) ?? index.coveredBy(entityRef);
  byRef.set(entityRef, includers);
  return includers;
}
