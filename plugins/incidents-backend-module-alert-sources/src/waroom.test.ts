import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { waroom } from './waroom';

describeAlertSource(waroom);

const { samples } = waroom;

function signalOf(payload: unknown) {
  return waroom.toSignals(waroom.payload.parse(payload))[0];
}

describe('what becomes of what Waroom knows', () => {
  it('carries over everything a responder needs of an incident', () => {
    expect(signalOf(samples['incident-resolved'].payload)).toEqual({
      fingerprint: 'fbe45e25-3564-4e87-bbe1-18c2d7513cef',
      status: 'resolved',
      title: 'search-api の応答が遅い',
      description: undefined,
      severity: 'critical',
      entityRef: undefined,
      labels: { service: 'search-api', env: 'prod' },
      links: [
        {
          title: 'Incident in Waroom',
          type: 'alert',
          url: 'https://app.waroom.com/services/search-api/incidents/919',
        },
      ],
      startedAt: new Date('2026-11-20T03:04:05Z'),
      resolvedAt: new Date('2026-11-20T03:44:00Z'),
    });
  });

  it.each([
    ['detected', 'firing'],
    ['investigating', 'acknowledged'],
    ['fixing', 'acknowledged'],
    ['resolved', 'resolved'],
    ['close', 'resolved'],
    ['CLOSED', 'resolved'],
  ])('reads the status %s as %s', (status, ours) => {
    expect(signalOf({ event: { status } }).status).toBe(ours);
  });

  it.each([
    [{ event: { status: 'detected', aggregation_key: 'k' } }, 'k'],
    [{ status: 'detected', aggregation_key: 'k', id: 5 }, 'k'],
    [{ status: 'detected', uuid: 'u', id: 5 }, 'u'],
    [{ incident: { status: 'detected', id: 919 } }, '919'],
    [
      {
        data: {
          event: { status: 'fixing', uuid: 'another each time' },
          incident: { uuid: 'u' },
        },
      },
      'u',
    ],
    [{ event: { status: 'fixing', uuid: 'x', incident_id: 919 } }, '919'],
  ])('%j has the key %s', (payload, key) => {
    expect(signalOf(payload).fingerprint).toBe(key);
  });

  it.each([
    [{ title: 'A' }, { title: 'B' }],
    [
      { title: 'A', service_name: 'a' },
      { title: 'A', service_name: 'b' },
    ],
    [
      { title: 'A', aggregation_key: '{{key}}' },
      { title: 'B', aggregation_key: '{{key}}' },
    ],
  ])('does not merge %j with %j', (one, other) => {
    const status = 'detected';
    expect(signalOf({ event: { status, ...one } }).fingerprint).not.toBe(
      signalOf({ event: { status, ...other } }).fingerprint,
    );
  });

  it.each([
    { backstage_entity: 'component:default/a' },
    [{ name: 'backstage_entity', value: 'component:default/a' }],
  ])('takes the entity of the labels %j', labels => {
    const incident = { status: 'detected', labels };
    expect(signalOf({ incident }).entityRef).toBe('component:default/a');
  });
});

it.each([
  [{}, 'but is missing'],
  [{ event: { status: 'asleep' } }, 'but is "asleep"'],
])('refuses %j by its status', (payload, sentence) => {
  const issue = waroom.payload.safeParse(payload).error?.issues[0];
  expect(issue?.path).toEqual(['status']);
  expect(issue?.message).toContain(sentence);
});
