import { NotFoundError } from '@backstage/errors';
import type {
  Delivery,
  DeliveryDetail,
  DeliveryQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { Database } from '../platform/database';
import { madeAt } from '../platform/identity';
import { payloadStore } from './payloadStore';
import { alertStore } from './store';

type Deps = { database: Database };

/** Deliveries that were understood and are kept, newest first. */
export async function listDeliveries(
  { database: { read } }: Deps,
  query: DeliveryQuery,
): Promise<Page<Delivery>> {
  if (!query.alert) return payloadStore.list(read, query);
  const alert = await alertStore.find(read, query.alert);
  const at = alert && madeAt(alert.id);
  if (!at) return { items: [], totalItems: 0 };
  return payloadStore.list(
    read,
    { ...query, integration: [alert.integration] },
    { alertId: alert.id, at },
  );
}

/** @throws NotFoundError when it was never kept, or is not any more. */
export async function readDelivery(
  { database }: Deps,
  id: string,
): Promise<DeliveryDetail> {
  const kept = await payloadStore.find(database.read, id);
  if (!kept) throw new NotFoundError(`There is no delivery ${id}`);
  const { delivery, body } = kept;
  // Whatever is no text shows as such; a replay reads the bytes.
  return body ? { ...delivery, body: body.toString('utf8') } : delivery;
}
