import type { Knex } from 'knex';
import { isPostgres, type Reader } from './database';
import {
  sortBy,
  whereAfter,
  type Columns,
  type Position,
  type SortOrder,
} from './sortOrder';

/** Keeps the rows of one part, or of several; told in which column the part stands. */
export type LimitToParts = (
  rows: Knex.QueryBuilder,
  column: string,
) => Knex.QueryBuilder;

/** Rows that one index finds. A list is made of one or two of them. */
export type Stream = Columns & {
  /** All of their columns, neither sorted nor limited, and with a part only where there are parts. */
  rows(limitToParts: LimitToParts): Knex.QueryBuilder;
  /** The entities whose rows these are, when the index keeps the rows of each in the order of the list. */
  parts?: string[];
  /** Whether the index brings them in the order of the list. When not, there must be few of them. */
  inOrder: boolean;
};

/** Which rows of a stream are looked at. */
export type Window = { after?: Position; most: number; isEdge?: boolean };

/** The first rows of a stream after a position, or the last of these alone; of each part as many. */
export function candidates(
  reader: Reader,
  order: SortOrder,
  stream: Stream,
  { after, most, isEdge = false }: Window,
): Knex.QueryBuilder {
  const { parts, inOrder } = stream;
  const first = (count: number, limitToParts: LimitToParts) => {
    const rows = stream.rows(limitToParts);
    if (after) whereAfter(rows, order, stream, after);
    if (!inOrder) return rows;
    return sortBy(rows, order, stream)
      .offset(isEdge ? count - 1 : 0)
      .limit(isEdge ? 1 : count);
  };
  if (!parts) return first(most, rows => rows);
  if (parts.length <= 1 || !isPostgres(reader)) {
    return first(most * Math.max(1, parts.length), (rows, column) =>
      rows.whereIn(column, parts),
    );
  }
  // One walk down the index for each, where to find all and sort them would take longer the more there are.
  const ofEach = first(most, (rows, column) =>
    rows.where(column, reader.ref('part.ref')),
  );
  return reader.select('found.*').from(
    reader.raw(
      'json_array_elements_text(?::json) AS part(ref), LATERAL ? AS found',
      // The types of knex do not know that a query may be bound.
      [JSON.stringify(parts), ofEach as any],
    ),
  );
}

/** Rows of several queries, whose own order is lost. */
export function union(
  reader: Reader,
  queries: Knex.QueryBuilder[],
): Knex.QueryBuilder {
  // Each in a query of its own: SQLite sorts and limits no part of a union.
  const [first, ...others] = queries.map((query, i) =>
    reader.select('*').from(query.as(`part${i}`)),
  );
  return others.length > 0 ? first.unionAll(others) : first;
}
