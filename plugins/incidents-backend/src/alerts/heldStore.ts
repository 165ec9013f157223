import type { Alert } from 'backstage-plugin-incidents-common';
import { canHold, type Reader, type Tx } from '../platform/database';
import { numberOf } from '../timeline';
import { toKept, type KeptAlert } from './store';

const table = 'incidents_alerts';

/** How many of the latest a guess is made from. */
const mostBound = 50;

/** Alerts that a person is about to change: inside a transaction held against other writers until it ends. */
export const heldStore = {
  async byId(tx: Tx, id: string): Promise<KeptAlert | undefined> {
    const query = tx(table).where({ id });
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toKept)[0];
  },

  async ofIncident(tx: Tx, incidentKey: string): Promise<KeptAlert[]> {
    const query = tx(table)
      .where('incident_n', numberOf(incidentKey))
      // As ingestion takes them, so that the two wait for each other instead of deadlocking.
      .orderBy('id');
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toKept);
  },

  /** The alerts of an integration that people gave an entity, latest first; no more than a guess needs. */
  async boundLately(reader: Reader, integration: string): Promise<Alert[]> {
    const rows = await reader(table)
      // Not a binding: the index is for this word.
      .whereRaw("routed_by = 'person'")
      .where('integration_id', integration)
      .orderBy('started_at', 'desc')
      .limit(mostBound);
    return rows.map((row: any) => toKept(row).alert);
  },
};
