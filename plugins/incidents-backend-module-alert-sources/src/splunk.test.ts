import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { splunk } from './splunk';

describeAlertSource(splunk);

function signalOf(payload: unknown) {
  return splunk.toSignals(splunk.payload.parse(payload))[0];
}

function rowOf(result: object, rest: object = {}) {
  return signalOf({ sid: 'a_at_1_1', search_name: 'S', result, ...rest });
}

describe('what becomes of a triggered search of Splunk', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(splunk.samples.columns.payload)).toEqual({
      fingerprint: 'Errors by service/errors-checkout',
      status: 'firing',
      title: 'Errors by service',
      description: undefined,
      severity: 'high',
      entityRef: 'component:default/checkout',
      labels: {
        search_name: 'Errors by service',
        app: 'search',
        service: 'checkout',
        errors: '1843',
        severity: 'high',
        backstage_entity: 'component:default/checkout',
      },
      links: [
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/checkout/errors',
        },
        {
          title: 'Results in Splunk',
          type: 'alert',
          url: 'https://splunk.example.com:8000/app/search/@go?sid=scheduler__admin__search__RMD5c0ffee_at_1795143600_132',
        },
      ],
      startedAt: new Date(1795143600_000),
      resolvedAt: undefined,
    });
  });

  it('takes no other column for the state, and has no severity of its own', () => {
    const signal = signalOf(splunk.samples.plain.payload);
    expect(signal).toMatchObject({
      status: 'firing',
      title: 'Search without a name',
      severity: undefined,
      description: '2026-11-20T03:00:00.000+0000 E STORAGE WiredTiger error',
      startedAt: undefined,
    });
    expect(signal.labels.tag).toBe('database, error');
    expect(signal.labels).not.toHaveProperty('_raw');
  });

  it.each([
    ['Resolved', 'resolved'],
    ['acknowledged', 'acknowledged'],
    ['', 'firing'],
    ['$result.state$', 'firing'],
  ])('reads the state %s as %s', (alert_status, status) => {
    expect(rowOf({ alert_status }).status).toBe(status);
  });

  it('is known by what stays the same from search to search', () => {
    const known = (result: object, rest?: object) =>
      rowOf({ host: 'a', count: '1', ...result }, rest).fingerprint;
    expect(known({})).toBe(known({ count: '99' }, { sid: 'a_at_2_7' }));
    expect(known({})).not.toBe(known({ host: 'b' }));
    expect(known({})).not.toBe(known({}, { search_name: 'T' }));
    expect(known({ dedup_key: '$result.key$' })).toBe(known({}));
    const unnamed = { search_name: null };
    expect(known({}, unnamed)).toBe(known({}, { ...unnamed, sid: 'a_at_2_7' }));
    expect(known({}, unnamed)).not.toBe(
      known({}, { ...unnamed, sid: 'b_at_1_1' }),
    );
  });
});

describe('what Splunk is told when it is not understood', () => {
  it.each([
    [{}, 'sid must be the id of a search, but is missing'],
    [
      { sid: 's', result: { alert_status: 'odd' } },
      'alert_status must be "firing", "acknowledged" or "resolved", but is "odd"',
    ],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(
      splunk.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([sentence]);
  });
});
