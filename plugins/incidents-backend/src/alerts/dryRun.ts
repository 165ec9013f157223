import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  DryRun,
  DryRunReply,
} from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { rehearse } from '../platform/rehearse';
import { deliveryStore } from './deliveryStore';
import {
  ingestHolding,
  prepareWork,
  type Delivery,
  type IngestDeps,
  type Work,
} from './ingestSignals';
import { heartbeatsId, heartbeatsIntegration } from './heartbeatSource';
import { letterStore } from './letterStore';
import { payloadStore } from './payloadStore';
import { readStored } from './readStored';
import { countChanges } from './rules/flapping';
import { requestOf, unreadable } from './rules/letters';
import { severityWord } from './rules/severityWord';
import { stepsOf } from './rules/stepsOf';
import type { AlertSettings, Integration } from './settings';
import { alertStore } from './store';
import type { ExplainTriage } from './triagePort';
import { understand } from './understandDelivery';

/** Alerts of a delivery whose way is told. */
const shown = 20;

export type DryRunDeps = IngestDeps & {
  settings: AlertSettings;
  explain: ExplainTriage;
};

/** A delivery that is to be rehearsed, or why it would be refused. */
type Script = (Delivery & { remark?: string }) | { remark: string };

/**
 * What a delivery would do if it came now: does it, tells each step, and undoes it. One that was received before is taken for new,
 * with a remark; an alert is taken as if it fired for the first time, and a delivery that is kept as if it were replayed.
 *
 * @throws NotFoundError when there is no such integration, dead letter, delivery or alert.
 */
export async function dryRun(
  deps: DryRunDeps,
  wanted: DryRun,
): Promise<DryRunReply> {
  const script = await scriptOf(deps, wanted);
  if (!('signals' in script)) return { ...script, alerts: [] };
  const { remark, ...delivery } = script;
  if (delivery.signals.length === 0) {
    return { remark: remark ?? 'The delivery brings no alert', alerts: [] };
  }
  const received = await deliveryStore.findReceived(deps.database.read, {
    integration: delivery.integration.id,
    key: delivery.key,
  });
  const rehearsed = { ...delivery, key: `dry-run-${deps.newId()}` };
  const work = await prepareWork(deps, [rehearsed]);
  const alerts = await rehearse(deps.database, tx =>
    perform(deps, tx, { work, isNew: 'alert' in wanted }),
  );
  const remarks = remarksOn(delivery, received);
  return remarks ? { remark: remarks, alerts } : { alerts };
}

async function perform(
  deps: DryRunDeps,
  tx: Tx,
  { work, isNew }: { work: Work; isNew: boolean },
): Promise<DryRunReply['alerts']> {
  const [{ integration, signals }] = work.deliveries;
  if (isNew) await setAside(tx, work);
  const [receipts] = await ingestHolding(deps, work, tx);
  const steps: DryRunReply['alerts'] = [];
  for (const [i, receipt] of receipts.slice(0, shown).entries()) {
    const kept =
      receipt.alertId === undefined
        ? undefined
        : await alertStore.findKept(tx, receipt.alertId);
    const alert = kept?.alert;
    const { entityRef } = alert ?? {};
    const { flapping } = integration;
    const { severities } = deps;
    const word = severityWord(signals[i], severities.labels);
    const scheme = severities.schemeFor(entityRef, work.routes.index);
    steps.push(
      stepsOf(
        {
          ...{ integration, receipt, alert, word, scheme },
          signal: signals[i],
          changes: kept && flapping && countChanges(kept, flapping),
        },
        alert && deps.explain(alert, work.routes.index),
      ),
    );
  }
  return steps;
}

/** Lets the open episodes of these fingerprints step back, so that another begins. */
async function setAside(tx: Tx, { deliveries }: Work): Promise<void> {
  const identities = deliveries.flatMap(({ integration, signals }) =>
    signals.map(({ fingerprint }) => ({
      integration: integration.id,
      fingerprint,
    })),
  );
  const current = await alertStore.findCurrent(tx, identities);
  await alertStore.retire(
    tx,
    current.map(({ alert }) => alert.id),
  );
}

async function scriptOf(deps: DryRunDeps, wanted: DryRun): Promise<Script> {
  if ('alert' in wanted) return scriptOfAlert(deps, wanted.alert);
  if ('deadLetter' in wanted) return scriptOfLetter(deps, wanted.deadLetter);
  if ('delivery' in wanted) return scriptOfDelivery(deps, wanted.delivery);
  const rawBody = Buffer.from(wanted.body, 'utf8');
  return read(integrationOf(deps, wanted.integration), {
    rawBody,
    headers: {},
  });
}

async function scriptOfLetter(deps: DryRunDeps, id: string): Promise<Script> {
  const letter = await letterStore.find(deps.database.read, id);
  if (!letter) throw new NotFoundError(`There is no dead letter ${id}`);
  const integration = integrationOf(deps, letter.integration);
  const loss = unreadable(letter);
  return loss ? { remark: loss } : read(integration, requestOf(letter));
}

const rehearsal: Actor = { type: 'system', ref: 'dry-run' };

async function scriptOfDelivery(deps: DryRunDeps, id: string): Promise<Script> {
  const kept = await payloadStore.find(deps.database.read, id);
  if (!kept) throw new NotFoundError(`There is no delivery ${id}`);
  const again = readStored(deps.settings, kept, rehearsal);
  return 'failure' in again ? { remark: again.failure } : { ...again, key: id };
}

function read(...delivered: Parameters<typeof understand>): Script {
  try {
    return understand(...delivered);
  } catch (error) {
    if (error instanceof InputError) return { remark: error.message };
    throw error;
  }
}

async function scriptOfAlert(deps: DryRunDeps, id: string): Promise<Script> {
  const kept = await alertStore.findKept(deps.database.read, id);
  if (!kept) throw new NotFoundError(`There is no alert ${id}`);
  const { fingerprint, title, description, labels, links } = kept.alert;
  return {
    integration: integrationOf(deps, kept.alert.integration),
    signals: [
      {
        ...{ fingerprint, title, description, labels, links },
        ...kept.said,
        status: 'firing',
      },
    ],
    ...{ key: id, keyIsVendors: false },
  };
}

function integrationOf({ settings }: DryRunDeps, id: string): Integration {
  const integration = settings.integrations.get(id);
  if (integration) return integration;
  if (id === heartbeatsId) {
    return { ...heartbeatsIntegration, flapping: settings.flapping };
  }
  throw new NotFoundError(
    `There is no integration ${id} in incidents.integrations`,
  );
}

function remarksOn(
  { signals }: Delivery,
  received: Date | undefined,
): string | undefined {
  const count = signals.length;
  const remarks = [
    received &&
      `This delivery was received at ${received.toISOString()}; sent again soon, it would not count twice`,
    count > shown && `It brings ${count} alerts; these are the first ${shown}`,
  ].filter(Boolean);
  return remarks.length > 0 ? remarks.join('. ') : undefined;
}
