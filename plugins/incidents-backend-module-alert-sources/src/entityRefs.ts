import { bounds, firstText } from './bounds';
import { expanded } from './placeholders';

/**
 * The entity that labels, tags or fields name outright.
 *
 * @internal
 */
export function namedEntity(
  ...said: Array<Record<string, unknown> | undefined>
): string | undefined {
  return firstText(
    bounds.entityRef,
    ...said.flatMap(fields => [
      expanded(fields?.backstage_entity),
      expanded(fields?.entity_ref),
    ]),
  );
}

/**
 * The entity that a line of a note names, such as `backstage_entity: component:default/checkout`; for monitors without tags.
 *
 * @internal
 */
export function entityInNote(note: string | undefined): string | undefined {
  const lines = (note ?? '').slice(0, bounds.description).split('\n');
  for (const line of lines) {
    const at = line.search(/[:=]/);
    const name = line.slice(0, Math.max(at, 0)).trim();
    const entity = namedEntity({ [name]: line.slice(at + 1) });
    if (entity) return entity;
  }
  return undefined;
}
