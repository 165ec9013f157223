import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { awsEventbridge } from './aws-eventbridge';

describeAlertSource(awsEventbridge);

const { samples } = awsEventbridge;

function read(payload: unknown) {
  return awsEventbridge.payload.parse(payload);
}

function signalOf(payload: unknown) {
  return awsEventbridge.toSignals(read(payload))[0];
}

function keyOf(payload: unknown) {
  const request = { rawBody: Buffer.from(''), headers: {} };
  return awsEventbridge.deliveryKey!(read(payload), request);
}

function health(detail: object, rest: object = {}) {
  const event = samples.health.payload as { detail: object };
  return { ...event, ...rest, detail: { ...event.detail, ...detail } };
}

describe('an event of AWS Health', () => {
  it('carries over everything a responder needs', () => {
    const signal = signalOf(samples.health.payload);
    expect(signal).toMatchObject({
      title: 'EC2: instance store drive performance degraded (ap-northeast-1)',
      description:
        'The performance of an instance store drive is degraded.\nReplace the instance.\n\nAffected: i-0abcd1111example0',
      severity: undefined,
      entityRef: 'component:default/search-api',
      labels: {
        service: 'search-api',
        aws_service: 'EC2',
        account: '111122223333',
        region: 'ap-northeast-1',
        category: 'issue',
      },
      startedAt: new Date('2026-11-20T02:58:00Z'),
    });
    expect(signal.links[0].url).toMatch(
      /^https:\/\/health\.aws\.amazon\.com\/health\/home#\/account\/event-log\?eventID=arn%3Aaws/,
    );
  });

  it('says when it was over', () => {
    expect(signalOf(samples['health-resolved'].payload).resolvedAt).toEqual(
      new Date('2026-11-20T03:55:00Z'),
    );
  });

  it.each([
    ['open', 'firing'],
    ['upcoming', 'firing'],
    ['closed', 'resolved'],
    [null, 'firing'],
  ])('with the status %s is %s', (statusCode, status) => {
    expect(signalOf(health({ statusCode })).status).toBe(status);
  });

  it('is not over because a planned change has an end', () => {
    const detail = {
      statusCode: undefined,
      eventTypeCategory: 'scheduledChange',
      endTime: 'Fri, 27 Nov 2026 03:55:00 GMT',
    };
    expect(signalOf(health(detail)).status).toBe('firing');
  });

  it('is another for another account, unless it is public', () => {
    const [a, b] = ['1', '2'].map(affectedAccount =>
      [{}, { eventScopeCode: 'PUBLIC' }].map(
        scope => signalOf(health({ affectedAccount, ...scope })).fingerprint,
      ),
    );
    expect(a[0]).not.toBe(b[0]);
    expect(a[1]).toBe(b[1]);
  });

  it('of several entities takes the tags of none', () => {
    const entity = { entityValue: 'i-1', tags: { service: 'a' } };
    const affectedEntities = Array(22).fill(entity);
    const signal = signalOf(health({ affectedEntities, totalPages: '2' }));
    expect(signal.labels.service).toBeUndefined();
    expect(signal.description).toMatch(
      /i-1 and 2 more, others in further messages of this event$/,
    );
  });

  it('counts once, though it is sent in two regions', () => {
    const second = health({}, { id: 'other', region: 'us-west-2' });
    expect(keyOf(second)).toBe(keyOf(samples.health.payload));
    expect(keyOf(samples['health-resolved'].payload)).not.toBe(keyOf(second));
    expect(keyOf(health({ communicationId: null }))).toBe(
      '7bf73129-1428-4cd3-a780-95db273d1602',
    );
  });
});

describe('an event of EventBridge without rules of its own', () => {
  const event = {
    source: 'com.example.jobs',
    'detail-type': 'Job',
    detail: { job: 'a' } as object,
  };
  const known = (rest: object) => signalOf({ ...event, ...rest }).fingerprint;

  it('carries over what its detail says', () => {
    expect(signalOf(samples['of-an-application'].payload)).toMatchObject({
      title: 'The invoice run stopped at 18%',
      description: 'No space is left on the device',
      severity: 'high',
      entityRef: 'component:default/invoice-worker',
      labels: { job: 'nightly', source: 'com.example.invoices' },
      links: [
        {
          type: 'runbook',
          url: 'https://runbooks.example.com/invoices/nightly',
        },
      ],
      startedAt: new Date('2026-11-20T03:00:00Z'),
    });
    expect(signalOf(samples.pipeline.payload).title).toBe(
      'CodePipeline Pipeline Execution State Change: checkout-deploy',
    );
  });

  it.each([
    [{ state: 'FAILED' }, 'firing'],
    [{ state: 'SUCCEEDED' }, 'resolved'],
    [{ status: ' Resolved ' }, 'resolved'],
    [{ status: 'failed', state: 'ok' }, 'firing'],
    [{}, 'firing'],
    [null, 'firing'],
  ])('with the detail %j is %s', (detail, status) => {
    expect(signalOf({ ...event, detail }).status).toBe(status);
  });

  it('without resources is another when its detail is about another thing', () => {
    expect(known({ detail: { job: 'b' } })).not.toBe(known({}));
    expect(known({ account: '2' })).not.toBe(known({}));
    expect(known({ detail: { job: 'a', status: 'ok', runId: '7' } })).toBe(
      known({}),
    );
  });

  it('is known by its key before all else, and not by one that was never filled in', () => {
    const dedupKey = 'k-1';
    expect(known({ detail: { dedupKey } })).toBe('com.example.jobs k-1');
    expect(known({ detail: { dedupKey: '${key}', job: 'a' } })).not.toContain(
      'key',
    );
  });
});

describe('what EventBridge is told when it is not understood', () => {
  it.each([
    [{ source: 'x' }, 'detail-type must be the type of an event'],
    [health({ statusCode: 'broken' }), 'statusCode must be "open", "closed"'],
    [[{ 'detail-type': 'x' }, 5], 'must be an object as AWS sends it'],
  ])('%# names the field', (payload, sentence) => {
    expect(
      awsEventbridge.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([expect.stringContaining(sentence)]);
  });

  it('says why an event brings no alert', () => {
    const event = samples['alarm-event'].payload as { detail: object };
    const state = { value: 'INSUFFICIENT_DATA' };
    const payload = read({ ...event, detail: { ...event.detail, state } });
    expect(awsEventbridge.toSignals(payload)).toEqual([]);
    expect(awsEventbridge.remark!(payload)).toContain('changes no alert');
  });
});
