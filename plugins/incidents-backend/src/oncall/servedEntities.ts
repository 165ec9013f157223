import type { CatalogIndex } from '../platform/catalogIndex';

/** Who or where somebody is, and nothing that breaks. */
const notServed = new Set(['user', 'group', 'location', 'template']);

export type ServedEntities = {
  /** The entities for which a schedule of the portal answers. */
  by(index: CatalogIndex, schedule: string): string[];
  /** The schedule that answers for an entity, if it is one of the portal. */
  scheduleOf(index: CatalogIndex, entityRef: string): string | undefined;
};

const native = 'native:';

/** Read once from each picture of the catalog. */
export function createServedEntities(
  answererOf: (index: CatalogIndex, entityRef: string) => string,
): ServedEntities {
  const known = new WeakMap<CatalogIndex, Map<string, string[]>>();
  const scheduleOf = (index: CatalogIndex, entityRef: string) => {
    const answerer = answererOf(index, entityRef);
    return answerer.startsWith(native)
      ? answerer.slice(native.length)
      : undefined;
  };
  const read = (index: CatalogIndex) => {
    const served = new Map<string, string[]>();
    for (const { ref, kind } of index.all()) {
      const schedule = notServed.has(kind) ? undefined : scheduleOf(index, ref);
      if (schedule === undefined) continue;
      const refs = served.get(schedule);
      if (refs) refs.push(ref);
      else served.set(schedule, [ref]);
    }
    known.set(index, served);
    return served;
  };
  return {
    scheduleOf: (index, entityRef) =>
      index.get(entityRef) && scheduleOf(index, entityRef),
    by: (index, schedule) =>
      (known.get(index) ?? read(index)).get(schedule) ?? [],
  };
}
