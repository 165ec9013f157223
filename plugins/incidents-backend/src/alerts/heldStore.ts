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

  /**
   * An alert, and with it those of its entity for which an incident was suggested and that still fire, the latest `most` of them.
   * The alert alone, when it has no entity.
   */
  async suggestedWith(tx: Tx, id: string, most: number): Promise<KeptAlert[]> {
    const entityOf = tx(table).where({ id }).select('entity_ref');
    const others: Array<{ id: string }> = await tx(table)
      .whereRaw("triage_outcome = 'suggested' AND status <> 'resolved'")
      .where('entity_ref', entityOf)
      .orderBy('id', 'desc')
      .limit(most)
      .select('id');
    const ids = [...new Set([id, ...others.map(other => other.id)])];
    const query = tx(table)
      .whereIn('id', ids)
      // As ingestion takes them, so that the two wait for each other instead of deadlocking.
      .orderBy('id');
    if (canHold(tx)) query.forUpdate();
    const held: KeptAlert[] = (await query).map(toKept);
    // One may have been decided about while this waited.
    return held.filter(
      ({ alert }) =>
        alert.id === id ||
        (alert.triage.outcome === 'suggested' && alert.status !== 'resolved'),
    );
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
