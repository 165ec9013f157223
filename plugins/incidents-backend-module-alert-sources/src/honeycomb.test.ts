import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { honeycomb } from './honeycomb';

describeAlertSource(honeycomb);

const { samples } = honeycomb;
const rawBody = Buffer.from('{}');
const now = new Date('2026-11-20T03:00:00Z');

function signalOf(payload: unknown) {
  return honeycomb.toSignals(honeycomb.payload.parse(payload))[0];
}

describe('what becomes of an alert of Honeycomb', () => {
  it('carries over everything a responder needs of a trigger', () => {
    expect(signalOf(samples.triggered.payload)).toEqual({
      fingerprint: 'HpPzqZtCNA5',
      status: 'firing',
      title: 'Slow requests',
      description:
        'Requests that took longer than a second.\n\nCurrently greater than threshold value (25) for service.name:checkout (value 312)\n\n- service.name=checkout, route=/pay: 312\n- service.name=checkout, route=/cart: 41',
      severity: undefined,
      entityRef: undefined,
      labels: { alert_type: 'on_change', 'service.name': 'checkout' },
      links: [
        expect.objectContaining({ title: 'Result', type: 'dashboard' }),
        expect.objectContaining({ title: 'Trigger', type: 'alert' }),
      ],
      startedAt: undefined,
      resolvedAt: undefined,
    });
  });

  it('links to the SLO of a burn alert', () => {
    expect(signalOf(samples['burn-alert'].payload)).toMatchObject({
      title: 'Availability of checkout',
      labels: { alert_type: 'exhaustion_time' },
      links: [{ title: 'SLO' }, { title: 'SLI' }],
    });
  });

  it.each([
    ['TRIGGERED', 'firing'],
    ['tRiGgErEd', 'firing'],
    ['OK', 'resolved'],
    [' ok ', 'resolved'],
  ])('reads %p as %s', (status, ours) => {
    expect(signalOf({ status }).status).toBe(ours);
  });

  it('takes what a template adds', () => {
    expect(
      signalOf({
        status: 'TRIGGERED',
        severity: 'critical',
        runbook_url: 'https://runbooks.example.com/slow',
        backstage_entity: 'component:default/checkout',
        labels: { team: 'shop' },
        started_at: '2026-11-20T02:58:11Z',
      }),
    ).toMatchObject({
      severity: 'critical',
      entityRef: 'component:default/checkout',
      labels: { team: 'shop' },
      links: [{ type: 'runbook' }],
      startedAt: new Date('2026-11-20T02:58:11Z'),
    });
  });

  it.each([
    [
      { id: '', name: 'A' },
      { id: '', name: 'B' },
    ],
    [
      { id: '{{ .ID }}', name: 'A' },
      { id: '{{ .ID }}', name: 'B' },
    ],
    [
      { name: 'A', slo_url: 'https://example.com/1' },
      { name: 'A', slo_url: 'https://example.com/2' },
    ],
  ])('does not merge %j with %j', (one, other) => {
    const status = 'TRIGGERED';
    expect(signalOf({ status, ...one }).fingerprint).not.toBe(
      signalOf({ status, ...other }).fingerprint,
    );
  });
});

it.each([
  samples.test.payload,
  { is_test: 'true' },
  { status: 'TRIGGERED', summary: 'TRIGGER TEST: Triggered: A' },
])('says that the test %j brings no alert', payload => {
  const parsed = honeycomb.payload.parse(payload);
  expect(honeycomb.toSignals(parsed)).toEqual([]);
  expect(honeycomb.remark!(parsed)).toMatch(/test/);
});

it.each([{}, { status: 'ON' }, { status: null }])(
  'refuses %j by its status',
  payload => {
    const issue = honeycomb.payload.safeParse(payload).error?.issues[0];
    expect(issue?.path).toEqual(['status']);
    expect(issue?.message).toContain('must be "TRIGGERED" or "OK"');
  },
);

it.each([
  ['hush, you', true],
  ['hush', false],
  ['', false],
  [undefined, false],
])('with the shared secret %p it is genuine: %p', (token, genuine) => {
  const headers = { 'x-honeycomb-webhook-token': token };
  expect(honeycomb.isGenuine!({ rawBody, headers }, 'hush, you', now)).toBe(
    genuine,
  );
});

it('knows a delivery that is sent again', () => {
  const parsed = honeycomb.payload.parse({ status: 'OK' });
  const headers = { 'x-honeycomb-webhook-delivery-id': '7d1e' };
  expect(honeycomb.deliveryKey!(parsed, { rawBody, headers })).toBe('7d1e');
  expect(honeycomb.deliveryKey!(parsed, { rawBody, headers: {} })).toBe(
    undefined,
  );
});
