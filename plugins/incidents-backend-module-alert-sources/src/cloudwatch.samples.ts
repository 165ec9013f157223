import type { AlertSample } from 'backstage-plugin-incidents-node';

const topicArn = 'arn:aws:sns:ap-northeast-1:111122223333:alarms';

/** The envelope of a message; its signature is a placeholder of the right length. */
export function inSnsEnvelope(message: unknown, id = 'a'): object {
  return {
    Type: 'Notification',
    MessageId: `22b80b92-fdea-4c2c-8f9d-bdfb0c7bf3${id.padStart(2, '0')}`,
    TopicArn: topicArn,
    Subject: 'ALARM: "checkout-5xx" in Asia Pacific (Tokyo)',
    Message: typeof message === 'string' ? message : JSON.stringify(message),
    Timestamp: '2026-11-20T02:58:12.204Z',
    SignatureVersion: '2',
    Signature: 'A'.repeat(344),
    SigningCertURL:
      'https://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
    UnsubscribeURL: `https://sns.ap-northeast-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topicArn}:9a5cb3ac-1f9c-4b0e-9ad2-2d2f7e1f3c55`,
  };
}

const checkoutArn =
  'arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:checkout-5xx';

const checkoutAlarm = {
  AlarmName: 'checkout-5xx',
  AlarmDescription:
    'checkout answers too many requests with 5xx.\nseverity: critical\nbackstage_entity: component:default/checkout\nrunbook_url: https://runbooks.example.com/checkout/5xx',
  AWSAccountId: '111122223333',
  AlarmConfigurationUpdatedTimestamp: '2026-10-01T07:14:33.412+0000',
  NewStateValue: 'ALARM',
  NewStateReason:
    'Threshold Crossed: 3 out of the last 3 datapoints [61.0 (20/11/26 02:57:00), 58.0 (20/11/26 02:56:00), 44.0 (20/11/26 02:55:00)] were greater than the threshold (20.0) (minimum 3 datapoints for OK -> ALARM transition).',
  StateChangeTime: '2026-11-20T02:58:11.169+0000',
  Region: 'Asia Pacific (Tokyo)',
  AlarmArn: checkoutArn,
  OldStateValue: 'OK',
  OKActions: [topicArn],
  AlarmActions: [topicArn],
  InsufficientDataActions: [],
  Trigger: {
    MetricName: 'HTTPCode_Target_5XX_Count',
    Namespace: 'AWS/ApplicationELB',
    StatisticType: 'Statistic',
    Statistic: 'SUM',
    Unit: null,
    Dimensions: [
      { value: 'targetgroup/checkout/6d0ecf831eec9f09', name: 'TargetGroup' },
      { value: 'app/shop/50dc6c495c0c9188', name: 'LoadBalancer' },
    ],
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 3,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 20.0,
    TreatMissingData: 'notBreaching',
    EvaluateLowSampleCountPercentile: '',
  },
};

const checkoutOk = {
  ...checkoutAlarm,
  NewStateValue: 'OK',
  NewStateReason:
    'Threshold Crossed: 1 out of the last 3 datapoints [4.0 (20/11/26 03:16:00)] was not greater than the threshold (20.0) (minimum 1 datapoint for ALARM -> OK transition).',
  StateChangeTime: '2026-11-20T03:17:11.169+0000',
  OldStateValue: 'ALARM',
};

const compositeArn =
  'arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:検索APIの障害';

const compositeAlarm = {
  AlarmName: '検索APIの障害',
  AlarmDescription: null,
  AWSAccountId: '111122223333',
  NewStateValue: 'ALARM',
  NewStateReason: `${checkoutArn} transitioned to ALARM at Friday 20 November, 2026 02:58:11 UTC`,
  StateChangeTime: '2026-11-20T02:58:12.001+0000',
  Region: 'Asia Pacific (Tokyo)',
  AlarmArn: compositeArn,
  OldStateValue: 'OK',
  AlarmRule: 'ALARM("search-api-latency") AND ALARM("search-api-5xx")',
  AlarmTags: { service: 'search-api', priority: 'P2' },
  AlarmTagsStatus: 'SUCCESS',
};

/** One notification for each time series that breaches. */
const contributorAlarm = {
  ...checkoutAlarm,
  AlarmName: 'endpoint-latency',
  AlarmArn:
    'arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:endpoint-latency',
  AlarmDescription: '',
  NewStateReason: '5 out of 10 contributors evaluated to ALARM',
  AlarmContributorId: 'a1b2c3d4e5f6a7b8',
  AlarmContributorAttributes: { endpoint: '/api/orders' },
  Trigger: { Period: 60 },
};

