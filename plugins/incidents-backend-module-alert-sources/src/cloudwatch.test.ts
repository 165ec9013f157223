import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { cloudwatch } from './cloudwatch';
import { inSnsEnvelope } from './cloudwatch.samples';

describeAlertSource(cloudwatch);

const alarm = {
  AlarmName: 'queue-stalled',
  NewStateValue: 'ALARM',
  StateChangeTime: '2026-11-20T02:58:11.169+0000',
};

function read(payload: unknown) {
  return cloudwatch.payload.parse(payload);
}

function signalOf(message: object) {
  return cloudwatch.toSignals(read({ ...alarm, ...message }))[0];
}

function refusalOf(payload: unknown) {
  return cloudwatch.payload
    .safeParse(payload)
    .error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

describe('what becomes of an alarm of CloudWatch', () => {
  it('carries over everything a responder needs', () => {
    const [signal] = cloudwatch.toSignals(
      read(cloudwatch.samples['by-sns'].payload),
    );
    expect(signal).toMatchObject({
      title: 'checkout-5xx',
      severity: 'critical',
      entityRef: 'component:default/checkout',
      labels: {
        alarmname: 'checkout-5xx',
        account: '111122223333',
        region: 'Asia Pacific (Tokyo)',
        namespace: 'AWS/ApplicationELB',
        metric: 'HTTPCode_Target_5XX_Count',
        LoadBalancer: 'app/shop/50dc6c495c0c9188',
        TargetGroup: 'targetgroup/checkout/6d0ecf831eec9f09',
      },
      startedAt: new Date('2026-11-20T02:58:11.169Z'),
    });
    expect(signal.description).toMatch(/^Threshold Crossed: 3 out of/);
    expect(signal.links).toEqual([
      {
        title: 'Runbook',
        type: 'runbook',
        url: 'https://runbooks.example.com/checkout/5xx',
      },
      {
        title: 'Alarm in CloudWatch',
        type: 'alert',
        url: 'https://ap-northeast-1.console.aws.amazon.com/cloudwatch/home?region=ap-northeast-1#alarmsV2:alarm/checkout-5xx',
      },
    ]);
  });

  it('is the same alert by SNS and by EventBridge', () => {
    const [bySns, byEvent] = ['by-sns', 'alarm-event'].map(
      name => cloudwatch.toSignals(read(cloudwatch.samples[name].payload))[0],
    );
    expect(byEvent).toMatchObject({
      fingerprint: bySns.fingerprint,
      title: bySns.title,
      severity: 'critical',
      startedAt: bySns.startedAt,
      labels: { service: 'checkout', region: 'ap-northeast-1' },
    });
  });

  it('says of an OK when it began and when it was over', () => {
    const payload = cloudwatch.samples['alarm-event-resolved'].payload;
    expect(cloudwatch.toSignals(read(payload))[0]).toMatchObject({
      startedAt: new Date('2026-11-20T02:58:11.169Z'),
      resolvedAt: new Date('2026-11-20T03:17:11.169Z'),
    });
  });

  it('has no severity of its own', () => {
    expect(signalOf({}).severity).toBeUndefined();
    expect(signalOf({ AlarmTags: { priority: 'P2' } }).severity).toBe('P2');
  });

  it('tells the series of one alarm apart, with an ARN and without', () => {
    const series = ['a', 'b'].flatMap(id =>
      [undefined, 'arn:aws:cloudwatch:eu-west-1:1:alarm:x'].map(AlarmArn =>
        signalOf({
          AlarmArn,
          AlarmContributorId: id,
          AlarmContributorAttributes: { endpoint: `/${id}` },
        }),
      ),
    );
    expect(new Set(series.map(one => one.fingerprint)).size).toBe(4);
    expect(series[0].title).toBe('queue-stalled: /a');
  });

  it.each([
    ['no ARN', undefined],
    ['an ARN that was never filled in', '${AlarmArn}'],
    ['a number', 5],
  ])('is known by its name, account and metric with %s', (_, AlarmArn) => {
    const Trigger = { Namespace: 'AWS/SQS', Dimensions: [] };
    const known = signalOf({ AlarmArn, Trigger, AWSAccountId: '1' });
    const same = { AlarmArn, Trigger, AWSAccountId: '1', NewStateValue: 'OK' };
    expect(signalOf(same).fingerprint).toBe(known.fingerprint);
    for (const other of [{ AWSAccountId: '2' }, { AlarmName: 'other' }]) {
      expect(signalOf({ ...same, ...other }).fingerprint).not.toBe(
        known.fingerprint,
      );
    }
  });

  it.each([
    ['arn:aws-cn:cloudwatch:cn-north-1:1:alarm:a b', 'amazonaws.cn'],
    ['arn:aws-us-gov:cloudwatch:us-gov-west-1:1:alarm:x', 'amazonaws-us-gov'],
  ])('links %s to the console of its partition', (AlarmArn, host) => {
    expect(signalOf({ AlarmArn }).links[0].url).toContain(host);
  });

  it.each(['arn:aws-iso:cloudwatch:x:1:alarm:y', 'arn:aws:sns:x:1:y', 'x'])(
    'links %s to no console',
    AlarmArn => {
      expect(signalOf({ AlarmArn }).links).toEqual([]);
    },
  );
});

describe('what brings no alert', () => {
  const remarkOn = (payload: unknown) => {
    const read1 = read(payload);
    expect(cloudwatch.toSignals(read1)).toEqual([]);
    return cloudwatch.remark!(read1);
  };

  it('is said', () => {
    const { samples } = cloudwatch;
    expect(remarkOn(samples['no-data'].payload)).toContain('sufficient data');
    expect(remarkOn(samples['subscription-to-confirm'].payload)).toContain(
      'confirm a subscription',
    );
    expect(
      remarkOn({
        ...(samples['alarm-was-deleted'].payload as object),
        detail: { alarmName: 'x', operation: 'update' },
      }),
    ).toContain('changed configuration');
  });
});

describe('a delivery of CloudWatch', () => {
  it.each([
    ['by-sns', '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf301'],
    ['alarm-event', 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92'],
    ['firing', undefined],
  ])('%s is known by its id %s when it comes again', (name, id) => {
    const request = { rawBody: Buffer.from(''), headers: {} };
    const payload = read(cloudwatch.samples[name].payload);
    expect(cloudwatch.deliveryKey!(payload, request)).toBe(id);
  });

  it.each([
    [{ ...alarm, NewStateValue: 'BROKEN' }, 'NewStateValue must be "ALARM"'],
    [inSnsEnvelope({ ...alarm, NewStateValue: '' }), 'NewStateValue must be'],
    [inSnsEnvelope('hello'), 'Message must be a text with a JSON object'],
    [inSnsEnvelope('[1]'), 'Message must be a text with a JSON object'],
    [{ Event: 'autoscaling:TEST_NOTIFICATION' }, 'AlarmName must be the name'],
    [[alarm, 5], 'the body must be an object as AWS sends it'],
    [
      {
        source: 'aws.cloudwatch',
        detail: { alarmName: 'x', state: { value: 'BAD' } },
      },
      'detail.state.value: value must be "ALARM"',
    ],
  ])('%# is refused with the name of the field', (payload, sentence) => {
    expect(refusalOf(payload)).toEqual([expect.stringContaining(sentence)]);
  });
});
