import type { Knex } from 'knex';
import type { Reader } from './database';

/** Nobody reads further, and to count further would take longer the more there is. */
const most = 10_000;

export type Total = { totalItems: number; totalIsAtLeast?: true };

/** How many rows a query finds, up to ten thousand. */
export async function countUpTo(
  reader: Reader,
  rows: Knex.QueryBuilder,
): Promise<Total> {
  const some = rows.select(reader.raw('1 AS one')).limit(most + 1);
  const [{ count }] = await reader
    .from(some.as('some'))
    .count<Array<{ count: string | number }>>({ count: '*' });
  return Number(count) > most
    ? { totalItems: most, totalIsAtLeast: true }
    : { totalItems: Number(count) };
}
