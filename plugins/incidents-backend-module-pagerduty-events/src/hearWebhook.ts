import { AuthenticationError, InputError } from '@backstage/errors';
import {
  pageThread,
  type HeardAnswers,
  type WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const eventSchema = z.object({
  event: z.object({
    event_type: z.string(),
    agent: z
      .object({ type: z.string(), summary: z.string().optional() })
      .nullish(),
    data: z.object({ incident_key: z.string().nullish() }).nullish(),
  }),
});

/** By which a person says there that they are on it, or have been. */
const answering = ['incident.acknowledged', 'incident.resolved'];

/**
 * Who acknowledged a page of ours, by a webhook of version 3.
 *
 * @throws AuthenticationError when none of the secrets signed it; InputError when it is no such webhook.
 */
export function hearWebhook(
  request: WebhookRequest,
  secrets: string[],
): HeardAnswers {
  if (!isGenuine(request, secrets)) {
    throw new AuthenticationError(
      'X-PagerDuty-Signature is missing, or made by none of incidents.escalation.pagerduty.webhookSecrets',
    );
  }
  const { event_type: type, agent, data } = read(request.rawBody).event;
  const thread = data?.incident_key ?? '';
  if (!pageThread.read(thread)) {
    return none('It is not about a page of this portal');
  }
  if (!answering.includes(type)) return none(`${type} is no answer`);
  // What we send ourselves comes back in the name of an integration.
  if (!agent || !/^user(_reference)?$/.test(agent.type)) {
    return none('No person did it');
  }
  return {
    answers: [
      { thread, name: agent.summary?.trim().slice(0, 100) || 'somebody' },
    ],
  };
}

function none(remark: string): HeardAnswers {
  return { answers: [], remark };
}

/** Over the bytes as they came; each of several signatures may be the right one. */
function isGenuine(
  { rawBody, headers }: WebhookRequest,
  secrets: string[],
): boolean {
  const given = [headers['x-pagerduty-signature'] ?? []]
    .flat()
    .flatMap(header => header.split(','))
    .map(signature => Buffer.from(signature.trim()));
  const matches = secrets.flatMap(secret => {
    const digest = createHmac('sha256', secret).update(rawBody).digest('hex');
    const right = Buffer.from(`v1=${digest}`);
    return given.map(
      one => one.length === right.length && timingSafeEqual(one, right),
    );
  });
  return matches.includes(true);
}

function read(rawBody: Buffer): z.output<typeof eventSchema> {
  let body: unknown;
  try {
    body = JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw new InputError('The body is not JSON');
  }
  const parsed = eventSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new InputError(`The body is not valid: ${path.join('.')}: ${message}`);
}
