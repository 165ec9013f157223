import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { cloudevents } from './cloudevents';

describeAlertSource(cloudevents);

const event = {
  specversion: '1.0',
  id: '1',
  source: '/s',
  type: 'com.example',
};

function signalsOf(payload: unknown) {
  return cloudevents.toSignals(cloudevents.payload.parse(payload));
}

function signalOf(attributes: object) {
  return signalsOf({ ...event, ...attributes })[0];
}

function read(body: string, headers: Record<string, string>) {
  return cloudevents.readBody!({ rawBody: Buffer.from(body), headers });
}

function keyOf(payload: unknown) {
  return cloudevents.deliveryKey!(cloudevents.payload.parse(payload), {
    rawBody: Buffer.alloc(0),
    headers: {},
  });
}

describe('what becomes of an event', () => {
  it('carries over everything a responder needs', () => {
    expect(signalsOf(cloudevents.samples.structured.payload)).toEqual([
      {
        fingerprint: 'invoice-queue-stalled',
        status: 'firing',
        title: 'The invoice queue has not moved for 10 minutes',
        description: undefined,
        severity: 'high',
        entityRef: 'component:default/invoice-worker',
        labels: {
          source: '/monitors/queues',
          type: 'com.example.alert.firing',
          subject: 'invoice-queue',
          queue: 'invoices',
        },
        links: [
          {
            title: 'Runbook',
            type: 'runbook',
            url: 'https://runbooks.example.com/invoice-worker/queue-stalled',
          },
        ],
        startedAt: new Date('2026-11-20T03:00:00.480Z'),
        resolvedAt: undefined,
      },
    ]);
  });

  it.each([
    [{ data: { status: 'closed' } }, 'resolved'],
    [{ data: { state: 'Triggered' } }, 'firing'],
    [{ data: { status: 'acked' } }, 'acknowledged'],
    [
      { type: 'com.example.alert.resolved', data: { status: 'firing' } },
      'firing',
    ],
    [{ type: 'com.example.alert/Recovered' }, 'resolved'],
    [{ type: 'com.example.alert.v1' }, 'firing'],
    [{ type: 'com.example.alert', data: { status: '' } }, 'firing'],
  ])('reads the status of %j as %s', (attributes, status) => {
    expect(signalOf(attributes).status).toBe(status);
  });

  it.each([
    [{ data: { name: 'N', message: 'M' } }, 'N'],
    [{ data: { message: 'M' } }, 'M'],
    [{ data: { title: '{{title}}' }, subject: 'S' }, 'S'],
    [{ data: 'disk is full' }, 'disk is full'],
    [{ data: '{"title":"in a text"}' }, 'in a text'],
    [{ data_base64: btoa('{"title":"in Base64"}') }, 'in Base64'],
    [{}, 'com.example'],
  ])('titles %j with %s', (attributes, title) => {
    expect(signalOf(attributes).title).toBe(title);
  });

  it.each([
    [{ entityRef: 'a', backstage_entity: 'b' }, 'a'],
    [{ backstage_entity: 'b' }, 'b'],
    [{ labels: { entity_ref: 'c' } }, 'c'],
    [{ labels: { service: 'checkout' } }, undefined],
  ])('takes the entity of %j from %s', (data, entityRef) => {
    expect(signalOf({ data }).entityRef).toBe(entityRef);
  });

  it('takes several alerts out of one event', () => {
    const alerts = [
      { title: 'A', dedupKey: 'a' },
      { title: 'B', status: 'ok' },
    ];
    expect(
      signalsOf({ ...event, data: { alerts } }).map(signal => signal.status),
    ).toEqual(['firing', 'resolved']);
  });

  it('is dated by the event where the data has no dates', () => {
    const time = '2026-11-20T03:00:00Z';
    const startedAt = '2026-11-20T02:55:00Z';
    expect(signalOf({ time }).startedAt).toEqual(new Date(time));
    expect(signalOf({ time, data: { startedAt } }).startedAt).toEqual(
      new Date(startedAt),
    );
    expect(signalOf({ time, data: { status: 'ok' } })).toMatchObject({
      startedAt: undefined,
      resolvedAt: new Date(time),
    });
  });
});

