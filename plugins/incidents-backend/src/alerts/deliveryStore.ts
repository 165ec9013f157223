import type {
  DeadLetter,
  DeadLetterQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import { chunksOf } from '../platform/chunksOf';
import { toInstant, withoutEmpty } from '../platform/columns';
import { fromCursor, toCursor } from '../platform/cursor';
import type { Reader, Tx } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';

const deliveries = 'incidents_deliveries';
const letters = 'incidents_dead_letters';
/** The only one there is of dead letters. */
const sort = '-receivedAt';

export type DeliveryKey = {
  integration: string;
  key: string;
  /** The vendor's own id; else a hash of the bytes. */
  isVendors: boolean;
};

export const deliveryStore = {
  /**
   * Remembers deliveries; answers those that were new. Of two replicas that receive the same one, the second waits here until
   * the first has committed. Equal bytes that come after `sameUntil` are a reminder, not a repetition, and count as new.
   */
  async claim(
    tx: Tx,
    keys: DeliveryKey[],
    times: { now: Date; sameUntil: Date },
  ): Promise<Set<string>> {
    const fresh = new Set<string>();
    for (const isVendors of [true, false]) {
      const rows = keys
        .filter(key => key.isVendors === isVendors)
        .map(({ integration, key }) => ({
          integration_id: integration,
          delivery_key: key,
          received_at: times.now,
        }));
      for (const chunk of chunksOf(onceEach(rows))) {
        const insert = tx(deliveries)
          .insert(chunk)
          .onConflict(['integration_id', 'delivery_key']);
        const claimed = await (isVendors
          ? insert.ignore()
          : insert
              .merge(['received_at'])
              .where(`${deliveries}.received_at`, '<', times.sameUntil)
        ).returning(['integration_id', 'delivery_key']);
        for (const row of claimed) fresh.add(nameOfRow(row));
      }
    }
    return fresh;
  },

  /** What is to be written of new deliveries. */
  toRows(keys: DeliveryKey[], now: Date): RowWrite[] {
    const rows = keys.map(({ integration, key }) => ({
      integration_id: integration,
      delivery_key: key,
      received_at: now,
    }));
    return [{ table: deliveries, rows: onceEach(rows) }];
  },

  async forget(tx: Tx, before: Date): Promise<void> {
    await tx(deliveries).where('received_at', '<', before).delete();
    await tx(letters).where('received_at', '<', before).delete();
  },

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
};

type DeliveryRow = { integration_id: string; delivery_key: string };

function nameOfRow(row: DeliveryRow): string {
  return nameOf({ integration: row.integration_id, key: row.delivery_key });
}

/** One row per key, in one order for all writers: PostgreSQL refuses to touch a row twice in one statement. */
function onceEach<T extends DeliveryRow>(rows: T[]): T[] {
  const byName = new Map(rows.map(row => [nameOfRow(row), row]));
  return [...byName.keys()].sort().map(name => byName.get(name)!);
}

export function nameOf({
  integration,
  key,
}: Pick<DeliveryKey, 'integration' | 'key'>): string {
  return `${integration}\n${key}`;
}

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
