import type { Incident } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunksOf } from '../platform/chunksOf';
import {
  isPostgres,
  WriteConflict,
  type Reader,
  type Tx,
} from '../platform/database';
import { insertRows } from '../platform/insertRows';
import { keyOf, numberOf } from '../timeline';
import type { KeptIncident } from './keptIncident';
import { toIncident, toKept, toRow } from './rows';

export const incidentTables = {
  incidents: 'incidents_incidents',
  entities: 'incidents_incident_entities',
  counters: 'incidents_counters',
} as const;

const { incidents, entities, counters } = incidentTables;

export const incidentStore = {
  /**
   * The incidents that stand in these slots or have these keys, held against other writers until `tx` ends. One statement, so that
   * all writers take them in one order.
   */
  async hold(
    tx: Tx,
    wanted: { slots: string[]; keys: string[] },
  ): Promise<KeptIncident[]> {
    const { slots, keys } = wanted;
    if (slots.length + keys.length === 0) return [];
    const query = incidentRows(tx)
      .where(either =>
        either.whereIn('slot', slots).orWhereIn('n', keys.map(numberOf)),
      )
      .orderBy('n');
    if (isPostgres(tx)) query.forUpdate();
    return (await query).map(toKept);
  },

  /** The incidents that stand in these slots, by a look that waits for nobody. */
  async findInSlots(tx: Tx, slots: string[]): Promise<KeptIncident[]> {
    if (slots.length === 0) return [];
    const rows = await incidentRows(tx).whereIn('slot', slots).orderBy('n');
    return rows.map(toKept);
  },

  /** The open incidents of these places, whether they stand there or not; those that stand first. */
  async findOpen(tx: Tx, places: string[]): Promise<KeptIncident[]> {
    if (places.length === 0) return [];
    const rows = await incidentRows(tx)
      .where('is_open', true)
      .whereIn('place', places)
      .orderByRaw('slot IS NULL, n');
    return rows.map(toKept);
  },

  /** Answers whether this is the first to say so. The rest of the row, and its version, stay as they are. */
  async markRunbook(
    tx: Tx,
    key: string,
    state: 'found' | 'missing',
  ): Promise<boolean> {
    const changed = await tx(incidents)
      .where({ n: numberOf(key), runbook_state: 'unchecked' })
      .update({ runbook_state: state });
    return changed > 0;
  },

  /**
   * Lets no other writer number an incident until `tx` ends, which is why numbers have no gap: who gives up gives its number back.
   * Answers the last number that was given.
   */
  async holdCounter(tx: Tx): Promise<number> {
    const [row] = await tx(counters)
      .where('name', 'incident')
      .update({ value: tx.raw('value') })
      .returning('value');
    return Number(row.value);
  },

  async setCounter(tx: Tx, value: number): Promise<void> {
    await tx(counters).where('name', 'incident').update({ value });
  },

  /**
   * Writes new and changed incidents; the `version` in them is the one that was read, 0 for a new one.
   *
   * @throws WriteConflict when one has changed since it was read.
   */
  async save(tx: Tx, changed: KeptIncident[]): Promise<void> {
    const sorted = [...changed].sort(
      (a, b) => numberOf(a.incident.key) - numberOf(b.incident.key),
    );
    for (const chunk of chunksOf(sorted)) await saveSome(tx, chunk);
  },

  async find(reader: Reader, key: string): Promise<KeptIncident | undefined> {
    const row = await incidentRows(reader).where('n', numberOf(key)).first();
    return row && toKept(row);
  },

  async findMany(reader: Reader, keys: string[]): Promise<Incident[]> {
    const rows = await incidentRows(reader).whereIn('n', keys.map(numberOf));
    return rows.map(toIncident);
  },

  async findUnchecked(reader: Reader, limit: number): Promise<KeptIncident[]> {
    const rows = await incidentRows(reader)
      .where('runbook_state', 'unchecked')
      .orderBy('n')
      .limit(limit);
    return rows.map(toKept);
  },

  /** Incidents that are mitigated, fire no more, and that nothing has stirred since. */
  async findCalm(
    reader: Reader,
    since: Date,
    limit: number,
  ): Promise<Array<Pick<Incident, 'key' | 'version'>>> {
    const rows = await reader(incidents)
      .where({ status: 'mitigated', is_open: true, open_alerts: 0 })
      .where('mitigated_at', '<=', since)
      // Its last alert may have ended long after a person had mitigated it.
      .where('updated_at', '<=', since)
      .orderBy('n')
      .limit(limit)
      .select('n', 'version');
    return rows.map(({ n, version }) => ({ key: keyOf(n), version }));
  },
};

/** What a change of an incident leaves alone. */
const setElsewhere = ['n', 'runbook_state'];

async function saveSome(tx: Tx, changed: KeptIncident[]) {
  const rows = changed.map(toRow);
  const columns = Object.keys(rows[0]).filter(
    column => !setElsewhere.includes(column),
  );
  const written = await insertRows(tx, incidents, rows)
    .onConflict('n')
    .merge(columns)
    .whereRaw('incidents_incidents.version = excluded.version - 1')
    .returning('n');
  if (written.length < rows.length) {
    throw new WriteConflict('an incident was changed by another writer');
  }
  const added = changed
    .filter(({ incident }) => incident.version === 0)
    .flatMap(({ incident }) =>
      incident.entityRefs.map((entityRef, position) => ({
        incident_n: numberOf(incident.key),
        entity_ref: entityRef,
        position,
      })),
    );
  if (added.length > 0) await tx(entities).insert(added);
}

/** Rows of incidents, each with the entities that it affects. */
export function incidentRows(reader: Reader): Knex.QueryBuilder {
  return reader(incidents).select(`${incidents}.*`, entityRefsOf(reader));
}

/** A column for rows of incidents: the entities that each affects, in the order in which they were named. */
export function entityRefsOf(reader: Reader): Knex.Raw {
  const list = isPostgres(reader) ? 'json_agg' : 'json_group_array';
  return reader.raw(
    `(SELECT ${list}(entity_ref ORDER BY position) FROM ?? WHERE incident_n = n) AS entity_refs`,
    [entities],
  );
}
