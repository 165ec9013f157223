import type { NoticeOutcome } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import type { PagerDutyEvent } from './event';

/** Milliseconds; less than an attempt may take. */
const patience = 12_000;

const refusalSchema = z.object({
  message: z.string().optional(),
  errors: z.array(z.string()).optional(),
});

/** One attempt: what PagerDuty takes is kept by it under the key of the event. */
export async function sendEvent(
  url: string,
  event: PagerDutyEvent,
): Promise<NoticeOutcome> {
  let response: Response;
  try {
    response = await fetch(url, {
      ...{ method: 'POST', body: JSON.stringify(event), redirect: 'manual' },
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return {
      ...{ outcome: 'failed', retry: true },
      reason: `PagerDuty ${
        isLate ? 'did not answer in time' : 'could not be reached'
      }`,
    };
  }
  const body = await response.text().catch(() => '');
  const { status } = response;
  if (status === 202) return { outcome: 'sent', ref: event.dedup_key };
  return {
    outcome: 'failed',
    retry: status === 429 || status === 408 || status >= 500,
    reason: `PagerDuty answers ${status}${whyIn(body, event.routing_key)}`,
  };
}

/** What it says about an event that it refuses, without the key that it may repeat. */
function whyIn(body: string, routingKey: string): string {
  try {
    const { message, errors = [] } = refusalSchema.parse(JSON.parse(body));
    const why = [message, ...errors].filter(Boolean).join(': ');
    return why ? `: ${why.slice(0, 200).replaceAll(routingKey, '***')}` : '';
  } catch {
    return '';
  }
}
