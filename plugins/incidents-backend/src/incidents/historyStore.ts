import type { StripDay, StripItem } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toInstant, utcDay } from '../platform/columns';
import { countUpTo, type Total } from '../platform/countUpTo';
import type { Reader } from '../platform/database';
import { jsonRows } from '../platform/jsonRows';
import { keyOf } from '../timeline';
import { toEntityRefs } from './rows';
import type { HappenedDay, SystemPart } from './rules/heatOf';
import {
  limitTo,
  mostParts,
  whereEachAffects,
  type IncidentScope,
} from './scope';
import { entityRefsOf, incidentTables } from './store';

const { incidents, entities } = incidentTables;

/** More are not looked at for a strip. */
const usualMost = 1_000;
/** As many as can be told apart on a strip. */
const shownApart = 100;
const day = 24 * 60 * 60 * 1000;
const mostOfOverview = 10_000;

/** The incidents of some entities in a stretch of time: each of them, or how many there were each day. */
export type History = {
  items: StripItem[];
  days?: StripDay[];
  total: Total;
  /** Older ones were not looked at. */
  countedSince?: string;
};

type HistoryScope = IncidentScope & { entityRefs: string[] };

/** What a strip needs: small, however many there are. Drills are left out, and what was dismissed is not counted. */
export async function historyOf(
  reader: Reader,
  since: Date,
  scope: HistoryScope,
  most = usualMost,
): Promise<History> {
  const newest = newestOf(reader, since, scope, most);
  const rows: any[] = await reader
    .from(newest.clone().as('newest'))
    .join(incidents, 'n', 'newest.incident_n')
    .select({ day: utcDay(reader, 'newest.declared_at') })
    .select(reader.raw("status = 'dismissed' AS dismissed"))
    .countDistinct({ incidents: 'n' })
    .count({ looked: '*' })
    .min({ worst: 'severity_rank', since: 'newest.declared_at' })
    .groupBy('day', 'dismissed')
    .orderBy('day');
  const found = sum(rows, 'incidents');
  const days = rows.filter(({ dismissed }) => !dismissed);
  const isCut = sum(rows, 'looked') >= most;
  return {
    ...(found > shownApart
      ? { items: [], days: days.map(toDay) }
      : { items: await itemsOf(reader, newest) }),
    total: {
      totalItems: sum(days, 'incidents'),
      ...(isCut && { totalIsAtLeast: true }),
    },
    ...(isCut && { countedSince: toInstant(earliest(rows)) }),
  };
}

/** Which incidents were the latest, by an index that knows when; more than once what affects more than one of the entities. */
function newestOf(
  reader: Reader,
  since: Date,
  { entityRefs, ...scope }: HistoryScope,
  most: number,
): Knex.QueryBuilder {
  const areMany = entityRefs.length > mostParts;
  const rows = areMany
    ? reader(incidents)
        .modify(all => whereEachAffects(all, entityRefs))
        .select({ incident_n: 'n' }, 'declared_at')
    : reader(entities)
        .whereIn('entity_ref', entityRefs)
        .select('incident_n', 'declared_at');
  if (scope.filter !== 'everything') {
    rows.whereIn(areMany ? 'n' : 'incident_n', visible => {
      visible.from(incidents).select('n');
      limitTo(visible, scope);
    });
  }
  return rows
    .where('drill', false)
    .where('declared_at', '>=', since)
    .orderBy([
      { column: 'declared_at', order: 'desc' },
      { column: 'incident_n', order: 'desc' },
    ])
    .limit(most);
}

async function itemsOf(
  reader: Reader,
  newest: Knex.QueryBuilder,
): Promise<StripItem[]> {
  const keys = reader.select('incident_n').from(newest.as('newest'));
  const rows = await reader(incidents)
    .whereIn('n', keys)
    .orderBy('n')
    .select(stripColumns(reader));
  return rows.map(toStripItem);
}

/** What {@link toStripItem} reads. */
export function stripColumns(reader: Reader): Array<string | Knex.Raw> {
  return [
    ...['n', 'title', 'status', 'severity', 'severity_rank'],
    ...['declared_at', 'resolved_at', entityRefsOf(reader)],
  ];
}

export function toStripItem(row: any): StripItem {
  return {
    key: keyOf(row.n),
    title: row.title,
    status: row.status,
    severity: row.severity,
    severityRank: row.severity_rank,
    entityRefs: toEntityRefs(row),
    declaredAt: toInstant(row.declared_at),
    ...(row.resolved_at && { resolvedAt: toInstant(row.resolved_at) }),
  };
}

function toDay(row: any): StripDay {
  return {
    day: new Date(row.day * day).toISOString().slice(0, 'yyyy-mm-dd'.length),
    incidents: Number(row.incidents),
    worstRank: row.worst,
  };
}

/** Of the groups of a day any may have the first. */
function earliest(rows: any[]): number {
  return Math.min(...rows.map(({ since }) => new Date(since).getTime()));
}

function sum(rows: any[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

/** How many there were, drills and what was dismissed aside. */
export function countSince(
  reader: Reader,
  since: Date,
  scope: IncidentScope,
): Promise<Total> {
  return countUpTo(reader, happened(reader, since, scope), mostOfOverview);
}

/** On which day how many incidents hit a system, and how bad the worst was. One that hits two parts of a system counts once there. */
export async function incidentsPerSystem(
  reader: Reader,
  since: Date,
  scope: IncidentScope,
  parts: SystemPart[],
): Promise<HappenedDay[]> {
  const once = happened(reader, since, scope)
    .join(entities, `${entities}.incident_n`, `${incidents}.n`)
    .join(
      jsonRows(reader, 'part', { columns: ['system', 'ref'], values: parts }),
      'part.ref',
      'entity_ref',
    )
    .select({
      system: 'part.system',
      day: utcDay(reader, `${incidents}.declared_at`),
    })
    .min({ rank: 'severity_rank' })
    .groupBy('system', 'day', 'n');
  const rows: any[] = await reader
    .from(once.as('once'))
    .select('system', 'day')
    .count({ incidents: '*' })
    .min({ worst: 'rank' })
    .groupBy('system', 'day');
  return rows.map(row => ({
    system: row.system,
    day: row.day,
    incidents: Number(row.incidents),
    worst: row.worst,
  }));
}

function happened(
  reader: Reader,
  since: Date,
  scope: IncidentScope,
): Knex.QueryBuilder {
  const rows = reader(incidents)
    .where(`${incidents}.declared_at`, '>=', since)
    .where(`${incidents}.drill`, false)
    .whereNot('status', 'dismissed');
  limitTo(rows, scope);
  return rows;
}

export async function openKeysWithoutRunbook(
  reader: Reader,
  scope: IncidentScope,
): Promise<Array<{ key: string; since: string }>> {
  const rows = reader(incidents)
    .whereRaw('is_open')
    .where({ runbook_state: 'missing', drill: false })
    .orderBy('n')
    .select('n', 'declared_at');
  limitTo(rows, scope);
  return (await rows).map((row: any) => ({
    key: keyOf(row.n),
    since: toInstant(row.declared_at),
  }));
}
