import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { datadog } from './datadog';

describeAlertSource(datadog);

const { samples } = datadog;

function signalOf(payload: object) {
  return datadog.toSignals(datadog.payload.parse(payload))[0];
}

describe('what becomes of a notification of Datadog', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(samples.triggered.payload as object)).toEqual({
      fingerprint: '52761034/env:prod,service:checkout',
      status: 'firing',
      title: 'Error rate of checkout is high on env:prod,service:checkout',
      description: expect.stringContaining('More than 5% of requests fail.'),
      severity: 'P1',
      entityRef: undefined,
      labels: {
        env: 'prod',
        metric: 'trace.http.request.errors',
        monitor_id: '52761034',
        org: 'Example',
        service: 'checkout',
        tags: 'monitor',
        team: 'shop',
      },
      links: [
        {
          title: 'Event in Datadog',
          type: 'alert',
          url: 'https://app.datadoghq.com/event/event?id=7352917264830192742',
        },
        expect.objectContaining({ type: 'dashboard' }),
      ],
      startedAt: new Date('2026-11-20T02:58:11Z'),
      resolvedAt: undefined,
    });
  });

  it('ends with the notification of the recovery', () => {
    const { resolvedAt, startedAt } = signalOf(
      samples['triggered-resolved'].payload as object,
    );
    expect(resolvedAt).toEqual(new Date('2026-11-20T03:17:11Z'));
    expect(startedAt).toBeUndefined();
  });

  it('does not take a repeated notification for the beginning', () => {
    expect(
      signalOf(samples.renotify.payload as object).startedAt,
    ).toBeUndefined();
  });

  it.each([
    ['Triggered', 'firing'],
    ['Re-Triggered', 'firing'],
    ['Warn', 'firing'],
    ['Re-Warn', 'firing'],
    ['No Data', 'firing'],
    ['Re-No Data', 'firing'],
    ['Renotify', 'firing'],
    ['Re-Renotify', 'firing'],
    ['Recovered', 'resolved'],
    ['recovered', 'resolved'],
    ['Warn Recovered', 'resolved'],
  ])('reads the transition %s as %s', (alert_transition, status) => {
    expect(signalOf({ alert_transition }).status).toBe(status);
  });

  it.each([
    [{ alert_type: 'success' }, 'resolved'],
    [{ alert_type: 'error' }, 'firing'],
    [{ title: '[Recovered] A' }, 'resolved'],
    [{ title: '[P3] [No Data on {host:a}] A' }, 'firing'],
    [{ alert_transition: '$ALERT_TRANSITION', title: '[OK] A' }, 'resolved'],
    [{ ALERT_TRANSITION: 'Warn' }, 'firing'],
    [{ alertTransition: 'Recovered' }, 'resolved'],
  ])('reads %j as %s', (payload, status) => {
    expect(signalOf(payload).status).toBe(status);
  });

  it.each([
    [{ alert_priority: 'P2', alert_type: 'error' }, 'P2'],
    [{ priority: 'P4' }, 'P4'],
    [{ priority: 'normal', alert_type: 'warning' }, 'warning'],
    [{ priority: 'normal', tags: 'severity:page' }, 'page'],
    [{ priority: 'low' }, undefined],
  ])('reads the severity of %j as %s', (payload, severity) => {
    expect(
      signalOf({ alert_transition: 'Triggered', ...payload }).severity,
    ).toBe(severity);
  });

  it.each([
    [
      { alert_id: '1', alert_scope: 'host:a' },
      { alert_id: '1', alert_scope: 'host:b' },
    ],
    [{ alert_title: 'A' }, { alert_title: 'B' }],
    [
      { aggreg_key: '$AGGREG_KEY', alert_title: 'A' },
      { aggreg_key: '$AGGREG_KEY', alert_title: 'B' },
    ],
    [
      { alert_id: '1', alert_cycle_key: 'c1' },
      { alert_id: '1', alert_cycle_key: 'c2' },
    ],
    [{ title: '[Warn on {host:a}] D' }, { title: '[Warn on {host:b}] D' }],
  ])('does not merge %j with %j', (one, other) => {
    const transition = { alert_transition: 'Triggered' };
    expect(signalOf({ ...transition, ...one }).fingerprint).not.toBe(
      signalOf({ ...transition, ...other }).fingerprint,
    );
  });

  it('takes the entity of a tag', () => {
    expect(
      signalOf({
        alert_transition: 'Triggered',
        tags: 'backstage_entity:component:default/checkout,env:prod',
      }).entityRef,
    ).toBe('component:default/checkout');
  });

  it('keeps the digits of an id without quotes', () => {
    const rawBody = Buffer.from(
      '{"alert_transition":"Warn","alert_cycle_key":8421997013371337001}',
    );
    const body = datadog.readBody!({ rawBody, headers: {} });
    expect(signalOf(body as object).fingerprint).toBe('8421997013371337001');
  });
});

it('says that a test brings no alert', () => {
  const payload = datadog.payload.parse(samples.test.payload);
  expect(datadog.remark!(payload)).toMatch(/test/);
});

it.each([
  [{}, 'but is missing'],
  [{ alert_transition: 'Exploded' }, 'but is "Exploded"'],
])('refuses %j by the transition', (payload, sentence) => {
  const issues = datadog.payload.safeParse(payload).error?.issues;
  expect(issues?.[0].path).toEqual(['alert_transition']);
  expect(issues?.[0].message).toContain(sentence);
});
