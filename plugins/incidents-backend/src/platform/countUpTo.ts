import type { Knex } from 'knex';
import type { Reader } from './database';

/** Nobody reads further, and to count further would take longer the more there is. */
export const mostCounted = 1_000;

export type Total = { totalItems: number; totalIsAtLeast?: true };

/** How many rows a query finds, up to a thousand. */
export async function countUpTo(
  reader: Reader,
  rows: Knex.QueryBuilder,
  most = mostCounted,
): Promise<Total> {
  const some = rows.select(reader.raw('1 AS one')).limit(most + 1);
  const [{ count }] = await reader
    .from(some.as('some'))
    .count<Array<{ count: string | number }>>({ count: '*' });
  return toTotal(Number(count), false, most);
}

/** What is said of so many rows, when there may be more that nobody looked at. */
export function toTotal(
  count: number,
  isCut: boolean,
  most = mostCounted,
): Total {
  return isCut || count > most
    ? { totalItems: Math.min(count, most), totalIsAtLeast: true }
    : { totalItems: count };
}
