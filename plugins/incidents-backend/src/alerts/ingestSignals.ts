import type { AlertReceipt } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import {
  afterCommit,
  isConflict,
  isPostgres,
  type Database,
  type Reader,
  type Tx,
} from '../platform/database';
import { hashOf, type NewId } from '../platform/identity';
import type { Timeline } from '../timeline';
import { AlertLedger } from './alertLedger';
import { deliveryStore, nameOf, type DeliveryKey } from './deliveryStore';
import { currentHolds, type HoldDeps } from './holds';
import { letterStore } from './letterStore';
import { lookAtOnce } from './sightStore';
import { prepareRoutes, type RouteDeps, type Routes } from './prepareRoutes';
import { payloadStore } from './payloadStore';
import { asReplayed, type Replay } from './rules/asReplayed';
import { changesNothing, type Payload } from './rules/payloads';
import type { Holds } from './rules/holdOf';
import { tidySignal } from './rules/tidySignal';
import type { Integration } from './settings';
import { alertStore, type KeptAlert } from './store';
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
  /** The dead letter that it was until now; gone in the moment in which this is committed. */
  letter?: string;
  /** What is kept of it, if anything is. */
  payload?: Payload;
  /** The delivery that came once and is read again; alone in its commit. */
  replay?: Replay;
};

export type IngestDeps = RouteDeps &
  HoldDeps & {
    database: Database;
    timeline: Timeline;
    triage: TriageAlerts;
    clock: { now(): Date };
    newId: NewId;
  };

/** Deliveries, with all that must be known before a transaction begins. */
export type Work = {
  deliveries: Delivery[];
  routes: Routes;
  holds: Holds;
  now: Date;
};

/**
 * Writes what deliveries say: alerts, incidents and timeline commit together or not at all. The work may run again when another
 * writer was faster, so each attempt keeps a ledger of its own.
 */
export async function ingestSignals(
  deps: IngestDeps,
  received: Delivery[],
): Promise<AlertReceipt[][]> {
  const work = await prepareWork(deps, received);
  const mayTry =
    isPostgres(deps.database.read) && lettersOf(work.deliveries).length === 0;
  return (
    (mayTry && (await ingestAtOnce(deps, work))) ||
    deps.database.write(tx => ingestHolding(deps, work, tx))
  );
}

export async function prepareWork(
  deps: IngestDeps,
  received: Delivery[],
): Promise<Work> {
  const now = deps.clock.now();
  const deliveries = received.map(delivery => ({
    ...delivery,
    signals: delivery.signals.map(signal => tidySignal(signal, now, hashOf)),
  }));
  const routes = await prepareRoutes(deps, deliveries);
  const holds = await currentHolds(deps, routes.index);
  return { deliveries, routes, holds, now };
}

/** Holds what it reads until it is written. */
export async function ingestHolding(
  deps: IngestDeps,
  work: Work,
  tx: Tx,
): Promise<AlertReceipt[][]> {
  const { deliveries, now } = work;
  const fresh = await deliveryStore.claim(tx, keysOf(deliveries), {
    ...{ now, sameUntil: sameUntil(now) },
  });
  const alerts = await alertStore.findCurrent(tx, identitiesOf(deliveries));
  const decided = await decide(deps, work, { reader: tx, fresh, alerts });
  await alertStore.retire(tx, decided.retired);
  await letterStore.unbury(tx, lettersOf(deliveries));
  await deps.timeline.record(tx, decided.entries, now, decided.rows);
  afterCommit(tx, () => decided.after('written'));
  return decided.receipts();
}

/**
 * Reads without holding anything and writes in one statement, which is refused when another writer was faster: a third of the
 * journeys to the database, and nobody waits for rows meanwhile. Answers nothing when that will not do: others are at the same
 * rows, a number is to be given, or an episode to be replaced.
 */
async function ingestAtOnce(
  deps: IngestDeps,
  work: Work,
): Promise<AlertReceipt[][] | undefined> {
  const { deliveries, now } = work;
  const reader = deps.database.read;
  const keys = keysOf(deliveries);
  const sight = await lookAtOnce(reader, keys, identitiesOf(deliveries));
  const { received, alerts } = sight;
  const isReminder = [...received.values()].some(at => at < sameUntil(now));
  if (isReminder) return undefined;
  const claims = keys.filter(key => !received.has(nameOf(key)));
  const fresh = new Set(claims.map(nameOf));
  const decided = await unlessRefused(
    decide(deps, work, { reader, fresh, alerts }),
  );
  if (!decided || decided.retired.length > 0) return undefined;
  const written = await unlessRefused(
    deps.timeline.recordAtOnce(decided.entries, now, [
      ...deliveryStore.toRows(claims, now),
      ...decided.rows,
    ]),
  );
  decided.after(written ? 'written' : 'refused');
  return written && decided.receipts();
}

/** What comes of it, or nothing when another writer was faster. */
async function unlessRefused<T>(attempt: Promise<T>): Promise<T | undefined> {
  try {
    return await attempt;
  } catch (error) {
    if (isConflict(error)) return undefined;
    throw error;
  }
}

async function decide(
  deps: IngestDeps,
  { deliveries, routes, holds, now }: Work,
  from: { reader: Reader; fresh: Set<string>; alerts: KeptAlert[] },
) {
  const ledger = new AlertLedger(from.alerts, {
    ...{ ...deps, routes, holds, now },
  });
  const folded = deliveries.map(delivery => {
    // The same delivery twice in one commit: `delete` makes the second a repetition too.
    const repeated = !from.fresh.delete(nameOf(keyOf(delivery)));
    const enter = delivery.signals.map(signal =>
      ledger.enter(delivery, signal, repeated),
    );
    return { repeated, enter };
  });
  const replay = deliveries.find(delivery => delivery.replay)?.replay;
  const { answers, because, rows, after } = await deps.triage(
    from.reader,
    ledger.changes(),
    { now, index: routes.index, actor: replay?.actor },
  );
  ledger.settle(answers);
  const entries = [...ledger.entries(), ...because];
  const receipts = folded.map(({ enter }) => enter.map(receipt => receipt()));
  const kept = deliveries.flatMap(({ payload, integration }, i) => {
    const isNews = !folded[i].repeated || !changesNothing(receipts[i]);
    return payload && isNews
      ? [{ ...{ payload, integration: integration.id }, receipts: receipts[i] }]
      : [];
  });
  return {
    retired: ledger.retired(),
    entries: replay ? entries.map(entry => asReplayed(entry, replay)) : entries,
    rows: [
      ...rows,
      ...alertStore.toRows(ledger.touched()),
      ...payloadStore.toRows(kept, { newId: deps.newId, now }),
    ],
    after,
    receipts: () => receipts,
  };
}

function sameUntil(now: Date): Date {
  return new Date(now.getTime() - sameBytesAre);
}

function lettersOf(deliveries: Delivery[]): string[] {
  return deliveries.flatMap(({ letter }) => letter ?? []);
}

function keysOf(deliveries: Delivery[]): DeliveryKey[] {
  return deliveries.map(keyOf);
}

function keyOf({ integration, key, keyIsVendors }: Delivery): DeliveryKey {
  return { integration: integration.id, key, isVendors: keyIsVendors };
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
