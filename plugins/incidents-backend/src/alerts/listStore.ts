import type {
  Alert,
  AlertQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  entitiesIn,
  whereAccessible,
  type EntityScope,
} from '../platform/access';
import {
  likePattern,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { countUpTo, type Total } from '../platform/countUpTo';
import type { Reader } from '../platform/database';
import { findRows, readPage, type Listing } from '../platform/readPage';
import {
  goesByStart,
  isOneStage,
  orderOf,
  streamsOf,
  whereStarted,
} from './streamStore';
import { toKept } from './rows';

const table = 'incidents_alerts';

/** How many alerts a page looks at for what no index finds. */
const usualLook = 5_000;
const mostOfOverview = 10_000;

export type AlertScope = EntityScope;

type Condition = (rows: Knex.QueryBuilder) => unknown;

export async function listAlerts(
  reader: Reader,
  query: AlertQuery,
  scope: AlertScope,
  look = usualLook,
): Promise<Page<Alert>> {
  const listing = listingOf(reader, query, { scope, look });
  const { rows, ...page } = await readPage(reader, listing, query);
  return { items: rows.map(row => toKept(row).alert), ...page };
}

/** The first of a list, without counting the others. */
export async function firstAlerts(
  reader: Reader,
  query: Omit<AlertQuery, 'q' | 'cursor'>,
  scope: AlertScope,
): Promise<Alert[]> {
  const listing = listingOf(reader, query, { scope, look: usualLook });
  const rows = await findRows(reader, listing, { limit: query.limit });
  return rows.map(row => toKept(row).alert);
}

/** How many started since an instant. */
export function countAlertsSince(
  reader: Reader,
  from: Date,
  scope: Pick<AlertScope, 'filter' | 'index'>,
): Promise<Total> {
  const rows = reader(table).where('started_at', '>=', from);
  limitTo(rows, scope);
  return countUpTo(reader, rows, mostOfOverview);
}

/** How many alerts a person is to decide about, and since when: who acknowledged one has decided that it is no incident. */
export async function countSuggested(
  reader: Reader,
  scope: Pick<AlertScope, 'filter' | 'index'>,
): Promise<{ count: number; since?: string }> {
  const rows = reader(table)
    .where({ triage_outcome: 'suggested', status: 'firing' })
    .count({ count: '*' })
    .min({ since: 'started_at' });
  limitTo(rows, scope);
  const [row]: any[] = await rows;
  return withoutEmpty({
    count: Number(row.count),
    since: toOptionalInstant(row.since),
  });
}

function listingOf(
  reader: Reader,
  query: AlertQuery,
  { scope, look }: { scope: AlertScope; look: number },
): Listing {
  const { refs, rest } = entitiesIn(scope);
  const conditions = conditionsOf(query);
  if (rest !== 'everything') {
    conditions.push(rows =>
      limitTo(rows, { filter: rest, index: scope.index }),
    );
  }
  return {
    ...{ table, order: orderOf(query), look },
    streams: streamsOf(reader, query, refs),
    refine:
      conditions.length > 0
        ? rows => conditions.forEach(condition => condition(rows))
        : undefined,
  };
}

function conditionsOf(query: AlertQuery): Condition[] {
  const { status, severity, integration, outcome, flapping, q } = query;
  const asked: Array<[unknown, Condition]> = [
    [isStatusLeft(query), rows => rows.whereIn('status', status!)],
    [severity, rows => rows.whereIn('severity', severity!)],
    [integration, rows => rows.whereIn('integration_id', integration!)],
    [outcome, rows => rows.whereIn('triage_outcome', outcome!)],
    [
      (query.from || query.to) && !goesByStart(query),
      rows => whereStarted(rows, query),
    ],
    [flapping === false, rows => rows.whereNull('calm_at')],
    [q, rows => whereText(rows, q!)],
  ];
  return asked.flatMap(([isAsked, condition]) => (isAsked ? [condition] : []));
}

/** Whether it is not enough to know of an alert that it is open, or over. */
function isStatusLeft({ status, incident, flapping }: AlertQuery): boolean {
  if (!status) return false;
  return Boolean(incident) || Boolean(flapping) || !isOneStage(status);
}

function whereText(rows: Knex.QueryBuilder, text: string): void {
  const pattern = likePattern(text);
  rows.whereRaw(
    "(lower(title) LIKE ? ESCAPE '\\' OR lower(labels) LIKE ? ESCAPE '\\')",
    [pattern, pattern],
  );
}

function limitTo(
  rows: Knex.QueryBuilder,
  { filter, index }: Pick<AlertScope, 'filter' | 'index'>,
): void {
  whereAccessible(rows, filter, {
    index,
    whereEntities: (query, refs) => query.whereIn('entity_ref', refs),
  });
}
