import type { AuditorService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  AlertReceipt,
  WebhookReply,
} from 'backstage-plugin-incidents-common';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { createGroupCommit } from '../platform/groupCommit';
import { within } from '../platform/within';
import { nameOf } from './deliveryStore';
import { ingestSignals, type Delivery, type IngestDeps } from './ingestSignals';
import type { Retention } from './retention';
import { payloadOf } from './rules/payloads';
import type { Integration } from './settings';
import { understand } from './understandDelivery';

export type ReceiveDelivery = (
  integration: Integration,
  request: WebhookRequest,
  /** The dead letter that this delivery was until now. */
  letter?: string,
) => Promise<WebhookReply>;

const alertsPerCommit = 1_000;
const alertsWaiting = 50_000;
/** Bytes of a kept body that are as much work as one alert, so that no commit writes more than a few megabytes of them. */
const bytesPerAlert = 4_096;

/**
 * Understands deliveries and commits them, many at once.
 */
export function createReceiver(
  deps: IngestDeps & {
    auditor: AuditorService;
    settings: { retention: Pick<Retention, 'payloads'> };
  },
): ReceiveDelivery {
  const commits = createGroupCommit<Delivery, AlertReceipt[]>({
    commit: deliveries => ingestAudited(deps, deliveries),
    weigh: weightOf,
    maxBatch: alertsPerCommit,
    maxWaiting: alertsWaiting,
    // Safe for the same reason as two replicas are: they meet at the rows.
    atOnce: 2,
    keysOf: ({ integration: { id }, signals }) =>
      signals.map(({ fingerprint }) =>
        nameOf({ integration: id, key: fingerprint }),
      ),
  });
  const keepsPayloads = deps.settings.retention.payloads > 0;
  return async (integration, request, letter) => {
    const { remark, ...delivery } = understand(integration, request);
    if (remark && !keepsPayloads) return { alerts: [], remark };
    const payload = keepsPayloads
      ? { ...payloadOf(request), remark }
      : undefined;
    const alerts = await inTime(
      commits.submit({ ...delivery, letter, payload }),
    );
    return remark ? { alerts, remark } : { alerts };
  };
}

function weightOf({ signals, payload }: Delivery): number {
  const ofBody = payload?.body ? payload.bytes / bytesPerAlert : 0;
  return Math.max(1, signals.length, Math.ceil(ofBody));
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
