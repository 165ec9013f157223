import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { newrelic } from './newrelic';

describeAlertSource(newrelic);

const { samples } = newrelic;

function signalOf(payload: unknown) {
  return newrelic.toSignals(newrelic.payload.parse(payload))[0];
}

function activated(said: object) {
  return signalOf({ state: 'ACTIVATED', ...said });
}

describe('what becomes of an issue of New Relic', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(samples.activated.payload)).toEqual({
      fingerprint: '0ea2df1c-adab-45d2-aae0-042b609d2455',
      status: 'firing',
      title: "Error rate > 5% for at least 5 minutes on 'checkout'",
      description: 'The ratio of failed transactions of checkout is above 5%.',
      severity: 'CRITICAL',
      entityRef: undefined,
      labels: {
        account: '3141592',
        policy: 'Shop',
        condition: 'Error rate of checkout',
        impacted: 'checkout',
        workflow: 'Portal',
        service: 'checkout',
        env: 'prod',
      },
      links: [
        expect.objectContaining({ type: 'runbook' }),
        expect.objectContaining({ type: 'dashboard' }),
        expect.objectContaining({ title: 'Issue in New Relic' }),
      ],
      startedAt: new Date('2026-11-20T02:58:11.104Z'),
      resolvedAt: undefined,
    });
  });

  it('ends when the issue was closed', () => {
    const closed = new Date('2026-11-20T03:17:26.384Z');
    expect(signalOf(samples['activated-resolved'].payload).resolvedAt).toEqual(
      closed,
    );
    expect(signalOf(samples['classic-resolved'].payload).resolvedAt).toEqual(
      closed,
    );
  });

  it('finds the beginning of a classic incident by its duration', () => {
    expect(signalOf(samples.classic.payload).startedAt).toEqual(
      new Date('2026-11-20T02:58:11.104Z'),
    );
  });

  it.each([undefined, null, 'long', -5, 1e30])(
    'knows no beginning when the duration is %p',
    duration => {
      expect(
        activated({ timestamp: 1795143791104, duration }).startedAt,
      ).toBeUndefined();
    },
  );

  it.each([
    [{ state: 'CREATED' }, 'firing'],
    [{ state: 'ACTIVATED', acknowledgedAt: '1795143791104' }, 'acknowledged'],
    [{ state: 'ACTIVATED', trigger: 'ACKNOWLEDGED' }, 'acknowledged'],
    [{ state: 'ACTIVATED', trigger: 'UNACKNOWLEDGED' }, 'firing'],
    [{ state: 'ACTIVATED', acknowledgedAt: 0 }, 'firing'],
    [{ state: 'CLOSED', acknowledgedAt: 1795143791104 }, 'resolved'],
    [{ current_state: 'closed' }, 'resolved'],
  ])('reads %j as %s', (said, status) => {
    expect(signalOf(said).status).toBe(status);
  });

  it('finds the issue in its address', () => {
    const issueUrl =
      'https://radar-api.service.newrelic.com/accounts/1/issues/0ea2df1c-adab?notifier=WEBHOOK';
    expect(activated({ id: '{{issueId}}', issueUrl }).fingerprint).toBe(
      '0ea2df1c-adab',
    );
  });

  it.each([
    [
      { incident_id: -1, condition_name: 'A' },
      { incident_id: -1, condition_name: 'B' },
    ],
    [
      { id: '{{issueId}}', title: 'A' },
      { id: '{{issueId}}', title: 'B' },
    ],
    [
      { title: 'A', targets: [{ name: 'a' }] },
      { title: 'A', targets: [{ name: 'b' }] },
    ],
  ])('does not merge %j with %j', (one, other) => {
    expect(activated(one).fingerprint).not.toBe(activated(other).fingerprint);
  });

  it('takes the entity of a tag', () => {
    const tags = { backstage_entity: ['component:default/checkout'] };
    expect(activated({ tags }).entityRef).toBe('component:default/checkout');
  });
});

it.each(['test', 'classic-test'])('says that %s brings no alert', name => {
  const parsed = newrelic.payload.parse(samples[name].payload);
  expect(newrelic.remark!(parsed)).toMatch(/test/);
});

it.each([
  [{}, 'current_state', 'but is missing'],
  [{ state: 'SLEEPING' }, 'state', 'but is "SLEEPING"'],
  [{ current_state: 'asleep' }, 'current_state', 'but is "asleep"'],
])('refuses %j by its field %s', (payload, field, sentence) => {
  const issue = newrelic.payload.safeParse(payload).error?.issues[0];
  expect(issue?.path).toEqual([field]);
  expect(issue?.message).toContain(sentence);
});

it('proposes a template whose conditions are all closed', () => {
  const template = newrelic.guide!.steps.join('\n');
  expect(template.match(/\{\{#if /g)?.length).toBe(
    template.match(/\{\{\/if\}\}/g)?.length,
  );
});
