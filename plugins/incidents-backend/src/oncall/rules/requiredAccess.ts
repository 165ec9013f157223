import { incidentAnnotations } from 'backstage-plugin-incidents-common';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';

/** Something to log in to, by whoever lists it. */
export type RequiredTool = {
  /** Names that differ by their capital letters alone mean the same. */
  key: string;
  /** As the first annotation calls it. */
  tool: string;
  /** Whose annotations list it. */
  entityRefs: string[];
};

/** Of one annotation. More is no list that a person goes through before a shift. */
const mostTools = 30;
const longestName = 100;
/** Of one tool: a page that lists more says nothing more. */
const mostEntities = 20;

/** `Grafana, kubectl prod` in its parts, each once. */
export function toolsOf(annotation: string): string[] {
  const named = annotation
    .split(',')
    .map(tool => tool.trim().slice(0, longestName))
    .filter(Boolean);
  const byKey = new Map(named.map(tool => [keyOfTool(tool), tool]));
  return [...byKey.values()].slice(0, mostTools);
}

export function keyOfTool(tool: string): string {
  return tool.toLowerCase().slice(0, longestName);
}

/**
 * What must be confirmed for entities. The nearest that has the annotation decides: the entity, its system, its domain, its owner;
 * an empty one says that there is nothing.
 */
export function requiredAccess(
  index: CatalogIndex,
  entityRefs: string[],
): RequiredTool[] {
  const required = new Map<string, RequiredTool>();
  for (const entry of new Set(entityRefs.flatMap(ref => namerOf(index, ref)))) {
    for (const tool of toolsOf(entry.annotations[incidentAnnotations.access])) {
      const key = keyOfTool(tool);
      const known = required.get(key);
      if (!known) required.set(key, { key, tool, entityRefs: [entry.ref] });
      else if (known.entityRefs.length < mostEntities) {
        known.entityRefs.push(entry.ref);
      }
    }
  }
  return [...required.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function namerOf(index: CatalogIndex, ref: string): CatalogEntry[] {
  const entry = index.get(ref);
  if (!entry) return [];
  const owner = entry.ownerRef ? index.get(entry.ownerRef) : undefined;
  const namer = [
    ...[entry, ...index.ancestors(ref)],
    ...(owner ? [owner] : []),
  ].find(({ annotations }) => incidentAnnotations.access in annotations);
  return namer ? [namer] : [];
}
