import type { CatalogIndex } from '../platform/catalogIndex';

/** The entities that a schedule of the portal answers for, because they name it, or what they belong to does. */
export function servedBy(
  index: CatalogIndex,
  schedule: string,
  answererOf: (ref: string) => string,
): string[] {
  const answerer = `native:${schedule}`;
  return [...index.all()]
    .map(({ ref }) => ref)
    .filter(ref => answererOf(ref) === answerer);
}
