import type {
  DeadLetter,
  DeadLetterQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import { toInstant, withoutEmpty } from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import type { Reader, Tx } from '../platform/database';

const letters = 'incidents_dead_letters';
/** The only one there is of dead letters. */
const sort = '-receivedAt';

/** Deliveries that could not be understood. */
export const letterStore = {
  async bury(tx: Tx, letter: DeadLetter): Promise<void> {
    await tx(letters).insert({
      id: letter.id,
      integration_id: letter.integration,
      received_at: new Date(letter.receivedAt),
      reason: letter.reason,
      content_type: letter.contentType ?? null,
      body: letter.body,
    });
  },

  async listDead(
    reader: Reader,
    query: DeadLetterQuery,
  ): Promise<Page<DeadLetter>> {
    const filtered = () => {
      const rows = reader(letters);
      return query.integration
        ? rows.whereIn('integration_id', query.integration)
        : rows;
    };
    const rows = filtered()
      .orderBy([
        { column: 'received_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(query.limit + 1);
    if (query.cursor) {
      const [at, id] = fromCursor(query.cursor, sort, ['instant', 'id']);
      rows.whereRaw('(received_at, id) < (?, ?)', [new Date(Number(at)), id]);
    }
    const found: any[] = await rows;
    const [{ count }] = await filtered().count({ count: '*' });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toLetter),
      totalItems: Number(count),
      ...(found.length > query.limit && {
        nextCursor: toCursor(sort, [
          new Date(last.received_at).getTime(),
          last.id,
        ]),
      }),
    };
  },

  async countDead(reader: Reader): Promise<{ count: number; since?: string }> {
    const row: any = await reader(letters)
      .count({ count: '*' })
      .min({ since: 'received_at' })
      .first();
    return withoutEmpty({
      count: Number(row.count),
      since: row.since ? toInstant(row.since) : undefined,
    });
  },

  async find(reader: Reader, id: string): Promise<DeadLetter | undefined> {
    const row = await reader(letters).where({ id }).first();
    return row && toLetter(row);
  },

  /** The ids of an integration's, the oldest first. */
  async oldestOf(
    reader: Reader,
    integration: string,
    limit: number,
  ): Promise<string[]> {
    const rows = await reader(letters)
      .where('integration_id', integration)
      .orderBy(['received_at', 'id'])
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  },

  /** These ids, the oldest first, without those that are gone. */
  async inOrder(reader: Reader, ids: string[]): Promise<string[]> {
    const rows = await reader(letters)
      .whereIn('id', ids)
      .orderBy(['received_at', 'id'])
      .select('id');
    return rows.map(({ id }) => id);
  },

  async unbury(tx: Tx, ids: string[]): Promise<void> {
    for (const chunk of chunksOf(ids)) {
      await tx(letters).whereIn('id', chunk).delete();
    }
  },

  /** Answers how many there were of each integration. */
  async forget(
    tx: Tx,
    before: Date,
  ): Promise<Array<{ integration: string; count: number }>> {
    const old = () => tx(letters).where('received_at', '<', before);
    const rows = await old()
      .groupBy('integration_id')
      .orderBy('integration_id')
      .select('integration_id')
      .count({ count: '*' });
    await old().delete();
    return rows.map((row: any) => ({
      integration: row.integration_id,
      count: Number(row.count),
    }));
  },
};

function toLetter(row: any): DeadLetter {
  return withoutEmpty({
    id: row.id,
    integration: row.integration_id,
    receivedAt: toInstant(row.received_at),
    reason: row.reason,
    contentType: row.content_type,
    body: row.body,
  });
}
