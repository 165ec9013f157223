import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { AlertReceipt } from 'backstage-plugin-incidents-common';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { createGroupCommit } from '../platform/groupCommit';
import { hashOf } from '../platform/identity';
import { sentence } from '../platform/mount';
import { ingestSignals, type Delivery, type IngestDeps } from './ingestSignals';
import type { Integration } from './settings';

export type ReceiveDelivery = (
  integration: Integration,
  request: WebhookRequest,
) => Promise<AlertReceipt[]>;

const alertsPerCommit = 1_000;
const alertsWaiting = 50_000;

/**
 * Understands deliveries and commits them, many at once.
 */
export function createReceiver(
  deps: IngestDeps & { auditor: AuditorService },
): ReceiveDelivery {
  const commits = createGroupCommit<Delivery, AlertReceipt[]>({
    commit: deliveries => ingestAudited(deps, deliveries),
    weigh: delivery => Math.max(1, delivery.signals.length),
    maxBatch: alertsPerCommit,
    maxWaiting: alertsWaiting,
  });
  return async (integration, request) =>
    commits.submit(understand(integration, request));
}

/** One audit event per commit: one per alert would cost more than the alert. */
async function ingestAudited(
  deps: IngestDeps & { auditor: AuditorService },
  deliveries: Delivery[],
): Promise<AlertReceipt[][]> {
  const event = await deps.auditor.createEvent({
    eventId: 'webhooks-receive',
    severityLevel: 'low',
    meta: {
      integrations: [...new Set(deliveries.map(d => d.integration.id))],
      deliveries: deliveries.length,
    },
  });
  try {
    const receipts = await ingestSignals(deps, deliveries);
    await event.success();
    return receipts;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

/**
 * @throws InputError with a sentence that names the field.
 */
function understand(
  integration: Integration,
  request: WebhookRequest,
): Delivery {
  const { source } = integration;
  const payload = source.payload.safeParse(parseJson(request.rawBody));
  if (!payload.success) {
    throw new InputError(
      `This is not what ${source.title} sends: ${sentence(payload.error)}`,
    );
  }
  const vendorKey = source.deliveryKey?.(payload.data, request);
  return {
    integration,
    signals: source.toSignals(payload.data),
    key: hashOf(vendorKey ? `vendor ${vendorKey}` : request.rawBody),
    keyIsVendors: vendorKey !== undefined,
  };
}

function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new InputError('The body is empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message.slice(0, 200);
    throw new InputError(`The body is not JSON: ${message}`);
  }
}
