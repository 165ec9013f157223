import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { opsgenie } from './opsgenie';

describeAlertSource(opsgenie);

const { samples } = opsgenie;

function signalOf(payload: unknown) {
  return opsgenie.toSignals(opsgenie.payload.parse(payload))[0];
}

function created(alert: object) {
  return signalOf({ action: 'Create', alert });
}

describe('what becomes of an alert of Opsgenie', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(samples.create.payload)).toEqual({
      fingerprint: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1795143491104',
      status: 'firing',
      title: 'checkout answers 7.2% of its requests with 5xx',
      description: 'The ratio of 5xx answers is above 5%.',
      severity: 'P1',
      entityRef: undefined,
      labels: {
        alias: 'checkout-5xx',
        entity: 'checkout-7c9d8f6b5',
        env: 'prod',
        region: 'ap-northeast-1',
        responders: 'shop',
        runbook_url: 'https://runbooks.example.com/checkout/5xx',
        service: 'checkout',
        source: 'prometheus.example.com',
        tags: 'OverwritesQuietHours',
        team: 'shop',
      },
      links: [
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/checkout/5xx',
        },
      ],
      startedAt: new Date('2026-11-20T02:58:11.104Z'),
      resolvedAt: undefined,
    });
  });

  it('ends at its last update, which is in nanoseconds', () => {
    expect(signalOf(samples['create-resolved'].payload).resolvedAt).toEqual(
      new Date('2026-11-20T03:17:26.384Z'),
    );
  });

  it.each([
    [{ alias: 'x' }, { alias: 'y' }],
    [
      { alias: '{{alias}}', message: 'A' },
      { alias: '{{alias}}', message: 'B' },
    ],
    [
      { alertId: '1', alias: 'same' },
      { alertId: '2', alias: 'same' },
    ],
  ])('does not merge %j with %j', (one, other) => {
    expect(created(one).fingerprint).not.toBe(created(other).fingerprint);
  });

  it.each([
    [{ details: { backstage_entity: 'component:default/a' } }],
    [{ tags: ['backstage_entity:component:default/a'] }],
    [{ details: { entity_ref: 'component:default/a' }, entity: 'b' }],
  ])('takes the entity that %j names', alert => {
    expect(created(alert).entityRef).toBe('component:default/a');
  });

  it('does not take the entity field for an entity of the catalog', () => {
    expect(created({ entity: 'checkout' }).entityRef).toBeUndefined();
  });

  it('has no severity when Opsgenie gives no priority', () => {
    expect(created({}).severity).toBeUndefined();
  });
});

it.each(['note', 'new-priority'])('says that %s changes nothing', name => {
  const parsed = opsgenie.payload.parse(samples[name].payload);
  expect(opsgenie.remark!(parsed)).toMatch(/neither opens/);
});

it.each([
  [{ alert: {} }, ['action'], 'but is missing'],
  [{ action: ' ', alert: {} }, ['action'], 'but is " "'],
  [{ action: 'Create' }, ['alert'], 'but is missing'],
])('names the field that is missing in %j', (payload, path, sentence) => {
  const issue = opsgenie.payload.safeParse(payload).error?.issues[0];
  expect(issue?.path).toEqual(path);
  expect(issue?.message).toContain(sentence);
});
