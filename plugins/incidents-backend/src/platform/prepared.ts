import type { Knex } from 'knex';
import type { Reader } from './database';
import { hashOf } from './identity';

/** Bytes go as they are, and need a cast to say so. */
export type Binding = string | number | Buffer;

const names = new Map<string, string>();

/**
 * Runs a statement that PostgreSQL keeps planned for each connection: to plan one of many parts takes longer than to run it. `sql`
 * must be one of few, never made of what is written; lists go in as JSON.
 */
export function prepared(
  reader: Reader,
  sql: string,
  bindings: Binding[],
): Knex.Raw {
  const name = names.get(sql) ?? `incidents-${hashOf(sql, 32)}`;
  names.set(sql, name);
  return reader.raw(sql, bindings).options({ name });
}
