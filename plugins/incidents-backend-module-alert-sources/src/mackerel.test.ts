import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { mackerel } from './mackerel';

describeAlertSource(mackerel);

function signalOf(alert: object, rest: object = {}) {
  const payload = {
    event: 'alert',
    alert: { isOpen: true, ...alert },
    ...rest,
  };
  return mackerel.toSignals(mackerel.payload.parse(payload))[0];
}

describe('what becomes of an alert of Mackerel', () => {
  it('carries over everything a responder needs', () => {
    const [signal] = mackerel.toSignals(
      mackerel.payload.parse(mackerel.samples.host.payload),
    );
    expect(signal).toEqual({
      fingerprint: '2bjcheckout1',
      status: 'firing',
      title: 'CPU of checkout on checkout-app-01',
      description:
        'CPU % 92.4 > 90\n\nRestart one worker at a time.\nbackstage_entity: component:default/checkout',
      severity: 'critical',
      entityRef: 'component:default/checkout',
      labels: {
        monitor: 'CPU of checkout',
        metric: 'CPU %',
        type: 'host',
        host: 'checkout-app-01',
        service: 'checkout',
        role: 'web',
        org: 'example',
      },
      links: [
        {
          title: 'Alert in Mackerel',
          type: 'alert',
          url: 'https://mackerel.io/orgs/example/alerts/2bjcheckout1',
        },
        {
          title: 'Graph',
          type: 'dashboard',
          url: 'https://mackerel.io/embed/public/abcdef/checkout-cpu.png',
        },
        {
          title: 'Host in Mackerel',
          type: 'dashboard',
          url: 'https://mackerel.io/orgs/example/hosts/22D4checkout',
        },
      ],
      startedAt: new Date(1795143600_000),
      resolvedAt: undefined,
    });
  });

  it.each([
    [{ status: 'ok' }, 'resolved'],
    [{ status: 'critical', isOpen: false }, 'resolved'],
    [{ status: 'critical', isOpen: 'False' }, 'resolved'],
    [{ status: 'WARNING', isOpen: undefined }, 'firing'],
    [{ status: 'novel', isOpen: 'true' }, 'firing'],
  ])('reads the status of %j as %s', (alert, status) => {
    expect(signalOf(alert).status).toBe(status);
  });

  it('has no severity of its own when it is over', () => {
    expect(signalOf({ status: 'ok' }).severity).toBeUndefined();
    expect(signalOf({ status: 'novel' }).severity).toBe('novel');
  });

  it('is known by monitor and host when there is no id', () => {
    const known = (monitorName: string, name: string, status = 'critical') =>
      signalOf({ monitorName, status }, { host: { name } }).fingerprint;
    expect(known('CPU', 'a')).toBe(known('CPU', 'a', 'ok'));
    expect(known('CPU', 'a')).not.toBe(known('CPU', 'b'));
    expect(known('CPU', 'a')).not.toBe(known('Memory', 'a'));
  });

  it('names each service of a host once', () => {
    const roles = [
      { serviceName: 'checkout', roleName: 'web' },
      { serviceName: 'checkout', roleName: 'worker' },
      null,
    ];
    expect(signalOf({}, { host: { roles } }).labels).toEqual({
      service: 'checkout',
      role: 'web, worker',
    });
  });

  it('dates by milliseconds what has no seconds, and nothing by zero', () => {
    expect(signalOf({ createdAt: 1795143600693 }).startedAt).toEqual(
      new Date(1795143600693),
    );
    expect(signalOf({ status: 'ok', closedAt: 0, openedAt: 0 })).toMatchObject({
      startedAt: undefined,
      resolvedAt: undefined,
    });
  });
});

describe('what brings no alert', () => {
  it.each([
    [{ event: 'sample' }, 'A sample notification'],
    [{ event: 'monitorUpdate', alert: 5 }, 'An event "monitorUpdate"'],
  ])('says of %j why', (payload, sentence) => {
    const parsed = mackerel.payload.parse(payload);
    expect(mackerel.toSignals(parsed)).toEqual([]);
    expect(mackerel.remark!(parsed)).toContain(sentence);
  });

  it.each([
    [{}, 'event must be a text such as "alert", but is missing'],
    [
      { event: 'alert', alert: { status: 'odd' } },
      'status must be "ok", "warning", "critical" or "unknown", but is "odd"',
    ],
    [{ event: 'alert' }, 'status must be "ok"'],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(
      mackerel.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
