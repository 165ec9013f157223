import { chunksOf } from '../platform/chunksOf';
import type { Reader, Tx } from '../platform/database';
import type { RowWrite } from '../platform/writeRows';

const deliveries = 'incidents_deliveries';

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

  /** When it was received last, if that is remembered. */
  async findReceived(
    reader: Reader,
    { integration, key }: Pick<DeliveryKey, 'integration' | 'key'>,
  ): Promise<Date | undefined> {
    const row = await reader(deliveries)
      .where({ integration_id: integration, delivery_key: key })
      .first('received_at');
    return row && new Date(row.received_at);
  },

  async forget(tx: Tx, before: Date): Promise<void> {
    await tx(deliveries).where('received_at', '<', before).delete();
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
