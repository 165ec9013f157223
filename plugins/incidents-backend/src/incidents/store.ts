import type { Incident } from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import {
  isPostgres,
  WriteConflict,
  type Reader,
  type Tx,
} from '../platform/database';
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
    const query = tx(incidents)
      .where(either =>
        either.whereIn('slot', slots).orWhereIn('n', keys.map(numberOf)),
      )
      .orderBy('n');
    if (isPostgres(tx)) query.forUpdate();
    return withEntities(tx, await query, toKept);
  },

  /** The incidents that stand in these slots, by a look that waits for nobody. */
  async findInSlots(tx: Tx, slots: string[]): Promise<KeptIncident[]> {
    if (slots.length === 0) return [];
    const rows = await tx(incidents).whereIn('slot', slots).orderBy('n');
    return withEntities(tx, rows, toKept);
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
    const rows = await reader(incidents).where('n', numberOf(key));
    const [kept] = await withEntities(reader, rows, toKept);
    return kept;
  },

  async findMany(reader: Reader, keys: string[]): Promise<Incident[]> {
    const rows = await reader(incidents).whereIn('n', keys.map(numberOf));
    return withEntities(reader, rows, toIncident);
  },

  async findUnchecked(reader: Reader, limit: number): Promise<KeptIncident[]> {
    const rows = await reader(incidents)
      .where('runbook_state', 'unchecked')
      .orderBy('n')
      .limit(limit);
    return withEntities(reader, rows, toKept);
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

async function saveSome(tx: Tx, changed: KeptIncident[]) {
  const rows = changed.map(toRow);
  const columns = Object.keys(rows[0]).filter(column => column !== 'n');
  const written = await tx(incidents)
    .insert(rows)
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

/** Rows of incidents with the entities that they affect, in the order in which they were named. */
export async function withEntities<T>(
  reader: Reader,
  rows: any[],
  toRecord: (row: any, entityRefs: string[]) => T,
): Promise<T[]> {
  if (rows.length === 0) return [];
  const refs = new Map<number, string[]>(rows.map(row => [row.n, []]));
  for (const chunk of chunksOf([...refs.keys()])) {
    const links = await reader(entities)
      .whereIn('incident_n', chunk)
      .orderBy(['incident_n', 'position']);
    for (const link of links) refs.get(link.incident_n)!.push(link.entity_ref);
  }
  return rows.map(row => toRecord(row, refs.get(row.n)!));
}
