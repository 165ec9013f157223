import { readLabels } from '../labels';
import { membersOf, recordOf, textOf } from '../tolerant';

/**
 * Dimensions and tags: an object, or a list of objects with name or key, and value, in either case.
 *
 * @internal
 */
export function pairs(value: unknown): Record<string, string> {
  if (recordOf(value)) return readLabels(recordOf(value));
  return readLabels(
    Object.fromEntries(
      membersOf(value).flatMap(one => {
        const pair = recordOf(one) ?? {};
        const name = textOf(pair.name ?? pair.Name ?? pair.key ?? pair.Key);
        return name ? [[name, pair.value ?? pair.Value]] : [];
      }),
    ),
  );
}

/**
 * The fields that are texts and not blank.
 *
 * @internal
 */
export function texts(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      const text = textOf(value)?.trim();
      return text ? [[name, text]] : [];
    }),
  );
}
