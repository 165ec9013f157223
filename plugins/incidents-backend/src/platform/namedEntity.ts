import { InputError } from '@backstage/errors';
import type { Catalog } from './catalog';
import type { CatalogIndex } from './catalogIndex';

/**
 * An entity as a person names it, and the picture of the catalog it is in. While the catalog is away people are believed.
 *
 * @throws InputError when the catalog has no such entity.
 */
export async function namedEntity(
  catalog: Catalog,
  named: string,
): Promise<{ entityRef: string; index: CatalogIndex | undefined }> {
  const entityRef = named.toLowerCase();
  const index = await catalog.latest().catch(() => undefined);
  if (index && !index.get(entityRef)) {
    throw new InputError(`${entityRef} is not in the catalog`);
  }
  return { entityRef, index };
}
