import type { z } from 'zod';
import { bounds } from '../bounds';
import { recordOf, refuse, textOf } from '../tolerant';

/** What came in one delivery of AWS, out of its envelope. */
export type AwsBody = {
  /** Stays the same when the delivery is sent again. */
  id?: string;
  /** Why there is no content. */
  remark?: string;
  content: Array<Record<string, unknown>>;
};

const greetings: Record<string, string> = {
  SubscriptionConfirmation:
    'A request of Amazon SNS to confirm a subscription brings no alert',
  UnsubscribeConfirmation:
    'Amazon SNS says that the subscription was deleted: no alerts will come from this topic any more',
};

/**
 * Takes a notification of Amazon SNS out of its envelope; what comes without one (raw message delivery, API destinations,
 * EventBridge Pipes with a batch) is taken as it is.
 *
 * @internal
 */
export function readAwsBody(body: unknown, context: z.RefinementCtx): AwsBody {
  const envelope = snsEnvelopeOf(body);
  if (!envelope) return readBare(body, context);
  const { Type, MessageId } = envelope;
  const id = textOf(MessageId);
  const remark = greetings[String(Type)];
  if (remark) return { id, remark, content: [] };
  const content = parsed(envelope.Message);
  return content
    ? { id, content: [content] }
    : refuse(context, ['Message'], {
        expected: 'a text with a JSON object',
        input: envelope.Message,
      });
}

/**
 * The envelope of Amazon SNS, when a body is one.
 *
 * @internal
 */
export function snsEnvelopeOf(
  body: unknown,
): Record<string, unknown> | undefined {
  const { Type, TopicArn, Message } = recordOf(body) ?? {};
  const isEnvelope =
    typeof Type === 'string' &&
    (Type === 'Notification' || Object.hasOwn(greetings, Type)) &&
    typeof TopicArn === 'string' &&
    typeof Message === 'string';
  return isEnvelope ? recordOf(body) : undefined;
}

function readBare(body: unknown, context: z.RefinementCtx): AwsBody {
  const content = Array.isArray(body) ? body : [body];
  const isContent =
    content.length > 0 &&
    content.length <= bounds.alerts &&
    content.every(recordOf);
  if (!isContent) {
    return refuse(context, [], {
      expected: `an object as AWS sends it, or a list of at most ${bounds.alerts} of them`,
      input: body,
    });
  }
  const id = content.length === 1 ? textOf(content[0].id) : undefined;
  return { id, content };
}

function parsed(message: unknown): Record<string, unknown> | undefined {
  try {
    return recordOf(JSON.parse(String(message)));
  } catch {
    return undefined;
  }
}
