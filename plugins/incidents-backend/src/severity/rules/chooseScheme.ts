import {
  incidentAnnotations,
  type SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';

/**
 * The scheme of an entity: its own annotation, else the one of its system, its domain, else the default of the portal. An
 * annotation that names no scheme is passed over.
 */
export function chooseScheme(
  schemes: ReadonlyMap<string, SeverityScheme>,
  fallback: SeverityScheme,
  place: { entityRef?: string; index?: CatalogIndex },
): SeverityScheme {
  const { entityRef, index } = place;
  if (!entityRef || !index) return fallback;
  for (const entry of [index.get(entityRef), ...index.ancestors(entityRef)]) {
    const name = entry?.annotations[incidentAnnotations.severities];
    const scheme = name === undefined ? undefined : schemes.get(name.trim());
    if (scheme) return { ...scheme, inheritedFrom: entry?.ref };
  }
  return fallback;
}
