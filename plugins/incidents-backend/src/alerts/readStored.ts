import { InputError } from '@backstage/errors';
import type {
  Actor,
  Delivery as KeptDelivery,
} from 'backstage-plugin-incidents-common';
import type { Delivery } from './ingestSignals';
import { requestOf } from './rules/payloads';
import type { AlertSettings } from './settings';
import { understand } from './understandDelivery';

/** A kept delivery, as its source reads it today. Its key is for the replay to give. */
export type ReadAgain = Omit<Delivery, 'key'> & { remark?: string };

/** Reads a kept delivery again; answers why it cannot be read, if so. */
export function readStored(
  settings: Pick<AlertSettings, 'integrations'>,
  kept: { delivery: KeptDelivery; body?: Buffer },
  actor: Actor,
): ReadAgain | { failure: string } {
  const { delivery, body } = kept;
  const { id, receivedAt, contentType, bodyMissing } = delivery;
  const integration = settings.integrations.get(delivery.integration);
  if (!integration) {
    const failure = `There is no integration ${delivery.integration} in incidents.integrations any more`;
    return { failure };
  }
  if (body === undefined) {
    return { failure: bodyMissing ?? 'Its body was not kept' };
  }
  try {
    const { signals, remark } = understand(
      integration,
      requestOf(body, contentType),
    );
    return {
      ...{ integration, signals, remark },
      // Another delivery each time: that it was here before must not keep it from counting.
      keyIsVendors: true,
      replay: { delivery: id, receivedAt: new Date(receivedAt), actor },
    };
  } catch (error) {
    if (error instanceof InputError) return { failure: error.message };
    throw error;
  }
}
