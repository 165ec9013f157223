import { pageThread } from 'backstage-plugin-incidents-node';
import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { createHmac } from 'node:crypto';
import { pagerduty } from './pagerduty';

describeAlertSource(pagerduty);

const { samples } = pagerduty;

function signalsOf(payload: unknown) {
  return pagerduty.toSignals(pagerduty.payload.parse(payload));
}

function eventWith(data: object, event: object = {}) {
  return {
    event: {
      event_type: 'incident.triggered',
      ...event,
      data: { type: 'incident', id: 'P1', ...data },
    },
  };
}

describe('what becomes of an incident of PagerDuty', () => {
  it('carries over everything a responder needs', () => {
    expect(signalsOf(samples.triggered.payload)).toEqual([
      {
        fingerprint: 'Q2KDZ7VX1QGR0V',
        status: 'firing',
        title: 'checkout answers 7.2% of its requests with 5xx',
        description: undefined,
        severity: 'P1',
        entityRef: undefined,
        labels: {
          service: 'checkout',
          service_id: 'PF9KMXH',
          priority: 'P1',
          urgency: 'high',
          escalation_policy: 'Shop',
          incident_type: 'incident_default',
          teams: 'shop',
          number: '1742',
        },
        links: [
          {
            title: 'Incident in PagerDuty',
            type: 'alert',
            url: 'https://example.pagerduty.com/incidents/Q2KDZ7VX1QGR0V',
          },
          expect.objectContaining({ title: 'Conference bridge' }),
        ],
        startedAt: new Date('2026-11-20T02:58:16Z'),
        resolvedAt: undefined,
      },
    ]);
  });

  it('ends when the event of the resolve happened', () => {
    expect(
      signalsOf(samples['triggered-resolved'].payload)[0].resolvedAt,
    ).toEqual(new Date('2026-11-20T03:17:26.169Z'));
    expect(
      signalsOf(samples['version-2-resolved'].payload)[0].resolvedAt,
    ).toEqual(new Date('2026-11-20T03:44:00Z'));
  });

  it('reads what the monitor behind it said, from the log of version 2', () => {
    expect(signalsOf(samples['version-2'].payload)[0]).toMatchObject({
      entityRef: 'resource:default/db-1',
      severity: 'low',
      labels: { host: 'db-1.example.com', service: 'database' },
      links: [{ type: 'runbook' }, { type: 'alert' }],
    });
  });

  it('reads an entity from a custom field', () => {
    const custom_fields = [
      { name: 'backstage_entity', value: 'component:default/cart' },
    ];
    expect(signalsOf(eventWith({ custom_fields }))[0].entityRef).toBe(
      'component:default/cart',
    );
  });

  it('is nothing when it is a page of the portal that comes back', () => {
    const incident_key = pageThread.write('01939e6c-0000-7000-8000-1', 2);
    const v3 = eventWith({ incident_key });
    const v2 = {
      messages: [
        { event: 'incident.trigger', incident: { id: 'P1', incident_key } },
        { event: 'incident.trigger', incident: { id: 'P2' } },
      ],
    };
    expect(signalsOf(v3)).toEqual([]);
    expect(signalsOf(v2).map(({ fingerprint }) => fingerprint)).toEqual(['P2']);
    for (const payload of [v3, v2]) {
      expect(pagerduty.remark!(pagerduty.payload.parse(payload))).toMatch(
        /is a page of this portal/,
      );
    }
  });

  it.each([
    [{ priority: { summary: 'P3' }, urgency: 'high' }, 'P3'],
    [{ priority: null, urgency: 'low' }, 'low'],
    [{}, undefined],
  ])('reads the severity of %j as %s', (incident, severity) => {
    expect(signalsOf(eventWith(incident))[0].severity).toBe(severity);
  });

  it('does not merge incidents without an id', () => {
    const [one] = signalsOf(eventWith({ id: '', title: 'A' }));
    const [other] = signalsOf(eventWith({ id: '', title: 'B' }));
    expect(one.fingerprint).not.toBe(other.fingerprint);
  });

  it.each([
    ['incident.escalated', 'triggered', 'firing'],
    ['incident.delegated', 'acknowledged', 'acknowledged'],
    ['incident.reopened', 'triggered', 'firing'],
    ['incident.something_new', 'resolved', 'resolved'],
  ])('reads %s of an incident that is %s as %s', (event_type, status, ours) => {
    expect(signalsOf(eventWith({ status }, { event_type }))[0].status).toBe(
      ours,
    );
  });
});

describe('a delivery of PagerDuty', () => {
  function deliveryKeyOf(payload: unknown) {
    const request = { rawBody: Buffer.alloc(0), headers: {} };
    return pagerduty.deliveryKey!(pagerduty.payload.parse(payload), request);
  }

  it('has the name of its event, or of its messages', () => {
    expect(deliveryKeyOf(eventWith({}, { id: '01D' }))).toBe('01D');
    expect(deliveryKeyOf(eventWith({}))).toBeUndefined();
    expect(deliveryKeyOf(samples['version-2'].payload)).toBe(
      '69a7ced1-02cd-11f1-b78a-22000afd0e11',
    );
    expect(deliveryKeyOf(samples['version-2-of-several'].payload)).not.toBe(
      deliveryKeyOf(samples['version-2'].payload),
    );
    expect(deliveryKeyOf({ messages: [{ event: 'a' }] })).toBeUndefined();
  });

  it.each([
    ['note', /incident\.annotated/],
    ['test', /test of a webhook/],
  ])('says that %s brings no alert', (name, sentence) => {
    const parsed = pagerduty.payload.parse(samples[name].payload);
    expect(pagerduty.remark!(parsed)).toMatch(sentence);
  });

  it.each([
    [{}, 'event: event must be an object'],
    [{ messages: {} }, 'messages: messages must be a list'],
    [{ messages: [null] }, 'messages.0: '],
    [
      eventWith({ status: 'gone' }, { event_type: 'incident.new' }),
      'event.data.status: status must be "triggered", "acknowledged" or "resolved", but is "gone"',
    ],
    [
      { messages: [{ event: 'incident.new', incident: {} }] },
      'messages.0.incident.status: status must be',
    ],
  ])('names the field that it does not understand in %j', (payload, said) => {
    const issues = pagerduty.payload.safeParse(payload).error?.issues;
    expect(issues?.map(i => `${i.path.join('.')}: ${i.message}`)).toEqual([
      expect.stringContaining(said),
    ]);
  });
});

describe('the signature of PagerDuty', () => {
  const rawBody = Buffer.from('{"event":{"id":"検"}}');
  const right = createHmac('sha256', 'hush').update(rawBody).digest('hex');
  const wrong = right.replace(/./g, digit => (digit === '0' ? '1' : '0'));

  it.each([
    [`v1=${right}`, true],
    [`v1=${wrong},v1=${right}`, true],
    [`v1=${right}, v1=${wrong}`, true],
    [`v1=${wrong}`, false],
    [`v2=${right}`, false],
    [right, false],
    ['', false],
  ])('%s: %p', (signature, genuine) => {
    const headers = { 'x-pagerduty-signature': signature };
    const now = new Date('2026-11-20T03:00:00Z');
    expect(pagerduty.isGenuine!({ rawBody, headers }, 'hush', now)).toBe(
      genuine,
    );
  });
});
