import type {
  AlertQuery,
  AlertStatus,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Reader } from '../platform/database';
import type { SortOrder } from '../platform/sortOrder';
import type { Stream } from '../platform/streams';
import { numberOf } from '../timeline';

const table = 'incidents_alerts';

/** More entities are not looked up one by one. */
const mostParts = 200;

type Wanted = Pick<
  AlertQuery,
  'sort' | 'status' | 'incident' | 'flapping' | 'from' | 'to'
>;

export function orderOf({ sort }: Pick<Wanted, 'sort'>): SortOrder {
  const column = sort === '-lastFiredAt' ? 'last_fired_at' : 'started_at';
  return {
    name: sort,
    descending: sort.startsWith('-'),
    columns: [
      { column, as: 'instant' },
      { column: 'id', as: 'id' },
    ],
  };
}

/** Whether the index of this order knows when an alert started. */
export function goesByStart({ sort }: Pick<Wanted, 'sort'>): boolean {
  return sort !== '-lastFiredAt';
}

/** Whether these are all open statuses and no other, or that of what is over alone. */
export function isOneStage(status: AlertStatus[]): boolean {
  const wanted = new Set(status);
  return wanted.size === (wanted.has('resolved') ? 1 : 2);
}

export function whereStarted(
  rows: Knex.QueryBuilder,
  { from, to }: Pick<Wanted, 'from' | 'to'>,
): Knex.QueryBuilder {
  if (from) rows.where('started_at', '>=', new Date(from));
  if (to) rows.where('started_at', '<', new Date(to));
  return rows;
}

/**
 * Where the alerts of a list are found. Those of one incident are few, those that flap, and those of some entities that are open; what is over is
 * much, and comes in the order of an index.
 */
export function streamsOf(
  reader: Reader,
  wanted: Wanted,
  refs: string[] | undefined,
): Stream[] {
  const { incident, flapping, status } = wanted;
  const asked = { wanted, refs };
  if (incident || flapping) {
    return [
      fewOf(asked, () => {
        const rows = all(reader);
        if (incident) rows.where('incident_n', numberOf(incident));
        return flapping ? rows.whereNotNull('calm_at') : rows;
      }),
    ];
  }
  const isOpen = !status?.includes('resolved');
  const isOver = status && status.every(one => one === 'resolved');
  const open = () => all(reader).whereRaw("status <> 'resolved'");
  if (!goesByStart(wanted)) {
    const over = () => all(reader).whereNotNull('fired_until');
    return [
      ...(isOver ? [] : [fewOf(asked, open)]),
      ...(status && isOpen ? [] : [firedStream(asked, over)]),
    ];
  }
  if (status && isOpen) {
    return [refs ? fewOf(asked, open) : startedStream(asked, open)];
  }
  return [
    startedStream(asked, () =>
      isOver ? all(reader).where('status', 'resolved') : all(reader),
    ),
  ];
}

type Asked = { wanted: Wanted; refs?: string[] };

function all(reader: Reader): Knex.QueryBuilder {
  return reader(table).select(`${table}.*`);
}

function fewOf({ wanted, refs }: Asked, rows: () => Knex.QueryBuilder): Stream {
  return {
    inOrder: false,
    rows: () => among(whereStarted(rows(), wanted), refs),
  };
}

function startedStream(
  { wanted, refs }: Asked,
  rows: () => Knex.QueryBuilder,
): Stream {
  const started = () => whereStarted(rows(), wanted);
  return refs && refs.length <= mostParts
    ? {
        ...{ inOrder: true, parts: refs },
        rows: limitToParts => limitToParts(started(), 'entity_ref'),
      }
    : { inOrder: true, rows: () => among(started(), refs) };
}

/** An open alert fires so often that no index keeps up; of one that is over the last time stands. */
function firedStream({ refs }: Asked, rows: () => Knex.QueryBuilder): Stream {
  return {
    ...{ inOrder: !refs, names: { last_fired_at: 'fired_until' } },
    rows: () => among(rows(), refs),
  };
}

function among(
  rows: Knex.QueryBuilder,
  refs: string[] | undefined,
): Knex.QueryBuilder {
  return refs ? rows.whereIn('entity_ref', refs) : rows;
}
