import { toOptionalInstant, withoutEmpty } from '../platform/columns';
import { canHold, type Reader, type Tx } from '../platform/database';
import { toKept, type KeptAlert } from './rows';

const table = 'incidents_alerts';

/** Alerts that flap. */
export const flappingStore = {
  /** Whether one has been calm for long enough. */
  async hasCalm(reader: Reader, now: Date): Promise<boolean> {
    return (await calm(reader, now).first('id')) !== undefined;
  },

  /** Those, held against other writers until `tx` ends. */
  async holdCalm(tx: Tx, now: Date, limit: number): Promise<KeptAlert[]> {
    // As ingestion takes them, so that the two wait for each other instead of deadlocking.
    const query = calm(tx, now).orderBy('id').limit(limit);
    if (canHold(tx)) query.forUpdate();
    return (await query).map(toKept);
  },

  /** How many have been calm for long enough and are held on, and since when. */
  async countOverdue(
    reader: Reader,
    now: Date,
  ): Promise<{ count: number; since?: string }> {
    const row: any = await calm(reader, now)
      .count({ count: '*' })
      .min({ since: 'calm_at' })
      .first();
    return withoutEmpty({
      count: Number(row.count),
      since: toOptionalInstant(row.since),
    });
  },
};

function calm(reader: Reader, now: Date) {
  return reader(table).where('calm_at', '<=', now);
}
