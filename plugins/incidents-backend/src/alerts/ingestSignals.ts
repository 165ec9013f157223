import type { AlertReceipt } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import { hashOf, type NewId } from '../platform/identity';
import type { Severities } from '../severity';
import type { Timeline } from '../timeline';
import { AlertLedger } from './alertLedger';
import { deliveryStore, nameOf } from './deliveryStore';
import { prepareRoutes } from './prepareRoutes';
import { tidySignal } from './rules/tidySignal';
import type { Integration } from './settings';
import { alertStore } from './store';
import type { TriageAlerts } from './triagePort';

/**
 * Milliseconds within which equal bytes are one delivery sent again. Senders retry within minutes; a monitor's reminder that an
 * alert still fires comes after an hour or more (Alertmanager's `repeat_interval` is four), and may be equal to the byte.
 */
const sameBytesAre = 10 * 60 * 1000;

/** A delivery that was found genuine and understood. */
export type Delivery = {
  integration: Integration;
  signals: AlertSignal[];
  /** The vendor's own id of the delivery, else a hash of its bytes. */
  key: string;
  /** Whether the vendor gave `key`: then a repetition is certain, and nothing of it is looked at. */
  keyIsVendors: boolean;
};

export type IngestDeps = {
  database: Database;
  catalog: Catalog;
  severities: Severities;
  timeline: Timeline;
  triage: TriageAlerts;
  clock: { now(): Date };
  newId: NewId;
  nameLabels: string[];
};

/**
 * Writes what deliveries say, all in one transaction: alerts, incidents and timeline commit together or not at all. The work may
 * run again when another writer was faster, so each attempt keeps a ledger of its own.
 */
export async function ingestSignals(
  deps: IngestDeps,
  received: Delivery[],
): Promise<AlertReceipt[][]> {
  const now = deps.clock.now();
  const deliveries = received.map(delivery => ({
    ...delivery,
    signals: delivery.signals.map(signal => tidySignal(signal, now, hashOf)),
  }));
  const routes = await prepareRoutes(deps, deliveries);
  return deps.database.write(async tx => {
    const keys = deliveries.map(({ integration, key, keyIsVendors }) => ({
      integration: integration.id,
      key,
      isVendors: keyIsVendors,
    }));
    const sameUntil = new Date(now.getTime() - sameBytesAre);
    const fresh = await deliveryStore.claim(tx, keys, { now, sameUntil });
    const known = await alertStore.findCurrent(tx, identitiesOf(deliveries));
    const ledger = new AlertLedger(known, { ...deps, routes, now });
    const folded = deliveries.map(delivery => {
      const name = nameOf({
        integration: delivery.integration.id,
        key: delivery.key,
      });
      // The same delivery twice in one commit: `delete` makes the second a repetition too.
      const repeated = !fresh.delete(name);
      return delivery.signals.map(signal =>
        ledger.enter(delivery, signal, repeated),
      );
    });
    const { answers, because } = await deps.triage(tx, ledger.changes(), {
      ...{ now, index: routes.index },
    });
    ledger.settle(answers);
    await alertStore.retire(tx, ledger.retired());
    await alertStore.save(tx, ledger.touched());
    await deps.timeline.record(tx, [...ledger.entries(), ...because], now);
    return folded.map(receipts => receipts.map(receipt => receipt()));
  });
}

function identitiesOf(deliveries: Delivery[]) {
  const byName = new Map(
    deliveries.flatMap(({ integration, signals }) =>
      signals.map(({ fingerprint }) => [
        nameOf({ integration: integration.id, key: fingerprint }),
        { integration: integration.id, fingerprint },
      ]),
    ),
  );
  return [...byName.values()];
}
