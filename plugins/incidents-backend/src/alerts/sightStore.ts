import type { Reader } from '../platform/database';
import { prepared } from '../platform/prepared';
import { nameOf, type DeliveryKey } from './deliveryStore';
import { toKept, type Identity, type KeptAlert } from './store';

/** What is known of deliveries and of the alerts in them, as it was at one moment. */
export type Sight = {
  /** When deliveries were received before, by name; those that were not are left out. */
  received: Map<string, Date>;
  alerts: KeptAlert[];
};

// `LATERAL` and `LIMIT` make it one step in an index for each, however little PostgreSQL knows yet of a table that grows fast.
const look = `
  SELECT
    (SELECT json_agg(found)
      FROM json_to_recordset(?) AS asked(integration text, key text),
      LATERAL (
        SELECT integration_id, delivery_key, received_at FROM incidents_deliveries
        WHERE integration_id = asked.integration AND delivery_key = asked.key LIMIT 1
      ) found) AS deliveries,
    (SELECT json_agg(found)
      FROM json_to_recordset(?) AS asked(integration text, fingerprint text),
      LATERAL (
        SELECT * FROM incidents_alerts
        WHERE integration_id = asked.integration AND fingerprint = asked.fingerprint AND is_current LIMIT 1
      ) found) AS alerts`;

/** Looks all of it up in one journey to PostgreSQL, and holds nothing. */
export async function lookAtOnce(
  reader: Reader,
  keys: DeliveryKey[],
  identities: Identity[],
): Promise<Sight> {
  const { rows } = await prepared(reader, look, [
    JSON.stringify(keys),
    JSON.stringify(identities),
  ]);
  const { deliveries, alerts } = rows[0];
  return {
    received: new Map(
      (deliveries ?? []).map((row: any) => [
        nameOf({ integration: row.integration_id, key: row.delivery_key }),
        new Date(row.received_at),
      ]),
    ),
    alerts: (alerts ?? []).map(toKept),
  };
}
