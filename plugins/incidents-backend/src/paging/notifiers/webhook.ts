import type {
  IncidentNotifier,
  NoticeOutcome,
} from 'backstage-plugin-incidents-node';
import { createHmac } from 'node:crypto';
import { askPublic } from '../../platform/fetchPublicText';
import { reasonOf } from '../../platform/sentences';
import type { WebhookSettings } from '../webhookSettings';

/** Milliseconds. */
const patience = 12_000;

/**
 * Tells addresses that config names, by a signed POST. Who receives it can check that it is ours, and by the `Idempotency-Key` that
 * it is not the same again.
 */
export function createWebhookNotifier(
  webhooks: WebhookSettings[],
): IncidentNotifier {
  const byId = new Map(webhooks.map(webhook => [webhook.id, webhook]));
  return {
    id: 'webhook',
    title: 'webhook',
    reaches: () => false,
    async notify({ settings, person, ...told }) {
      const webhook = byId.get(String(settings.webhook));
      if (!webhook) {
        const reason = `config has no webhook ${String(
          settings.webhook,
        )} any more`;
        return { outcome: 'failed', retry: false, reason };
      }
      try {
        return await post(webhook, told.idempotencyKey, JSON.stringify(told));
      } catch (error) {
        // Sentences of ours name the host; the address itself may be a secret.
        const reason = reasonOf(error).replaceAll(webhook.url, 'it');
        const retry = !/private network|must begin with/.test(reason);
        return { outcome: 'failed', retry, reason };
      }
    },
  };
}

async function post(
  { url, secret, allowPrivateAddress }: WebhookSettings,
  key: string,
  body: string,
): Promise<NoticeOutcome> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const response = await askPublic(new URL(url), allowPrivateAddress, {
    ...{ method: 'POST', body },
    signal: AbortSignal.timeout(patience),
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'Idempotency-Key': key,
      'X-Incidents-Signature': `sha256=${signature}`,
    },
  });
  response.destroy();
  const { statusCode = 0 } = response;
  if (statusCode >= 200 && statusCode < 300) return { outcome: 'sent' };
  return {
    outcome: 'failed',
    // What it does not want now it will not want in a minute.
    retry: statusCode >= 500 || statusCode === 408 || statusCode === 429,
    reason: `it answers ${statusCode}`,
  };
}
