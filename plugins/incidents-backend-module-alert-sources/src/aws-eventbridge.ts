import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { alarmSignals, isAlarmEvent, readAlarm } from './aws/alarms';
import { readAwsBody } from './aws/awsBody';
import {
  healthDeliveryKey,
  healthSignal,
  isHealthEvent,
  readHealthStatus,
} from './aws/health';
import { plainSignal } from './aws/plainEvents';
import { awsEventbridgeGuide } from './aws-eventbridge.guide';
import { awsEventbridgeSamples } from './aws-eventbridge.samples';
import { bounds } from './bounds';
import { nameOrDigest } from './fingerprints';
import { admittingSns } from './sns/admittingSns';
import { refuse, textOf } from './tolerant';

type EventbridgePayload = {
  id?: string;
  remark?: string;
  /** Each read already, so that what cannot be read is refused. */
  read: Array<() => AlertSignal[]>;
};

const payloadSchema = z.unknown().transform((body, context) => {
  const { id, remark, content } = readAwsBody(body, context);
  if (context.issues.length > 0) return z.NEVER;
  const [only] = content;
  const communication =
    content.length === 1 && isHealthEvent(only)
      ? healthDeliveryKey(only)
      : undefined;
  return {
    id: communication ?? id,
    remark,
    read: content.map(event => readEvent(event, context)),
  } satisfies EventbridgePayload;
});

/**
 * Amazon EventBridge by an API destination or an Amazon SNS topic, with rules of their own for events of AWS Health and of CloudWatch
 * alarms.
 *
 * @public
 */
export const awsEventbridge: AlertSource = admittingSns({
  id: 'aws-eventbridge',
  title: 'Amazon EventBridge and AWS Health',
  payload: payloadSchema,
  deliveryKey: ({ id }) => nameOrDigest(id, bounds.deliveryKey),
  toSignals: ({ read }) => read.flatMap(signals => signals()),
  remark: ({ remark }) =>
    remark ?? 'This event about an alarm of CloudWatch changes no alert',
  guide: awsEventbridgeGuide,
  samples: awsEventbridgeSamples,
} satisfies AlertSource<EventbridgePayload>);

function readEvent(
  event: Record<string, unknown>,
  context: z.RefinementCtx,
): () => AlertSignal[] {
  if (isHealthEvent(event)) {
    const status = readHealthStatus(event, context);
    return () => [healthSignal(event, status)];
  }
  if (isAlarmEvent(event)) {
    const alarm = readAlarm(event, context);
    return () => (alarm ? alarmSignals(alarm) : []);
  }
  if (!textOf(event['detail-type'])?.trim()) {
    return refuse(context, ['detail-type'], {
      expected: 'the type of an event of EventBridge',
      input: event['detail-type'],
    });
  }
  return () => [plainSignal(event)];
}
