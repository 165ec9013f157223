import type { Knex } from 'knex';
import type { Total } from './countUpTo';
import { fromCursor, toCursor, type CursorPart } from './cursor';

/** By what a list is sorted. All columns run the same way, so that one comparison of rows finds what comes after. */
export type SortOrder = {
  /** As the query names it. */
  name: string;
  descending: boolean;
  /** The last of them tells any two rows apart. */
  columns: Array<{ column: string; as: CursorPart }>;
};

/** Where a row stands in an order: its values of the columns, times in milliseconds. */
export type Position = Array<string | number>;

/** Columns that go by another name, or are the same in all rows. */
export type Columns = {
  names?: Record<string, string>;
  fixed?: Record<string, number>;
};

export function positionOf(row: any, { columns }: SortOrder): Position {
  return columns.map(({ column, as }) => {
    const value = row[column];
    if (as === 'instant') return new Date(value).getTime();
    return as === 'id' ? value : Number(value);
  });
}

/** Before all rows. */
export function startOf({ columns, descending }: SortOrder): Position {
  const last = {
    ...{ instant: 8.64e15, integer: 2 ** 31 - 1, flag: 1 },
    id: 'z'.repeat(36),
  };
  return columns.map(({ as }) => {
    if (as === 'sequence' || as === 'name') {
      throw new Error(`no list is pinned by a ${as}`);
    }
    if (descending) return last[as];
    return as === 'id' ? '-' : 0;
  });
}

/** For `Array.sort`. */
export function comparePositions(
  { descending }: SortOrder,
  a: Position,
  b: Position,
): number {
  const i = a.findIndex((value, n) => value !== b[n]);
  if (i < 0) return 0;
  return a[i] < b[i] === descending ? 1 : -1;
}

export function sortBy(
  rows: Knex.QueryBuilder,
  { columns, descending }: SortOrder,
  { names = {}, fixed = {} }: Columns = {},
): Knex.QueryBuilder {
  return rows.orderBy(
    columns
      .filter(({ column }) => !(column in fixed))
      .map(({ column }) => ({
        column: names[column] ?? column,
        order: descending ? 'desc' : 'asc',
      })),
  );
}

export function whereAfter(
  rows: Knex.QueryBuilder,
  order: SortOrder,
  { names = {}, fixed = {} }: Columns,
  after: Position,
): Knex.QueryBuilder {
  const { columns, descending } = order;
  const [{ column: first }] = columns;
  if (first in fixed && fixed[first] !== after[0]) {
    const allAreAfter = fixed[first] > Number(after[0]) !== descending;
    return allAreAfter ? rows : rows.whereRaw('1 = 0');
  }
  const left = columns.map((column, i) => ({ ...column, at: after[i] }));
  return compare(
    rows,
    descending ? '<' : '>',
    left
      .filter(({ column }) => !(column in fixed))
      .map(({ column, ...at }) => ({ column: names[column] ?? column, ...at })),
  );
}

/** What does not come after a position. */
export function whereUpTo(
  rows: Knex.QueryBuilder,
  { columns, descending }: SortOrder,
  edge: Position,
): Knex.QueryBuilder {
  return compare(
    rows,
    descending ? '>=' : '<=',
    columns.map((column, i) => ({ ...column, at: edge[i] })),
  );
}

function compare(
  rows: Knex.QueryBuilder,
  operator: string,
  values: Array<{ column: string; as: CursorPart; at: string | number }>,
): Knex.QueryBuilder {
  const columns = values.map(() => '??').join(', ');
  const marks = values.map(() => '?').join(', ');
  return rows.whereRaw(`(${columns}) ${operator} (${marks})`, [
    ...values.map(({ column }) => column),
    ...values.map(({ at, as }) => toValue(at, as)),
  ]);
}

/** Where the next page begins, and what was counted already. */
export type Place = {
  after: Position;
  /** How many there are, at least when somebody looked at more than was counted. */
  total: Total;
  /** Whether what comes after is part of that; otherwise it is to be added. */
  isCounted: boolean;
};

export function cursorAt(order: SortOrder, place: Place): string {
  const { after, total, isCounted } = place;
  return toCursor(order.name, [
    ...after,
    total.totalItems,
    Number(total.totalIsAtLeast ?? false),
    Number(isCounted),
  ]);
}

/** @throws InputError when the text is not a cursor of a list that is sorted so. */
export function placeAt(order: SortOrder, cursor: string): Place {
  const parts = order.columns.map(({ as }) => as);
  const read = fromCursor(cursor, order.name, [
    ...parts,
    ...(['integer', 'flag', 'flag'] as const),
  ]);
  const [totalItems, isAtLeast, isCounted] = read.slice(parts.length);
  return {
    after: read.slice(0, parts.length),
    total: {
      totalItems: Number(totalItems),
      ...(isAtLeast && { totalIsAtLeast: true as const }),
    },
    isCounted: Boolean(isCounted),
  };
}

function toValue(part: string | number, as: CursorPart) {
  if (as === 'instant') return new Date(part);
  return as === 'flag' ? Boolean(part) : part;
}
