import {
  isOpenStatus,
  openIncidentStatuses,
  type Incident,
  type IncidentQuery,
  type IncidentStatus,
  type Page,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { entitiesIn } from '../platform/access';
import { likePattern } from '../platform/columns';
import type { Reader } from '../platform/database';
import { findRows, readPage, type Listing } from '../platform/readPage';
import { goesByDeclared, orderOf } from './listOrders';
import { countedOf, streamsOf } from './listStreams';
import { toIncident } from './rows';
import {
  limitTo,
  mostParts,
  whereEachAffects,
  type IncidentScope,
} from './scope';
import { causesOf, entityRefsOf, incidentRows, incidentTables } from './store';

export type { IncidentScope } from './scope';

const { incidents, entities } = incidentTables;

/** How many incidents a page looks at for what no index finds. */
const usualLook = 1_000;

type Condition = (rows: Knex.QueryBuilder) => unknown;

/** One page; who types the number of an incident finds it first, whatever the order. */
export async function listIncidents(
  reader: Reader,
  query: IncidentQuery,
  scope: IncidentScope,
  look = usualLook,
): Promise<Page<Incident>> {
  const { limit, cursor } = query;
  const named = await findNamed(reader, query, scope);
  const first = named && !cursor ? [named] : [];
  const { rows, totalItems, ...page } = await readPage(
    reader,
    listingOf(reader, query, { scope, look }),
    { cursor, limit: limit - first.length },
  );
  return {
    items: [...first, ...rows.map(toIncident)],
    totalItems: totalItems + (named ? 1 : 0),
    ...page,
  };
}

/** The first of a list, without counting the others. */
export async function firstIncidents(
  reader: Reader,
  query: Omit<IncidentQuery, 'q' | 'cursor'>,
  scope: IncidentScope,
): Promise<Incident[]> {
  const listing = listingOf(reader, query, { scope, look: usualLook });
  const rows = await findRows(reader, listing, { limit: query.limit });
  return rows.map(toIncident);
}

function listingOf(
  reader: Reader,
  query: IncidentQuery,
  { scope, look }: { scope: IncidentScope; look: number },
): Listing {
  const { refs, rest } = entitiesIn(scope);
  const areMany = refs !== undefined && refs.length > mostParts;
  const wanted = {
    ...{ query, stages: stagesIn(query) },
    refs: areMany ? undefined : refs,
  };
  const conditions = [
    ...(areMany
      ? [(rows: Knex.QueryBuilder) => whereEachAffects(rows, refs)]
      : []),
    ...conditionsOf(query),
    ...(query.q ? [textCondition(query.q)] : []),
    ...(rest === 'everything' ? [] : [accessCondition(rest, scope)]),
  ];
  return {
    ...{ table: incidents, order: orderOf(query.sort), look },
    streams: streamsOf(reader, wanted),
    counted: countedOf(reader, wanted),
    extra: [entityRefsOf(reader), causesOf(reader)],
    refine:
      conditions.length > 0
        ? rows => conditions.forEach(condition => condition(rows))
        : undefined,
  };
}

/** `open` stands for every stage before `resolved`. */
function statusesIn({ status }: IncidentQuery): IncidentStatus[] | undefined {
  return status?.flatMap(one =>
    one === 'open' ? [...openIncidentStatuses] : [one],
  );
}

function stagesIn(query: IncidentQuery): { open: boolean; over: boolean } {
  const wanted = statusesIn(query);
  return {
    open: !wanted || wanted.some(isOpenStatus),
    over: !wanted || !wanted.every(isOpenStatus),
  };
}

/** What is asked of each incident, besides the text. */
function conditionsOf(query: IncidentQuery): Condition[] {
  const { severity, integration, detectionSource, drills, from, to } = query;
  const isRangeLeft = !goesByDeclared(query.sort);
  const asked: Array<[unknown, Condition]> = [
    [isStatusLeft(query), rows => rows.whereIn('status', statusesIn(query)!)],
    [severity, rows => rows.whereIn('severity', severity!)],
    [integration, rows => rows.whereIn('integration_id', integration!)],
    [
      detectionSource,
      rows => rows.whereIn('detection_source', detectionSource!),
    ],
    [drills === 'only', rows => rows.where('drill', true)],
    [
      from && isRangeLeft,
      rows => rows.where('declared_at', '>=', new Date(from!)),
    ],
    [to && isRangeLeft, rows => rows.where('declared_at', '<', new Date(to!))],
  ];
  return asked.flatMap(([isAsked, condition]) => (isAsked ? [condition] : []));
}

/** Whether it is not enough to know of an incident that it is open, or over. */
function isStatusLeft(query: IncidentQuery): boolean {
  const wanted = statusesIn(query);
  if (!wanted) return false;
  const open = new Set(wanted.filter(isOpenStatus)).size;
  return open !== openIncidentStatuses.length || !wanted.every(isOpenStatus);
}

function textCondition(text: string): Condition {
  const pattern = likePattern(text);
  const n = numberIn(text);
  return rows => {
    rows.where(either => {
      either.whereRaw("lower(title) LIKE ? ESCAPE '\\'", [pattern]);
      // Counted, because PostgreSQL would look for `EXISTS` in the whole table at once.
      either.orWhereRaw(
        "(SELECT count(*) FROM ?? WHERE incident_n = n AND entity_ref LIKE ? ESCAPE '\\') > 0",
        [entities, pattern],
      );
    });
    if (n) rows.whereNot('n', n);
  };
}

function accessCondition(
  filter: IncidentScope['filter'],
  { index }: IncidentScope,
): Condition {
  return rows => limitTo(rows, { filter, index });
}

/** The incident whose number is the text, if it is in the list. */
async function findNamed(
  reader: Reader,
  query: IncidentQuery,
  scope: IncidentScope,
): Promise<Incident | undefined> {
  const n = numberIn(query.q ?? '');
  if (!n) return undefined;
  const { status, from, to, drills } = query;
  const rows = incidentRows(reader).where('n', n);
  limitTo(rows, scope);
  for (const condition of conditionsOf(query)) condition(rows);
  if (status) rows.whereIn('status', statusesIn(query)!);
  if (drills === 'hide') rows.where('drill', false);
  if (from) rows.where('declared_at', '>=', new Date(from));
  if (to) rows.where('declared_at', '<', new Date(to));
  const row = await rows.first();
  return row && toIncident(row);
}

function numberIn(text: string): number | undefined {
  const [, n] = /^(?:inc-)?(\d{1,9})$/i.exec(text) ?? [];
  return n ? Number(n) : undefined;
}