describe('what an event is known by', () => {
  it('is what stays the same from fire to resolve when it has no key', () => {
    const known = (attributes: object) => signalOf(attributes).fingerprint;
    const data = { title: 'Disk', dedupKey: '{{key}}' };
    const one = { data, subject: 'db-1' };
    expect(known(one)).toBe(
      known({ ...one, id: '2', type: 'x.resolved', time: 'later' }),
    );
    expect(known({ type: 'a.firing' })).toBe(known({ type: 'a.resolved' }));
    expect(known({ type: 'a.firing' })).not.toBe(known({ type: 'b.firing' }));
    expect(known(one)).not.toBe(known({ ...one, subject: 'db-2' }));
    expect(known(one)).not.toBe(known({ ...one, source: '/t' }));
    expect(known(one)).not.toBe(known({ ...one, data: { title: 'CPU' } }));
  });

  it('is its delivery by id and source, and never by a constant', () => {
    expect(keyOf(event)).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(event)).toBe(keyOf({ ...event, type: 'else' }));
    expect(keyOf(event)).not.toBe(keyOf({ ...event, id: '2' }));
    expect(keyOf(event)).not.toBe(keyOf({ ...event, source: '/t' }));
    expect(keyOf([event, event])).not.toBe(keyOf(event));
    expect(keyOf({ ...event, id: '${EVENT_ID}' })).toBeUndefined();
  });
});

describe('how an event comes over HTTP', () => {
  const binary = {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': '77',
    'ce-source': '/s',
    'ce-type': 'com.example.alert.resolved',
    'ce-subject': 'caf%C3%A9',
  };

  it('has its attributes as headers in binary mode', () => {
    const body = '{"title":"Disk","dedupKey":9007199254740993}';
    expect(signalsOf(read(body, binary))[0]).toMatchObject({
      fingerprint: '9007199254740993',
      status: 'resolved',
      labels: { subject: 'café' },
    });
    expect(signalsOf(read('', binary))[0].title).toBe('café');
  });

  it('is all in the body in structured mode, alone or in a batch', () => {
    const contentType = 'application/cloudevents-batch+json; charset=utf-8';
    const batch = JSON.stringify([event, { ...event, id: '2' }]);
    expect(
      signalsOf(read(batch, { ...binary, 'content-type': contentType })),
    ).toHaveLength(2);
    expect(signalsOf(read(JSON.stringify(event), {}))).toHaveLength(1);
    expect(() => read('', {})).toThrow('The body is empty');
    expect(() => read('{', {})).toThrow('The body is not JSON');
  });
});

describe('what a producer is told when it is not understood', () => {
  it.each([
    [
      { ...event, specversion: '0.3' },
      'specversion: specversion must be "1.0"',
    ],
    [{ ...event, id: ' ' }, 'id: id must be the id of the event, but is " "'],
    [{ ...event, source: 4 }, 'source: source must be the source of the event'],
    [
      { ...event, data: { status: 'odd' } },
      'data.status: status must be "firing", "acknowledged" or "resolved", but is "odd"',
    ],
    [
      { ...event, data: { startedAt: '2026-11-20 03:00' } },
      'data.startedAt: startedAt must be an instant with its zone',
    ],
    [[event, { ...event, type: '' }], '1.type: type must be the type'],
    [Array(10_001).fill(event), 'but is a list of 10001'],
  ])('%# names the field and what was expected', (payload, sentence) => {
    expect(
      cloudevents.payload
        .safeParse(payload)
        .error?.issues.map(
          issue => `${issue.path.join('.')}: ${issue.message}`,
        ),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
