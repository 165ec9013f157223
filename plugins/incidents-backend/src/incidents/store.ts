import type { Incident } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  canHold,
  isPostgres,
  WriteConflict,
  type Reader,
  type Tx,
} from '../platform/database';
import { writeRows, type RowWrite } from '../platform/writeRows';
import { keyOf, numberOf } from '../timeline';
import type { JoinedIncident, KeptIncident } from './keptIncident';
import { toIncident, toJoinedRow, toKept, toRow } from './rows';

export const incidentTables = {
  incidents: 'incidents_incidents',
  entities: 'incidents_incident_entities',
  causes: 'incidents_incident_causes',
  counters: 'incidents_counters',
} as const;

const { incidents, entities, causes, counters } = incidentTables;
/** What a change of an incident leaves alone. */
const setElsewhere = ['runbook_state'];

export const incidentStore = {
  /**
   * The incidents that stand in these slots or have these keys, inside a transaction held against other writers until it ends. One
   * statement, so that all writers take them in one order.
   */
  async hold(
    reader: Reader,
    wanted: { slots: string[]; keys: string[] },
  ): Promise<KeptIncident[]> {
    const { slots, keys } = wanted;
    if (slots.length + keys.length === 0) return [];
    const query = incidentRows(reader)
      .where(either =>
        either.whereIn('slot', slots).orWhereIn('n', keys.map(numberOf)),
      )
      .orderBy('n');
    if (canHold(reader)) query.forUpdate();
    return (await query).map(toKept);
  },

  /** The incidents that stand in these slots, by a look that waits for nobody. */
  async findInSlots(tx: Tx, slots: string[]): Promise<KeptIncident[]> {
    if (slots.length === 0) return [];
    const rows = await incidentRows(tx).whereIn('slot', slots).orderBy('n');
    return rows.map(toKept);
  },

  /** The open incidents of these places, whether they stand there or not; those that stand first. */
  async findOpen(reader: Reader, places: string[]): Promise<KeptIncident[]> {
    if (places.length === 0) return [];
    const rows = await incidentRows(reader)
      .whereRaw('is_open')
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
   *
   * @throws WriteConflict outside of a transaction, where nothing can be held.
   */
  async holdCounter(reader: Reader): Promise<number> {
    if (!reader.isTransaction) {
      throw new WriteConflict('a number is only given in a transaction');
    }
    const [row] = await reader(counters)
      .where('name', 'incident')
      .update({ value: reader.raw('value') })
      .returning('value');
    return Number(row.value);
  },

  /**
   * Lets these stand nowhere, so that others can take their places in the same transaction: a unique index is asked row by row, not
   * at the end.
   *
   * @throws WriteConflict outside of a transaction.
   */
  async vacate(reader: Reader, keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    if (!reader.isTransaction) {
      throw new WriteConflict('a place is only handed on in a transaction');
    }
    await reader(incidents)
      .whereIn('n', keys.map(numberOf))
      .update({ slot: null });
  },

  async setCounter(reader: Reader, value: number): Promise<void> {
    await reader(counters).where('name', 'incident').update({ value });
  },

  /** What is to be written of new and changed incidents. */
  toRows(changed: KeptIncident[]): RowWrite[] {
    const sorted = [...changed].sort(
      (a, b) => numberOf(a.incident.key) - numberOf(b.incident.key),
    );
    const added = sorted.filter(({ incident }) => incident.version === 0);
    const kept = sorted.filter(({ incident }) => incident.version > 0);
    return [
      { table: incidents, rows: added.map(toRow) },
      { table: entities, rows: added.flatMap(toEntityRows) },
      { table: causes, rows: added.flatMap(toCauseRows) },
      {
        table: incidents,
        rows: kept.map(toRow),
        replace: { key: 'n', except: setElsewhere },
      },
    ];
  },

  /** What is to be written of incidents that are only joined: their counts, as long as they still stand there and are as bad. */
  toJoinedRows(joined: JoinedIncident[]): RowWrite {
    const sorted = [...joined].sort(
      (a, b) => numberOf(a.kept.incident.key) - numberOf(b.kept.incident.key),
    );
    return {
      table: incidents,
      rows: sorted.map(toJoinedRow),
      grow: {
        key: 'n',
        add: ['alerts', 'open_alerts'],
        set: ['updated_at', 'last_alert_at'],
        unless: ['slot', 'status', 'severity_rank', 'severity_by'],
      },
    };
  },

  /** @throws WriteConflict when one has changed since it was read. */
  save: (tx: Tx, changed: KeptIncident[]) =>
    writeRows(tx, incidentStore.toRows(changed)),

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
      .whereRaw('is_open')
      .where({ status: 'mitigated', open_alerts: 0 })
      .where('mitigated_at', '<=', since)
      // Its last alert may have ended long after a person had mitigated it.
      .where('updated_at', '<=', since)
      .orderBy('n')
      .limit(limit)
      .select('n', 'version');
    return rows.map(({ n, version }) => ({ key: keyOf(n), version }));
  },
};

function toEntityRows({ incident }: KeptIncident): object[] {
  return incident.entityRefs.map((entityRef, position) => ({
    incident_n: numberOf(incident.key),
    entity_ref: entityRef,
    position,
    // The same as its own, so that the history of an entity is found without a look at each incident.
    declared_at: new Date(incident.declaredAt),
    drill: incident.drill,
  }));
}

function toCauseRows({ incident }: KeptIncident): object[] {
  return (incident.likelyBecauseOf ?? []).map(key => ({
    incident_n: numberOf(incident.key),
    cause_n: numberOf(key),
  }));
}

/** Rows of incidents, each with the entities that it affects and what it is likely because of. */
export function incidentRows(reader: Reader): Knex.QueryBuilder {
  return reader(incidents).select(
    `${incidents}.*`,
    entityRefsOf(reader),
    causesOf(reader),
  );
}

/** A column for rows of incidents: the entities that each affects, in the order in which they were named. */
export function entityRefsOf(reader: Reader): Knex.Raw {
  return reader.raw(
    `(SELECT ${listIn(
      reader,
    )}(entity_ref ORDER BY position) FROM ?? WHERE incident_n = n) AS entity_refs`,
    [entities],
  );
}

/** A column for rows of incidents: the numbers of those that each is likely because of. */
export function causesOf(reader: Reader): Knex.Raw {
  return reader.raw(
    `(SELECT ${listIn(
      reader,
    )}(cause_n ORDER BY cause_n) FROM ?? WHERE incident_n = n) AS cause_ns`,
    [causes],
  );
}

function listIn(reader: Reader): string {
  return isPostgres(reader) ? 'json_agg' : 'json_group_array';
}
