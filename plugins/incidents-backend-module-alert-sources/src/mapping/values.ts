import { readEpoch } from '../epochs';
import { readInstant } from '../instants';
import { membersOf, recordOf, textOf } from '../tolerant';

const linkTypes = ['runbook', 'dashboard', 'alert', 'other'];

/** @internal */
export function labelsFrom(
  value: unknown,
): Record<string, unknown> | undefined {
  return recordOf(value);
}

/**
 * Links as objects, or just their addresses.
 *
 * @internal
 */
export function linksFrom(
  value: unknown,
): Array<{ url: string; title?: string; type: string }> {
  return membersOf(value).flatMap(one => {
    const { url = one, title, type } = recordOf(one) ?? {};
    return typeof url === 'string'
      ? {
          url,
          title: textOf(title),
          type: linkTypes.includes(String(type)) ? String(type) : 'other',
        }
      : [];
  });
}

/**
 * An instant as the schema of generic JSON wants it.
 *
 * @internal
 */
export function instantFrom(value: unknown): string | undefined {
  const instant =
    readEpoch(value) ??
    (typeof value === 'string' ? readInstant(value) : undefined);
  return instant?.toISOString();
}
