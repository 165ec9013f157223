import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Actor,
  AlertReceipt,
  Delivery as KeptDelivery,
  ReplayDeliveries,
  ReplayDeliveriesReply,
  ReplayedDelivery,
} from 'backstage-plugin-incidents-common';
import { rehearse } from '../platform/rehearse';
import {
  ingestHolding,
  prepareWork,
  type Delivery,
  type IngestDeps,
} from './ingestSignals';
import { payloadStore } from './payloadStore';
import { readStored, type ReadAgain } from './readStored';
import { isTransient } from './refuseDelivery';
import { outcomesOf } from './rules/payloads';
import { takePortion } from './rules/takePortion';
import type { AlertSettings } from './settings';

/** Deliveries that one call looks at. */
const most = 500;
/** Alerts of a delivery of which a reply tells. */
const shown = 5;

export type ReplayDeps = IngestDeps & {
  settings: AlertSettings;
  logger: LoggerService;
};

/** A delivery in its turn, as it is read today. */
type Turn = { delivery: KeptDelivery; read: ReadAgain | { failure: string } };

/**
 * Reads deliveries again by the sources, the config and the rules of today, the oldest first and one after the other, so that a resolve
 * does not come before its firing. Each is committed by itself, and none is committed in a preview.
 *
 * @throws ServiceUnavailableError and the like when the database is away; what was replayed until then stays so.
 */
export async function replayDeliveries(
  deps: ReplayDeps,
  wanted: ReplayDeliveries,
  actor: Actor,
): Promise<ReplayDeliveriesReply> {
  const { preview = false, cursor } = wanted;
  const reader = deps.database.read;
  const found = await payloadStore.choose(reader, wanted, {
    ...{ limit: most + 1, cursor },
  });
  const { ids, hasMore } = takePortion(found, most);
  const items = preview
    ? await previewAll(deps, ids, actor)
    : await replayInTurn(deps, ids, actor);
  const known = new Set(found.map(({ id }) => id));
  const gone =
    'ids' in wanted && !cursor ? wanted.ids.filter(id => !known.has(id)) : [];
  const lastId = ids.at(-1);
  return {
    ...{ preview, items, gone },
    ...(hasMore && lastId && { nextCursor: payloadStore.cursorAfter(lastId) }),
  };
}

async function takeTurn(
  { database, settings }: ReplayDeps,
  id: string,
  actor: Actor,
): Promise<Turn | undefined> {
  const kept = await payloadStore.find(database.read, id);
  return (
    kept && {
      delivery: kept.delivery,
      read: readStored(settings, kept, actor),
    }
  );
}

async function replayInTurn(
  deps: ReplayDeps,
  ids: string[],
  actor: Actor,
): Promise<ReplayedDelivery[]> {
  const items: ReplayedDelivery[] = [];
  for (const id of ids) {
    // One at a time: their bodies may be large.
    const turn = await takeTurn(deps, id, actor);
    const item = turn && (await replayOne(deps, turn, actor));
    if (item) items.push(item);
  }
  return items;
}

/** Answers nothing when it is not kept any more. */
async function replayOne(
  deps: ReplayDeps,
  { delivery, read }: Turn,
  actor: Actor,
): Promise<ReplayedDelivery | undefined> {
  if ('failure' in read) return failed(delivery, read.failure);
  const { id } = delivery;
  try {
    const work = await prepareWork(deps, [keyed(read, '')]);
    const receipts = await deps.database.write(async tx => {
      const by = { actor, at: work.now };
      const n = await payloadStore.markReplayed(tx, id, by);
      if (n === undefined) return undefined;
      const deliveries = [keyed(work.deliveries[0], `replay:${id}:${n}`)];
      return (await ingestHolding(deps, { ...work, deliveries }, tx))[0];
    });
    return receipts && done(delivery, read, receipts);
  } catch (error) {
    if (isTransient(error)) throw error;
    deps.logger.error(`Delivery ${id} could not be replayed`, error as Error);
    return failed(delivery, 'It could not be written');
  }
}

/** Does all of it in one transaction, since the later ones must see what the earlier ones did, and undoes it. */
async function previewAll(
  deps: ReplayDeps,
  ids: string[],
  actor: Actor,
): Promise<ReplayedDelivery[]> {
  const turns: Turn[] = [];
  for (const id of ids) {
    const turn = await takeTurn(deps, id, actor);
    if (turn) turns.push(turn);
  }
  const understood = turns.flatMap(({ read }, i) =>
    'failure' in read ? [] : [keyed(read, `preview:${i}:${deps.newId()}`)],
  );
  const work = await prepareWork(deps, understood);
  const receipts = await rehearse(deps.database, tx =>
    ingestHolding(deps, work, tx),
  );
  return turns.map(({ delivery, read }) =>
    'failure' in read
      ? failed(delivery, read.failure)
      : done(delivery, read, receipts.shift()!.map(withoutUnborn)),
  );
}

function keyed<T extends ReadAgain>(read: T, key: string): T & Delivery {
  return { ...read, key };
}

/** An alert that was only rehearsed has an id that leads nowhere. */
function withoutUnborn(receipt: AlertReceipt): AlertReceipt {
  if (receipt.became !== 'opened') return receipt;
  const { alertId, ...rest } = receipt;
  return rest;
}

function done(
  { id, integration, receivedAt }: KeptDelivery,
  { remark }: ReadAgain,
  receipts: AlertReceipt[],
): ReplayedDelivery {
  const why = receipts.length === 0 ? remark ?? 'It brings no alert' : remark;
  return {
    ...{ id, integration, receivedAt, became: outcomesOf(receipts) },
    alerts: receipts.slice(0, shown),
    ...(why && { remark: why }),
  };
}

function failed(
  { id, integration, receivedAt }: KeptDelivery,
  failure: string,
): ReplayedDelivery {
  return {
    ...{ id, integration, receivedAt, became: {}, alerts: [], failure },
  };
}
