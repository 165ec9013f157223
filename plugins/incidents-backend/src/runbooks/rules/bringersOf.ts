import type { runbookOrigins } from 'backstage-plugin-incidents-common';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';

/** An entity whose runbooks serve the one at hand. */
export type Bringer = {
  from: Exclude<(typeof runbookOrigins)[number], 'alert'>;
  entry: CatalogEntry;
};

const order: Array<Bringer['from']> = ['entity', 'system', 'domain', 'owner'];

/** The entity, its system, its domain and its owner, in this order, each once. */
export function bringersOf(
  entry: CatalogEntry,
  index: CatalogIndex,
): Bringer[] {
  const owner = entry.ownerRef ? index.get(entry.ownerRef) : undefined;
  const bringers: Bringer[] = [
    { from: 'entity', entry },
    ...index.ancestors(entry.ref).map(ancestor => ({
      // What a component is a part of that is no domain stands in for the system.
      from:
        ancestor.kind === 'domain' ? ('domain' as const) : ('system' as const),
      entry: ancestor,
    })),
    ...(owner ? [{ from: 'owner' as const, entry: owner }] : []),
  ];
  const seen = new Set<string>();
  return bringers
    .filter(({ entry: { ref } }) => !seen.has(ref) && seen.add(ref))
    .sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from));
}

/** Ends a sentence that begins with what the bringer brought. */
export function whoseIs({ from, entry }: Bringer): string {
  if (from === 'entity') return `${entry.ref} itself`;
  if (from === 'owner') return `${entry.ref}, which owns it`;
  return `${entry.ref}, which it is part of`;
}
