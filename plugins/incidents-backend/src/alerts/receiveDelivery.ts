import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type {
  AlertReceipt,
  WebhookReply,
} from 'backstage-plugin-incidents-common';
import type {
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { createGroupCommit } from '../platform/groupCommit';
import { hashOf } from '../platform/identity';
import { sentence } from '../platform/mount';
import { within } from '../platform/within';
import { ingestSignals, type Delivery, type IngestDeps } from './ingestSignals';
import type { Integration } from './settings';

export type ReceiveDelivery = (
  integration: Integration,
  request: WebhookRequest,
) => Promise<WebhookReply>;

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
    // Safe for the same reason as two replicas are: they meet at the rows.
    atOnce: 2,
  });
  return async (integration, request) => {
    const { remark, ...delivery } = understand(integration, request);
    if (remark) return { alerts: [], remark };
    return { alerts: await inTime(commits.submit(delivery)) };
  };
}

/** Milliseconds for which senders wait: Alertmanager gives up after ten seconds by itself. */
const patience = 8_000;

/**
 * What is written later than its sender was told to try again is written once all the same: the delivery is known by then.
 *
 * @throws ServiceUnavailableError when the database takes too long, or does not answer at all.
 */
function inTime<T>(work: Promise<T>): Promise<T> {
  const lateness =
    'The database takes too long; it is not certain that this delivery was kept, send it again';
  return within(work, patience, () => new ServiceUnavailableError(lateness));
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
): Delivery & { remark?: string } {
  const { source } = integration;
  const payload = source.payload.safeParse(readBody(source, request));
  if (!payload.success) {
    throw new InputError(
      `This is not what ${source.title} sends: ${sentence(payload.error)}`,
    );
  }
  const vendorKey = source.deliveryKey?.(payload.data, request);
  const signals = source.toSignals(payload.data);
  return {
    ...{ integration, signals },
    remark: signals.length === 0 ? source.remark?.(payload.data) : undefined,
    key: hashOf(vendorKey ? `vendor ${vendorKey}` : request.rawBody),
    keyIsVendors: vendorKey !== undefined,
  };
}

function readBody(source: AlertSource, request: WebhookRequest): unknown {
  if (!source.readBody) return parseJson(request.rawBody);
  try {
    return source.readBody(request);
  } catch (error) {
    const message = (error as Error).message.slice(0, 200);
    throw new InputError(`The body cannot be read: ${message}`);
  }
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
