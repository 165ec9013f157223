import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { createHmac } from 'node:crypto';
import { sentry } from './sentry';

describeAlertSource(sentry);

const { samples } = sentry;

function signalOf(payload: unknown) {
  return sentry.toSignals(sentry.payload.parse(payload))[0];
}

function triggered(event: object) {
  return signalOf({ action: 'triggered', data: { event } });
}

describe('what becomes of an alert of Sentry', () => {
  it('carries over everything a responder needs of an event', () => {
    expect(signalOf(samples['issue-alert'].payload)).toEqual({
      fingerprint: 'issue-1170820242',
      status: 'firing',
      title: "TypeError: Cannot read properties of undefined (reading 'price')",
      description: "Cannot read properties of undefined (reading 'price')",
      severity: 'error',
      entityRef: 'component:default/checkout',
      labels: {
        project: '4505320873410560',
        culprit: 'POST /carts/:id/checkout',
        platform: 'node',
        rule: 'Many errors in checkout',
        environment: 'production',
        level: 'error',
        server_name: 'checkout-7c9d8f6b5-4xk2p',
        backstage_entity: 'component:default/checkout',
      },
      links: [
        {
          title: 'Event in Sentry',
          type: 'alert',
          url: 'https://sentry.io/organizations/example/issues/1170820242/events/e4874d664c3540c1a32eab185f12c5ab/',
        },
      ],
      startedAt: new Date('2026-11-20T02:58:11.169Z'),
    });
  });

  it('carries over everything a responder needs of a metric', () => {
    expect(signalOf(samples['critical-metric-alert'].payload)).toMatchObject({
      title: 'Error rate of search-api',
      description: 'failure_rate() in the last 10 minutes is 0.07',
      severity: 'critical',
      labels: { project: 'search-api', environment: 'production' },
      links: [{ type: 'alert' }],
      startedAt: new Date('2026-11-20T03:03:00Z'),
    });
  });

  it('ends a metric alert when Sentry says, without a severity', () => {
    expect(
      signalOf(samples['critical-metric-alert-resolved'].payload),
    ).toMatchObject({
      severity: undefined,
      resolvedAt: new Date('2026-11-20T03:44:00.120Z'),
    });
  });

  it('finds the issue in its address', () => {
    const issue_url = 'https://sentry.io/api/0/issues/1170820242/';
    expect(triggered({ issue_url }).fingerprint).toBe('issue-1170820242');
  });

  it('keeps the digits of long ids', () => {
    const rawBody = Buffer.from(
      '{"action":"triggered","data":{"event":{"issue_id":9007199254740993}}}',
    );
    const body = sentry.readBody!({ rawBody, headers: {} });
    expect(signalOf(body).fingerprint).toBe('issue-9007199254740993');
  });

  it.each([
    [
      { title: 'A', project: 1 },
      { title: 'A', project: 2 },
    ],
    [
      { title: 'A', issue_id: '' },
      { title: 'B', issue_id: '' },
    ],
  ])('does not merge %j with %j', (one, other) => {
    expect(triggered(one).fingerprint).not.toBe(triggered(other).fingerprint);
  });

  it.each([
    ['resolved', 'resolved'],
    ['archived', 'resolved'],
    ['ignored', 'resolved'],
    ['triggered', 'firing'],
  ])('reads the action %s of an issue as %s', (action, status) => {
    expect(signalOf({ action, data: { issue: { id: '1' } } }).status).toBe(
      status,
    );
  });

  it.each([
    [{ action: 'created', status: 2 }, 'resolved'],
    [{ action: '', status: 10 }, 'firing'],
    [{ action: 'warning', status: 2 }, 'firing'],
  ])('reads the metric alert %j as %s', ({ action, status }, ours) => {
    const data = { metric_alert: { id: '1', status } };
    expect(signalOf({ action, data }).status).toBe(ours);
  });
});

it.each([
  ['test', /test notification/],
  ['created', /only alert rules fire/],
  ['installed', /Only issue alerts/],
])('says that %s brings no alert', (name, sentence) => {
  const parsed = sentry.payload.parse(samples[name].payload);
  expect(sentry.remark!(parsed)).toMatch(sentence);
});

it.each([
  [{}, ['data'], 'but is missing'],
  [{ action: 'triggered', data: [] }, ['data'], 'but is a list of 0'],
  [
    { action: 'paused', data: { metric_alert: {} } },
    ['action'],
    'must be "critical", "warning" or "resolved", but is "paused"',
  ],
])(
  'names the field that it does not understand in %j',
  (payload, path, said) => {
    const issue = sentry.payload.safeParse(payload).error?.issues[0];
    expect(issue?.path).toEqual(path);
    expect(issue?.message).toContain(said);
  },
);

it('knows its signature over the bytes', () => {
  const rawBody = Buffer.from('{"action":"triggered","data":{"n":1.0}}');
  const sign = (secret: string) =>
    createHmac('sha256', secret).update(rawBody).digest('hex');
  const isGenuine = (headers: Record<string, string>) =>
    sentry.isGenuine!({ rawBody, headers }, 'hush', new Date(0));
  expect(isGenuine({ 'sentry-hook-signature': sign('hush') })).toBe(true);
  expect(isGenuine({ 'sentry-hook-signature': sign('other') })).toBe(false);
  expect(isGenuine({})).toBe(false);
});
