import { membersOf, recordOf } from './tolerant';

/**
 * The objects in a list; none when it is no list.
 *
 * @internal
 */
export function recordsOf(value: unknown): Array<Record<string, unknown>> {
  return membersOf(value)
    .map(recordOf)
    .filter(one => one !== undefined);
}
