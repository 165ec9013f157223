import type {
  Incident,
  RelatedIncident,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunksOf } from '../platform/chunksOf';
import type { Reader } from '../platform/database';
import { keyOf, numberOf } from '../timeline';
import type { InhibitionSettings } from './inhibitionSettings';
import { toIncident } from './rows';
import { countingRanks } from './rules/likelyCauses';
import { limitTo, type IncidentScope } from './scope';
import { entityRefsOf, incidentTables } from './store';

const { incidents, entities, causes } = incidentTables;

type Counting = Pick<InhibitionSettings, 'severities'>;

/** What is likely because of what. */
export const causeStore = {
  /** Open incidents on any of these entities that are bad enough to be the cause of others, the oldest first. */
  async findOn(
    reader: Reader,
    entityRefs: string[],
    counting: Counting,
  ): Promise<Incident[]> {
    const found = new Map<number, Incident>();
    for (const chunk of chunksOf(entityRefs)) {
      const rows = reader(incidents)
        .select(`${incidents}.*`, entityRefsOf(reader))
        .whereRaw('is_open')
        .where('drill', false)
        .whereIn(
          'n',
          reader(entities).select('incident_n').whereIn('entity_ref', chunk),
        );
      whereCounts(rows, incidents, counting);
      for (const row of await rows) found.set(row.n, toIncident(row));
    }
    return [...found].sort(([a], [b]) => a - b).map(([, incident]) => incident);
  },

  /**
   * Open incidents whose pages are held back although none of their causes holds them any more; all of them, when nothing counts.
   */
  async findReleasable(
    reader: Reader,
    counting: Counting | undefined,
    limit: number,
  ): Promise<string[]> {
    const rows = reader(incidents)
      // Not by bindings: the index is for this word.
      .whereRaw('pages_held')
      .where('is_open', true)
      .orderBy('n')
      .limit(limit)
      .select('n');
    if (counting) {
      const holding = reader({ cause: incidents })
        .join(causes, `${causes}.cause_n`, 'cause.n')
        .whereRaw('??.incident_n = ??.n', [causes, incidents])
        .where({ 'cause.is_open': true, 'cause.drill': false })
        .whereNot('cause.status', 'mitigated')
        .select(reader.raw('1'));
      whereCounts(holding, 'cause', counting);
      rows.whereNotExists(holding);
    }
    return (await rows).map(({ n }: { n: number }) => keyOf(n));
  },

  /** Those of these incidents that the reader may see, the worst first. */
  async among(
    reader: Reader,
    keys: string[],
    scope: IncidentScope,
  ): Promise<RelatedIncident[]> {
    if (keys.length === 0) return [];
    const rows = related(reader, scope)
      .whereIn('n', keys.map(numberOf))
      .orderBy(['severity_rank', 'n']);
    return (await rows).map(toRelated);
  },

  /** What is likely because of an incident, as far as the reader may see it; what is open first, then what began last. */
  async effectsOf(
    reader: Reader,
    key: string,
    scope: IncidentScope,
    limit: number,
  ): Promise<RelatedIncident[]> {
    const rows = related(reader, scope)
      .whereIn(
        'n',
        reader(causes).select('incident_n').where('cause_n', numberOf(key)),
      )
      .orderBy([
        { column: 'is_open', order: 'desc' },
        { column: 'n', order: 'desc' },
      ])
      .limit(limit);
    return (await rows).map(toRelated);
  },
};

function whereCounts(
  rows: Knex.QueryBuilder,
  table: string,
  { severities }: Counting,
): void {
  if (severities) rows.whereIn(`${table}.severity`, severities);
  else rows.where(`${table}.severity_rank`, '<=', countingRanks);
}

function related(reader: Reader, scope: IncidentScope): Knex.QueryBuilder {
  const rows = reader(incidents).select(`${incidents}.*`, entityRefsOf(reader));
  limitTo(rows, scope);
  return rows;
}

function toRelated(row: unknown): RelatedIncident {
  const { key, title, status, severity, severityRank, entityRefs } =
    toIncident(row);
  return { key, title, status, severity, severityRank, entityRefs };
}
