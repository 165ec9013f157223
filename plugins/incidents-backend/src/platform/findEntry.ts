import type { Catalog } from './catalog';
import type { CatalogEntry, CatalogIndex } from './catalogIndex';
import { reasonOf } from './sentences';

/**
 * An entity, and the picture of the catalog it is in; one that was added a moment ago too.
 *
 * @throws Error with a sentence that begins with `otherwise`, such as "Who owns it is not known", when the catalog has no such
 * entity or does not answer.
 */
export async function findEntry(
  catalog: Catalog,
  entityRef: string,
  otherwise: string,
): Promise<{ index: CatalogIndex; entry: CatalogEntry }> {
  try {
    for (const picture of ['index', 'latest'] as const) {
      const index = await catalog[picture]();
      const entry = index.get(entityRef);
      if (entry) return { index, entry };
    }
  } catch (error) {
    throw new Error(`${otherwise}: ${reasonOf(error)}.`);
  }
  throw new Error(`${otherwise}: the catalog has no such entity.`);
}
