import type { IncidentQuery } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Reader } from '../platform/database';
import type { LimitToParts, Stream } from '../platform/streams';
import { goesByDeclared } from './listOrders';
import { whereAffects } from './scope';
import { incidentTables } from './store';

const { incidents, entities } = incidentTables;

export type Wanted = {
  query: Pick<IncidentQuery, 'sort' | 'drills' | 'from' | 'to'>;
  /** Whether open ones are asked for, and whether those that are over. */
  stages: { open: boolean; over: boolean };
  /** The entities of which each must affect one. */
  refs?: string[];
};

/**
 * Where the incidents of a list are found: the open ones, which are few, and those that are over, which are many and come in the
 * order of an index.
 */
export function streamsOf(reader: Reader, wanted: Wanted): Stream[] {
  const { query, stages } = wanted;
  const open = stages.open ? [openStream(reader, wanted)] : [];
  if (!stages.over) return open;
  if (query.sort === '-updatedAt') {
    return [...open, settledStream(reader, wanted)];
  }
  if (query.sort === 'severity') return [severityStream(reader, wanted)];
  return query.sort === 'openFirst'
    ? [...open, declaredStream(reader, wanted, { isOver: true })]
    : [declaredStream(reader, wanted, { isOver: !stages.open })];
}

/** The same for who only counts them: the list of who is affected knows enough. */
export function countedOf(
  reader: Reader,
  wanted: Wanted,
): Stream[] | undefined {
  const { refs, stages } = wanted;
  if (!refs || !stages.open || !stages.over) return undefined;
  const rows = () =>
    affected(reader, wanted, refs)
      .whereIn('entity_ref', refs)
      .select('incident_n');
  return [{ inOrder: false, rows }];
}

function openStream(reader: Reader, wanted: Wanted): Stream {
  const { refs } = wanted;
  return {
    inOrder: false,
    fixed: { is_open: 1 },
    rows() {
      const rows = all(reader, wanted).whereRaw('is_open');
      if (refs) whereAffects(rows, refs);
      return whereDeclared(rows, wanted, 'declared_at');
    },
  };
}

function declaredStream(
  reader: Reader,
  wanted: Wanted,
  { isOver }: { isOver: boolean },
): Stream {
  const { refs } = wanted;
  const over = (rows: Knex.QueryBuilder) =>
    isOver ? rows.whereRaw('NOT is_open') : rows;
  if (refs) {
    return {
      inOrder: true,
      parts: refs,
      fixed: { is_open: 0 },
      names: {
        declared_at: `${entities}.declared_at`,
        n: `${entities}.incident_n`,
      },
      rows: limitToParts => over(ofParts(reader, wanted, limitToParts)),
    };
  }
  return {
    inOrder: true,
    fixed: { is_open: 0 },
    rows: () => whereDeclared(over(all(reader, wanted)), wanted, 'declared_at'),
  };
}

/** An open incident changes so often that no index keeps up; one that is over changes little more. */
function settledStream(reader: Reader, wanted: Wanted): Stream {
  return {
    ...ofSome(reader, wanted, rows => rows.whereNotNull('settled_at')),
    names: { updated_at: 'settled_at' },
  };
}

function severityStream(reader: Reader, wanted: Wanted): Stream {
  const { open } = wanted.stages;
  return ofSome(reader, wanted, rows =>
    open ? rows : rows.whereRaw('NOT is_open'),
  );
}

/** In the order of an index for all incidents; those of some entities must be sorted. */
function ofSome(
  reader: Reader,
  wanted: Wanted,
  narrow: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Stream {
  const { refs } = wanted;
  return {
    inOrder: !refs,
    rows() {
      const rows = narrow(all(reader, wanted));
      if (refs) whereAffects(rows, refs);
      return rows;
    },
  };
}

function all(reader: Reader, { query }: Wanted): Knex.QueryBuilder {
  const rows = reader(incidents).select(`${incidents}.*`);
  return query.drills === 'hide' ? rows.where('drill', false) : rows;
}

function ofParts(
  reader: Reader,
  wanted: Wanted,
  limitToParts: LimitToParts,
): Knex.QueryBuilder {
  const rows = affected(reader, wanted, wanted.refs ?? [])
    .join(incidents, `${incidents}.n`, `${entities}.incident_n`)
    .select(`${incidents}.*`);
  return limitToParts(rows, 'entity_ref');
}

/** Who is affected by what, each incident once. */
function affected(
  reader: Reader,
  wanted: Wanted,
  refs: string[],
): Knex.QueryBuilder {
  const rows = reader(entities);
  if (wanted.query.drills === 'hide') rows.where(`${entities}.drill`, false);
  whereDeclared(rows, wanted, `${entities}.declared_at`);
  if (refs.length === 1) return rows;
  // With the first of these entities that it names.
  return rows.where(first =>
    first
      .where('position', 0)
      .orWhereNotExists(earlier =>
        earlier
          .from({ earlier: entities })
          .whereRaw(`earlier.incident_n = ${entities}.incident_n`)
          .whereRaw(`earlier.position < ${entities}.position`)
          .whereIn('earlier.entity_ref', refs),
      ),
  );
}

function whereDeclared(
  rows: Knex.QueryBuilder,
  { query: { sort, from, to } }: Wanted,
  column: string,
): Knex.QueryBuilder {
  if (!goesByDeclared(sort)) return rows;
  if (from) rows.where(column, '>=', new Date(from));
  if (to) rows.where(column, '<', new Date(to));
  return rows;
}
