import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { pingdom } from './pingdom';

describeAlertSource(pingdom);

function signalOf(check: object) {
  const payload = { current_state: 'DOWN', check_name: 'Shop', ...check };
  return pingdom.toSignals(pingdom.payload.parse(payload))[0];
}

describe('what becomes of a state change of Pingdom', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(pingdom.samples.uptime.payload as object)).toEqual({
      fingerprint: '5681742',
      status: 'firing',
      title: 'Checkout answers',
      description:
        'See https://runbooks.example.com/checkout\n\nInvalid HTTP Response 503\n\nFirst seen from Stockholm, Sweden',
      severity: 'HIGH',
      entityRef: 'component:default/checkout',
      labels: {
        check: 'Checkout answers',
        check_type: 'HTTP',
        host: 'checkout.example.com',
        service: 'checkout',
        tags: 'shop',
        backstage_entity: 'component:default/checkout',
      },
      links: [
        {
          title: 'Check in Pingdom',
          type: 'alert',
          url: 'https://my.pingdom.com/app/reports/uptime#check=5681742',
        },
        {
          title: 'Checked address',
          type: 'other',
          url: 'https://checkout.example.com/healthz',
        },
      ],
      startedAt: new Date('2026-11-20T03:00:00Z'),
      resolvedAt: undefined,
    });
  });

  it('is known by name and host when there is no number', () => {
    const known = (check: object) => signalOf(check).fingerprint;
    expect(known({ check_id: 0 })).toBe(
      known({ check_id: null, current_state: 'UP', description: 'OK' }),
    );
    expect(known({})).not.toBe(known({ check_name: 'Else' }));
    expect(known({})).not.toBe(known({ check_params: { hostname: 'a' } }));
    expect(signalOf({}).links).toEqual([]);
  });

  it('tells a transaction from an uptime check of the same number', () => {
    const known = (check: object) =>
      signalOf({ check_id: 7, ...check }).fingerprint;
    expect(known({ current_state: 'DOWN' })).toBe('7');
    expect(known({ current_state: 'FAILING' })).toBe('transaction-7');
    expect(known({ current_state: 'success' })).toBe('transaction-7');
  });

  it('takes the time without a zone for UTC, as documented', () => {
    const state_changed_utc_time = '2026-11-20T03:00:00';
    expect(signalOf({ state_changed_utc_time }).startedAt).toEqual(
      new Date('2026-11-20T03:00:00Z'),
    );
    expect(
      signalOf({ current_state: 'UP', state_changed_timestamp: '1795144410' })
        .resolvedAt,
    ).toEqual(new Date(1795144410_000));
    expect(signalOf({}).startedAt).toBeUndefined();
  });

  it.each([
    [{ current_state: 'UNKNOWN' }, 'but is "UNKNOWN"'],
    [{}, 'but is missing'],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(
      pingdom.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([
      `current_state must be "UP", "DOWN", "SUCCESS" or "FAILING", ${sentence}`,
    ]);
  });
});
