import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { zabbix } from './zabbix';

describeAlertSource(zabbix);

function signalOf(payload: object) {
  return zabbix.toSignals(zabbix.payload.parse(payload))[0];
}

function read(body: string) {
  return zabbix.readBody!({ rawBody: Buffer.from(body), headers: {} });
}

describe('what becomes of a problem of Zabbix', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(zabbix.samples.problem.payload as object)).toEqual({
      fingerprint: '184467440737095516',
      status: 'firing',
      title: 'High error rate on checkout (over 5% for 5m)',
      description:
        'Operational data: Current error rate: 7.3 %\n\nToo many requests of checkout answer 5xx.',
      severity: 'High',
      entityRef: 'component:default/checkout',
      labels: {
        host: 'checkout-web-1',
        host_name: 'Checkout web 1',
        host_ip: '192.0.2.17',
        host_groups: 'Shop/Web',
        service: 'checkout',
        scope: 'availability, performance',
        backstage_entity: 'component:default/checkout',
        runbook_url: 'https://runbooks.example.com/checkout/errors',
      },
      links: [
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/checkout/errors',
        },
        {
          title: 'Problem in Zabbix',
          type: 'alert',
          url: 'https://zabbix.example.com/zabbix/tr_events.php?triggerid=23104&eventid=184467440737095516',
        },
        {
          title: 'Address of the trigger',
          type: 'other',
          url: 'https://zabbix.example.com/zabbix/zabbix.php?action=dashboard.view&dashboardid=12',
        },
      ],
      startedAt: new Date(1795143600_000),
      resolvedAt: undefined,
    });
  });

  it.each([
    [{ event_value: '1', trigger_status: 'OK' }, 'firing'],
    [{ event_value: 1, event_ack_status: 'Yes' }, 'acknowledged'],
    [{ event_value: '1', event_recovery_value: '0' }, 'resolved'],
    [{ event_value: '0', event_ack_status: 'Yes' }, 'resolved'],
    [{ event_status: 'RESOLVED' }, 'resolved'],
    [{ trigger_status: 'ok' }, 'resolved'],
    [{ trigger_status: 'PROBLEM' }, 'firing'],
    [{ event_recovery_id: '77' }, 'resolved'],
  ])('reads the status of %j as %s', (said, status) => {
    expect(signalOf({ event_id: '1', ...said }).status).toBe(status);
  });

  it('keeps the digits of an id that was sent as a number', () => {
    const body = read('{"event_value":1,"event_id":18446744073709551615}');
    expect(signalOf(body as object).fingerprint).toBe('18446744073709551615');
  });

  it('falls back to the trigger, and then to what stays the same', () => {
    const known = (said: object) =>
      signalOf({ event_value: '1', event_id: '{EVENT.ID}', ...said })
        .fingerprint;
    expect(known({ trigger_id: '23104' })).toBe('trigger-23104');
    expect(known({ event_id: '0', trigger_id: '5' })).toBe('trigger-5');
    const subject = (alert_subject: string, host = 'a') =>
      known({ alert_subject, host });
    expect(subject('Problem: Disk full')).toBe(
      subject('Resolved in 5m 3s: Disk full'),
    );
    expect(subject('[PROBLEM] Disk full')).toBe(
      subject('[RESOLVED] Disk full'),
    );
    expect(subject('Problem: Disk full')).not.toBe(
      subject('Problem: Disk full', 'b'),
    );
  });

  it('has no start where Zabbix tells only a time without a zone', () => {
    const said = { event_date: '2026.11.20', event_time: '03:00:00' };
    expect(
      signalOf({ event_value: '1', event_timestamp: '0', ...said }).startedAt,
    ).toBeUndefined();
  });
});

describe('what brings no alert', () => {
  it.each([
    [zabbix.samples['test-button'].payload, 'a test of the media type'],
    [{ event_source: '1', event_value: '2' }, 'Zabbix told of a discovery'],
  ])('%# says why', (payload, sentence) => {
    const parsed = zabbix.payload.parse(payload);
    expect(zabbix.toSignals(parsed)).toEqual([]);
    expect(zabbix.remark!(parsed)).toContain(sentence);
  });

  it.each([
    [{ event_id: '1' }, 'but is missing'],
    [{ event_id: '1', event_value: '7' }, 'but is "7"'],
    [{ event_id: '1', event_value: '{EVENT.VALUE}' }, 'but is "{EVENT.VALUE}"'],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(zabbix.payload.safeParse(payload).error?.issues).toEqual([
      expect.objectContaining({
        path: ['event_value'],
        message: `event_value must be "1" for a problem or "0" for its end, ${sentence}`,
      }),
    ]);
  });

  it('says of a body what is wrong with it', () => {
    expect(() => read('{"event_id": {EVENT.ID}}')).toThrow(
      'The body is not JSON',
    );
  });
});
