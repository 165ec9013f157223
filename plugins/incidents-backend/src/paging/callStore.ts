import type { Actor } from 'backstage-plugin-incidents-common';
import { toInstant } from '../platform/columns';
import { canHold, type Reader, type Tx } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';
import { keyOf, numberOf } from '../timeline';
import type { CallKind, PageCall } from './incidentPort';

const table = 'incidents_page_calls';

export const callStore = {
  /** What is to be written together with the incidents; they are heard once that is committed. */
  toRows(calls: PageCall[], at: Date): RowWrite[] {
    const rows = calls.map(({ incidentKey, kind, actor }) => ({
      incident_n: numberOf(incidentKey),
      kind,
      actor_type: actor.type,
      actor_ref: actor.ref,
      at,
    }));
    return [{ table, rows }];
  },

  /** Incidents that somebody is to be called for, or no more; those that wait longest first. */
  async waitingKeys(reader: Reader, limit: number): Promise<string[]> {
    const rows = await reader(table)
      .groupBy('incident_n')
      .min({ first: 'seq' })
      .select('incident_n')
      .orderBy('first')
      .limit(limit);
    return rows.map((row: any) => keyOf(row.incident_n));
  },

  /** Takes all that waits for an incident, in order, held against other replicas until `tx` ends. */
  async take(tx: Tx, incidentKey: string): Promise<PageCall[]> {
    const query = tx(table)
      .where('incident_n', numberOf(incidentKey))
      .orderBy('seq');
    if (canHold(tx)) query.forUpdate();
    const rows: any[] = await query;
    const seqs = rows.map(({ seq }) => seq);
    await tx(table).whereIn('seq', seqs).delete();
    return rows.map(row => ({
      incidentKey,
      kind: row.kind as CallKind,
      actor: { type: row.actor_type, ref: row.actor_ref } as Actor,
    }));
  },

  async waiting(reader: Reader): Promise<{ count: number; since?: string }> {
    const [{ count, since }] = await reader(table)
      .count({ count: '*' })
      .min({ since: 'at' });
    return {
      count: Number(count),
      ...(since !== null && { since: toInstant(since) }),
    };
  },
};
