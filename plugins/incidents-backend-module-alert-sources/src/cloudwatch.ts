import type { AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import {
  alarmSignals,
  isAlarmEvent,
  readAlarm,
  type Alarm,
} from './aws/alarms';
import { readAwsBody } from './aws/awsBody';
import { bounds } from './bounds';
import { cloudwatchSamples } from './cloudwatch.samples';
import { nameOrDigest } from './fingerprints';
import { admittingSns } from './sns/admittingSns';
import { refuse } from './tolerant';

type CloudwatchPayload = { id?: string; remark?: string; alarms: Alarm[] };

const payloadSchema = z.unknown().transform((body, context) => {
  const { id, remark, content } = readAwsBody(body, context);
  if (context.issues.length > 0) return z.NEVER;
  const alarms = content.flatMap(one => {
    if (!isAlarmEvent(one) && typeof one.AlarmName !== 'string') {
      return refuse(context, ['AlarmName'], {
        expected: 'the name of an alarm of CloudWatch',
        input: one.AlarmName,
      });
    }
    return readAlarm(one, context) ?? [];
  });
  return { id, remark, alarms } satisfies CloudwatchPayload;
});

/**
 * Amazon CloudWatch: alarms by an Amazon SNS topic, in its envelope or raw, or as events of EventBridge.
 *
 * @public
 */
export const cloudwatch: AlertSource = admittingSns({
  id: 'cloudwatch',
  title: 'Amazon CloudWatch',
  payload: payloadSchema,
  deliveryKey: ({ id }) => nameOrDigest(id, bounds.deliveryKey),
  toSignals: ({ alarms }) => alarms.flatMap(alarmSignals),
  remark: ({ remark, alarms }) =>
    remark ??
    (alarms.length > 0
      ? 'An alarm without sufficient data says nothing of whether its condition holds, so it changes no alert; treat missing data as breaching in CloudWatch if it shall'
      : 'A changed configuration of an alarm brings no alert'),
  guide: {
    config: {
      topicArns: ['arn:aws:sns:ap-northeast-1:111122223333:alarms'],
    },
    steps: [
      'Open **Amazon SNS → Topics** and create a topic of type **Standard**, or pick the one that your alarms use. Put its **ARN** under `topicArns` of the integration and restart the backend.',
      'In the topic click **Create subscription**: **Protocol** `HTTPS`, **Endpoint** `{url}/{token}`. Leave **Enable raw message delivery** off, so that each message is signed. The portal confirms the subscription by itself, and only for topics that config names.',
      'For signatures with SHA-256, set the attribute `SignatureVersion` of the topic to `2`: `aws sns set-topic-attributes --topic-arn <arn> --attribute-name SignatureVersion --attribute-value 2`. Version 1 is understood too.',
      'In **CloudWatch → Alarms** edit each alarm: under **Configure actions** choose the topic for **In alarm**, then **Add notification** and choose it for **OK** as well.',
    ],
    token: 'path',
    reference:
      'https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html',
    notes: [
      'An alert is known by the ARN of the alarm, and by the contributor where one alarm watches many time series. `OK` resolves it, and so does deleting the alarm where its events come through EventBridge.',
      '`INSUFFICIENT_DATA` changes nothing.',
      'CloudWatch has no severity. The tags of the alarm (`severity`, `priority`, `backstage_entity`, `runbook_url`, `dashboard_url`, `service`) are read when they are sent along; lines such as `severity: critical` or `backstage_entity: component:default/checkout` in the description of the alarm do the same.',
      'Messages whose signature does not fit, that are older than an hour (as long as SNS tries again), or that come from a topic that is not in `topicArns` are refused. With raw message delivery nothing is signed; then the token alone counts.',
    ],
  },
  samples: cloudwatchSamples,
} satisfies AlertSource<CloudwatchPayload>);
