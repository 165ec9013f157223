import type { Page } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { mostCounted, toTotal, type Total } from './countUpTo';
import type { Reader } from './database';
import {
  comparePositions,
  cursorAt,
  placeAt,
  positionOf,
  sortBy,
  startOf,
  whereUpTo,
  type Place,
  type Position,
  type SortOrder,
} from './sortOrder';
import { candidates, union, type Stream } from './streams';

export type Listing = {
  /** What the rows are called in `refine`. */
  table: string;
  order: SortOrder;
  streams: Stream[];
  /** Columns that are made for each row of the page. */
  extra?: Knex.Raw[];
  /** The same rows for who only counts them, when there is a quicker way. Not looked at with `refine`, nor from a cursor on. */
  counted?: Stream[];
  /** What no index knows of. Rows are looked at one by one for it, up to `look` of each stream that is in order. */
  refine?(rows: Knex.QueryBuilder): void;
  look: number;
};

/** Rows of a list, with how many there are in all. */
export type RowPage = Omit<Page<any>, 'items'> & { rows: any[] };

/**
 * One page of a list in a time that does not grow with the table. What no index finds is looked for among so many rows: a page
 * may hold fewer than `limit` rows, even none, and `nextCursor` then goes on where the look ended. How many there are in all is
 * counted once, and goes from page to page with the cursor.
 *
 * @throws InputError when the cursor is not one of this list.
 */
export async function readPage(
  reader: Reader,
  listing: Listing,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<RowPage> {
  const { order } = listing;
  const from = startAt(order, cursor);
  const look = { after: from.after, limit: limit + 1 };
  const found = await findRows(reader, listing, look);
  const isFull = found.length > limit;
  const edge = mayBeCut(listing, isFull && from.isCounted)
    ? await findEdge(reader, listing, look)
    : undefined;
  const certain = found.filter(
    row => !edge || comparePositions(order, positionOf(row, order), edge) <= 0,
  );
  const rows = certain.slice(0, limit);
  const goesOn = certain.length > limit;
  const seen: Total = from.isCounted
    ? from.total
    : {
        ...from.total,
        totalItems:
          from.total.totalItems +
          (goesOn
            ? await countRows(reader, listing, { ...look, edge })
            : rows.length),
      };
  const total = toTotal(
    seen.totalItems,
    seen.totalIsAtLeast || edge !== undefined,
  );
  const next = goesOn
    ? { after: endOf(rows, order), total, isCounted: true }
    : edge && { after: edge, total: seen, isCounted: false };
  return {
    ...{ rows, ...total },
    ...(next && { nextCursor: cursorAt(order, next) }),
  };
}

export type Look = { after?: Position; limit: number };

/** Where a page begins: at the start, after a row of an earlier page, or where the look for an earlier one ended. */
function startAt(
  order: SortOrder,
  cursor: string | undefined,
): Partial<Place> & Omit<Place, 'after'> {
  return cursor === undefined
    ? { total: { totalItems: 0 }, isCounted: false }
    : placeAt(order, cursor);
}

/** Whether rows may be missing among those that were found, because a stream was not looked through. */
function mayBeCut({ refine, streams }: Listing, isEnough: boolean): boolean {
  if (!refine || !streams.some(({ inOrder }) => inOrder)) return false;
  const areSeveral = streams.length > 1 || (streams[0].parts ?? []).length > 1;
  return areSeveral || !isEnough;
}

function endOf(rows: any[], order: SortOrder): Position {
  return rows.length > 0 ? positionOf(rows.at(-1), order) : startOf(order);
}

/** The first rows of a list, and nothing about the others. */
export function findRows(
  reader: Reader,
  listing: Listing,
  look: Look,
): Promise<any[]> {
  const { order, streams, extra } = listing;
  const { limit } = look;
  const first = streams.map(stream =>
    sortBy(refined(reader, listing, { stream, look }), order).limit(limit),
  );
  return firstOf(reader, first, { order, limit, extra });
}

/** The position up to which all streams were looked through; nothing when none goes on after it. */
async function findEdge(
  reader: Reader,
  listing: Listing,
  { after }: Look,
): Promise<Position | undefined> {
  const { order, streams } = listing;
  const edges = streams
    .filter(({ inOrder }) => inOrder)
    .map(stream =>
      candidates(reader, order, stream, {
        ...{ after, isEdge: true },
        most: mostOf(listing, stream),
      }),
    );
  const [row] = await firstOf(reader, edges, { order, limit: 1 });
  return row && positionOf(row, order);
}

async function countRows(
  reader: Reader,
  listing: Listing,
  { after, edge }: Look & { edge?: Position },
): Promise<number> {
  const { refine, counted, streams, order } = listing;
  const look = { after, limit: mostCounted + 1 };
  // A cursor tells of columns that may be missing where it is only counted.
  const all = (refine || after ? streams : counted ?? streams).map(stream =>
    refined(reader, listing, { stream, look }).limit(look.limit),
  );
  const rows = reader.from(union(reader, all).as('counted'));
  if (edge) whereUpTo(rows, order, edge);
  const [{ n }] = await rows.count({ n: '*' });
  return Number(n);
}

/** What is found in a stream, of all that is looked at. */
function refined(
  reader: Reader,
  listing: Listing,
  { stream, look }: { stream: Stream; look: Look },
): Knex.QueryBuilder {
  const { refine, order, table } = listing;
  const rows = candidates(reader, order, stream, {
    after: look.after,
    most: refine ? mostOf(listing, stream) : look.limit,
  });
  const found = reader.select('*').from(rows.as(table));
  refine?.(found);
  return found;
}

/** How many rows of each part are looked at. */
function mostOf({ look }: Listing, { parts }: Stream): number {
  return Math.ceil(look / Math.max(1, parts?.length ?? 1));
}

async function firstOf(
  reader: Reader,
  queries: Knex.QueryBuilder[],
  {
    order,
    limit,
    extra = [],
  }: { order: SortOrder; limit: number; extra?: Knex.Raw[] },
): Promise<any[]> {
  if (queries.length === 0) return [];
  const all = union(reader, queries).as('found');
  return sortBy(reader.select('*', ...extra).from(all), order).limit(limit);
}
