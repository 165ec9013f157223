import type {
  Actor,
  AlertReceipt,
  Delivery,
  DeliveryQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  toInstant,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { countUpTo } from '../platform/countUpTo';
import { fromCursor, toCursor } from '../platform/cursor';
import type { Reader, Tx } from '../platform/database';
import { firstIdAt, type NewId } from '../platform/identity';
import type { RowWrite } from '../platform/writeRows';
import { outcomesOf, whyMissing, type Payload } from './rules/payloads';

const table = 'incidents_payloads';
/** The only ones there are of deliveries. */
const newest = '-id';
const oldest = 'id';
/** Milliseconds after its receipt, and after its alerts have their ids, by which a delivery has one: the database may be slow. */
const latency = { ofReceipt: 60_000, ofAlerts: 10_000 };
/** So many are deleted at once, so that nobody waits for it. */
const perDeletion = 2_000;

/** All but what may be long. */
const columns = [
  ...['id', 'integration_id', 'received_at', 'content_type', 'bytes'],
  ...['became', 'remark', 'replays', 'replayed_at'],
  ...['replayed_by_type', 'replayed_by_ref'],
];

/** A delivery that was understood, with what became of its alerts. */
export type Understood = {
  integration: string;
  payload: Payload;
  receipts: AlertReceipt[];
};

/** Deliveries that are to be replayed. */
export type Wanted = {
  integration?: string;
  ids?: string[];
  from?: string;
  to?: string;
};

/** What is to be known of a delivery before its body is read. */
export type Weighed = { id: string; bytes: number };

export const payloadStore = {
  /** What is to be written of deliveries, in the order in which they came. */
  toRows(
    understood: Understood[],
    { newId, now }: { newId: NewId; now: Date },
  ): RowWrite[] {
    // Ids of one moment are in no order by themselves, and a resolve must not be replayed before its firing.
    const ids = understood.map(newId).sort();
    const rows = understood.map(({ integration, payload, receipts }, i) => ({
      id: ids[i],
      integration_id: integration,
      received_at: now,
      content_type: payload.contentType ?? null,
      bytes: payload.bytes,
      became: JSON.stringify(outcomesOf(receipts)),
      opened: openedBy(receipts),
      remark: payload.remark ?? null,
      replays: 0,
    }));
    const values = understood.map(({ payload }) => payload.body);
    return [{ table, rows, bytes: { column: 'body', values } }];
  },

  async list(
    reader: Reader,
    query: DeliveryQuery,
    opened?: { alertId: string; at: Date },
  ): Promise<Page<Delivery>> {
    const filtered = () => filterPayloads(reader(table), query, opened);
    const rows = filtered()
      .select(...columns, hasBody(reader))
      .orderBy('id', 'desc')
      .limit(query.limit + 1);
    if (query.cursor) {
      const [id] = fromCursor(query.cursor, newest, ['id']);
      rows.where('id', '<', id);
    }
    const [found, total] = await Promise.all([
      rows,
      countUpTo(reader, filtered()),
    ]);
    const shown = found.slice(0, query.limit);
    return {
      items: shown.map(toDelivery),
      ...total,
      ...(found.length > query.limit && {
        nextCursor: toCursor(newest, [shown.at(-1).id]),
      }),
    };
  },

  async find(
    reader: Reader,
    id: string,
  ): Promise<{ delivery: Delivery; body?: Buffer } | undefined> {
    const row = await reader(table)
      .where({ id })
      .first(...columns, hasBody(reader), 'body');
    return row && { delivery: toDelivery(row), body: row.body ?? undefined };
  },

  /** The oldest first; `nextCursor` when there are more than `limit`. */
  async choose(
    reader: Reader,
    wanted: Wanted,
    page: { limit: number; cursor?: string },
  ): Promise<Weighed[]> {
    const rows = filterPayloads(reader(table), {
      ...wanted,
      integration: wanted.integration ? [wanted.integration] : undefined,
    })
      .orderBy('id')
      .limit(page.limit)
      .select('id', 'bytes');
    if (wanted.ids) rows.whereIn('id', wanted.ids);
    if (page.cursor) {
      const [id] = fromCursor(page.cursor, oldest, ['id']);
      rows.where('id', '>', id);
    }
    return rows;
  },

  /** Where {@link payloadStore.choose} goes on after this one. */
  cursorAfter: (id: string) => toCursor(oldest, [id]),

  /** Remembers that one is replayed; answers how often that makes it, or nothing when it is gone. */
  async markReplayed(
    tx: Tx,
    id: string,
    by: { actor: Actor; at: Date },
  ): Promise<number | undefined> {
    const [marked] = await tx(table)
      .where({ id })
      .update({
        replays: tx.raw('replays + 1'),
        replayed_at: by.at,
        replayed_by_type: by.actor.type,
        replayed_by_ref: by.actor.ref,
      })
      .returning('replays');
    return marked && Number(marked.replays);
  },

  /** Deletes some of those from before; answers whether there may be more. */
  async forgetSome(tx: Tx, before: Date): Promise<boolean> {
    const some = tx(table)
      .where('id', '<', firstIdAt(before))
      .orderBy('id')
      .limit(perDeletion)
      .select('id');
    const gone = await tx(table).whereIn('id', some).delete();
    return gone === perDeletion;
  },
};

/** Nobody looks inside. The ids are apart, so that one is never found in the middle of two. */
function openedBy(receipts: AlertReceipt[]): string | null {
  const ids = receipts.flatMap(({ became, alertId }) =>
    became === 'opened' && alertId ? [alertId] : [],
  );
  return ids.length > 0 ? ids.join(' ') : null;
}

function hasBody(reader: Reader): Knex.Raw {
  return reader.raw('CASE WHEN body IS NULL THEN 0 ELSE 1 END AS has_body');
}

function filterPayloads(
  rows: Knex.QueryBuilder,
  query: Pick<DeliveryQuery, 'integration' | 'from' | 'to'>,
  opened?: { alertId: string; at: Date },
): Knex.QueryBuilder {
  if (query.integration) rows.whereIn('integration_id', query.integration);
  if (query.from) {
    const from = new Date(query.from);
    rows.where('id', '>=', firstIdAt(from)).where('received_at', '>=', from);
  }
  if (query.to) {
    const to = new Date(query.to);
    rows
      .where('id', '<', firstIdAt(later(to, latency.ofReceipt)))
      .where('received_at', '<', to);
  }
  if (opened) {
    const { alertId, at } = opened;
    rows
      .where('id', '>=', firstIdAt(at))
      .where('id', '<', firstIdAt(later(at, latency.ofAlerts)))
      .whereRaw('opened LIKE ?', [`%${alertId}%`]);
  }
  return rows;
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

function toDelivery(row: any): Delivery {
  return withoutEmpty({
    id: row.id,
    integration: row.integration_id,
    receivedAt: toInstant(row.received_at),
    contentType: row.content_type,
    size: row.bytes,
    bodyMissing: Number(row.has_body) ? undefined : whyMissing(row.bytes),
    became: JSON.parse(row.became),
    remark: row.remark,
    replays: row.replays,
    replayedAt: toOptionalInstant(row.replayed_at),
    replayedBy: row.replayed_by_ref
      ? { type: row.replayed_by_type, ref: row.replayed_by_ref }
      : undefined,
  });
}