/** As EventBridge sends it. */
const checkoutEvent = {
  version: '0',
  id: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111122223333',
  time: '2026-11-20T02:58:11Z',
  region: 'ap-northeast-1',
  resources: [checkoutArn],
  detail: {
    alarmName: 'checkout-5xx',
    configuration: {
      description: 'checkout answers too many requests with 5xx.',
      metrics: [
        {
          id: '30b6c6b2-a864-43a2-4877-c09a1afc3b87',
          metricStat: {
            metric: {
              dimensions: { LoadBalancer: 'app/shop/50dc6c495c0c9188' },
              name: 'HTTPCode_Target_5XX_Count',
              namespace: 'AWS/ApplicationELB',
            },
            period: 60,
            stat: 'Sum',
          },
          returnData: true,
        },
      ],
    },
    previousState: {
      reason: 'Threshold Crossed: no datapoints were received',
      timestamp: '2026-11-19T22:10:00.987+0000',
      value: 'OK',
    },
    state: {
      reason: 'Threshold Crossed: 3 out of the last 3 datapoints',
      reasonData: '{"version":"1.0"}',
      timestamp: '2026-11-20T02:58:11.169+0000',
      value: 'ALARM',
    },
    alarmTags: { service: 'checkout', severity: 'critical' },
    alarmTagsStatus: 'SUCCESS',
  },
};

/** A change of the alarm above as an event, for the source of EventBridge too. */
export const alarmEventSamples: Record<string, AlertSample> = {
  'alarm-event': {
    payload: checkoutEvent,
    expect: [{ fingerprint: checkoutArn, status: 'firing' }],
  },
  'alarm-event-resolved': {
    payload: {
      ...checkoutEvent,
      id: '2dde9eb1-528d-d2d5-9ca6-6d590caf2329',
      time: '2026-11-20T03:17:11Z',
      detail: {
        ...checkoutEvent.detail,
        previousState: checkoutEvent.detail.state,
        state: {
          reason: 'Threshold Crossed: 1 datapoint was not greater',
          timestamp: '2026-11-20T03:17:11.169+0000',
          value: 'OK',
        },
      },
    },
    expect: [{ fingerprint: checkoutArn, status: 'resolved' }],
  },
  'alarm-was-deleted': {
    payload: {
      ...checkoutEvent,
      'detail-type': 'CloudWatch Alarm Configuration Change',
      detail: {
        alarmName: 'checkout-5xx',
        operation: 'delete',
        state: {
          value: 'ALARM',
          timestamp: '2026-11-20T02:58:11.169+0000',
        },
        configuration: { description: '', metrics: [] },
      },
    },
    expect: [{ fingerprint: checkoutArn, status: 'resolved' }],
  },
};

/** Named after what happened; identifiers are made up. */
export const cloudwatchSamples: Record<string, AlertSample> = {
  firing: {
    payload: checkoutAlarm,
    expect: [{ fingerprint: checkoutArn, status: 'firing' }],
  },
  'firing-resolved': {
    payload: checkoutOk,
    expect: [{ fingerprint: checkoutArn, status: 'resolved' }],
  },
  'by-sns': {
    payload: inSnsEnvelope(checkoutAlarm, '1'),
    expect: [{ fingerprint: checkoutArn, status: 'firing' }],
  },
  'by-sns-resolved': {
    payload: inSnsEnvelope(checkoutOk, '2'),
    expect: [{ fingerprint: checkoutArn, status: 'resolved' }],
  },
  composite: {
    payload: inSnsEnvelope(compositeAlarm, '3'),
    expect: [{ fingerprint: compositeArn, status: 'firing' }],
  },
  'composite-resolved': {
    payload: inSnsEnvelope({ ...compositeAlarm, NewStateValue: 'OK' }, '4'),
    expect: [{ fingerprint: compositeArn, status: 'resolved' }],
  },
  'one-of-many-series': {
    payload: inSnsEnvelope(contributorAlarm, '5'),
    expect: [
      {
        fingerprint:
          'arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:endpoint-latency a1b2c3d4e5f6a7b8',
        status: 'firing',
      },
    ],
  },
  'no-data': {
    payload: inSnsEnvelope(
      {
        ...checkoutAlarm,
        NewStateValue: 'INSUFFICIENT_DATA',
        NewStateReason:
          'Insufficient Data: 3 datapoints were unknown. (datapoints not received)',
      },
      '6',
    ),
    expect: [],
  },
  'subscription-to-confirm': {
    payload: {
      Type: 'SubscriptionConfirmation',
      MessageId: '165545c9-2a5c-472c-8df2-7ff2be2b3b1b',
      Token: '2336412f37fb687f5d51e6e2425929f52f0f0f0f',
      TopicArn: topicArn,
      Message: `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
      SubscribeURL: `https://sns.ap-northeast-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=2336412f37fb687f5d51e6e2425929f52f0f0f0f`,
      Timestamp: '2026-11-20T02:40:00.000Z',
      SignatureVersion: '1',
      Signature: 'A'.repeat(344),
      SigningCertURL:
        'https://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem',
    },
    expect: [],
  },
  ...alarmEventSamples,
};
