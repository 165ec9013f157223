import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { elastic } from './elastic';

describeAlertSource(elastic);

function signalsOf(payload: unknown) {
  return elastic.toSignals(elastic.payload.parse(payload));
}

function alertOf(fields: object) {
  const alert = { rule_id: 'r', alert_id: 'a', action_group: 'default' };
  return signalsOf({ ...alert, ...fields })[0];
}

describe('what becomes of an alert of Kibana', () => {
  it('carries over everything a responder needs', () => {
    expect(signalsOf(elastic.samples.alert.payload)).toEqual([
      {
        fingerprint:
          'b3f3d466-1a6d-4f67-af69-038b9f4403b6:checkout_production_request',
        status: 'firing',
        title: 'Latency of checkout',
        description:
          'Avg. latency is 2.4 s in the last 5 mins for service: checkout, env: production. Alert when > 0.8 s.',
        severity: undefined,
        entityRef: 'component:default/checkout',
        labels: {
          rule_id: 'b3f3d466-1a6d-4f67-af69-038b9f4403b6',
          rule_name: 'Latency of checkout',
          space_id: 'default',
          alert_id: 'checkout_production_request',
          service: 'checkout',
          environment: 'production',
          backstage_entity: 'component:default/checkout',
          tags: 'apm',
        },
        links: [
          {
            title: 'Alert in Kibana',
            type: 'alert',
            url: 'https://kibana.example.com/app/observability/alerts/0d0a3b7e-6f0a-4a3e-9d28-3a2f0f1b2c3d',
          },
          {
            title: 'View in Kibana',
            type: 'alert',
            url: 'https://kibana.example.com/app/apm/services/checkout?environment=production',
          },
          {
            title: 'Rule in Kibana',
            type: 'other',
            url: 'https://kibana.example.com/app/management/insightsAndAlerting/triggersActions/rule/b3f3d466-1a6d-4f67-af69-038b9f4403b6',
          },
        ],
        startedAt: undefined,
        resolvedAt: undefined,
      },
    ]);
  });

  it('dates its end by the action, and leaves out relative links without a base', () => {
    expect(
      signalsOf(elastic.samples['alert-resolved'].payload)[0].resolvedAt,
    ).toEqual(new Date('2026-11-20T03:13:30.101Z'));
    expect(alertOf({ view_url: '/app/x', kibana_base_url: '' }).links).toEqual(
      [],
    );
  });

  it.each([
    [{ action_group: 'Recovered' }, 'resolved'],
    [{ action_group: 'recovered', status: 'active' }, 'resolved'],
    [{ action_group: 'query matched' }, 'firing'],
    [{ action_group: '', status: 'acknowledged' }, 'acknowledged'],
    [{ action_group: '', status: 'OK' }, 'resolved'],
  ])('reads the status of %j as %s', (fields, status) => {
    expect(alertOf(fields).status).toBe(status);
  });

  it('takes the level from the group only where the group is one', () => {
    const level = (action_group: string, action_group_name: string) =>
      alertOf({ action_group, action_group_name }).severity;
    expect(level('slo.burnRate.high', 'High')).toBe('High');
    expect(level('metrics.threshold.warning', 'Warning')).toBe('Warning');
    expect(level('metrics.threshold.fired', 'Alert')).toBeUndefined();
    expect(alertOf({ severity: 'sev2' }).severity).toBe('sev2');
  });

  it('does not merge strangers by a constant or empty id', () => {
    const known = (fields: object) => alertOf(fields).fingerprint;
    expect(known({ alert_id: '*' })).toBe('r:*');
    expect(known({ alert_id: '*', rule_id: 's' })).toBe('s:*');
    expect(known({ alert_id: '', alert_uuid: 'u' })).toBe('u');
    const derived = { alert_id: '{{alert.id}}', host: 'a', reason: 'one' };
    expect(known(derived)).toBe(known({ ...derived, reason: 'two' }));
    expect(known(derived)).not.toBe(known({ ...derived, host: 'b' }));
    expect(known(derived)).not.toBe(known({ ...derived, rule_id: 's' }));
  });
});

describe('what becomes of a summary', () => {
  it('counts each alert by its own status, and says what is left out', () => {
    const [first, second, third] = signalsOf(elastic.samples.summary.payload);
    expect(first).toMatchObject({
      title: 'CPU of hosts',
      severity: 'critical',
      description:
        'CPU usage is 95% for web-1\n\nKibana left out 1 more of this summary.',
      startedAt: new Date('2026-11-20T03:00:00.480Z'),
    });
    expect(first.labels).toMatchObject({ host: 'web-1' });
    expect(second.title).toBe('CPU of hosts');
    expect(third.resolvedAt).toEqual(new Date('2026-11-20T03:13:30.101Z'));
    const misplaced = { kibana: { alert: { status: 'active' } } };
    expect(
      signalsOf({ rule_id: 'r', alerts: { recovered: [misplaced] } })[0].status,
    ).toBe('firing');
  });

  it('goes by the list where an alert has no status', () => {
    const alerts = { ongoing: [{}], recovered: [{}] };
    expect(
      signalsOf({ rule_id: 'r', alerts }).map(signal => signal.status),
    ).toEqual(['firing', 'resolved']);
  });

  it('says when it names no alert', () => {
    const parsed = elastic.payload.parse({ alerts: { new: [] } });
    expect(elastic.toSignals(parsed)).toEqual([]);
    expect(elastic.remark!(parsed)).toContain('names no alert');
  });
});

describe('what becomes of a match of ElastAlert', () => {
  it('carries over what the rule and the match say', () => {
    expect(signalsOf(elastic.samples.elastalert.payload)[0]).toMatchObject({
      title: 'Errors of checkout',
      description: 'upstream connect error',
      severity: 'high',
      entityRef: 'component:default/checkout',
      labels: {
        host: 'checkout-web-1',
        rule_name: 'Errors of checkout',
        severity: 'high',
        backstage_entity: 'component:default/checkout',
      },
      links: [
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/checkout/errors',
        },
      ],
      startedAt: new Date('2026-11-20T03:00:00.480Z'),
    });
  });

  it('can be resolved by its status', () => {
    const rule = { rule_name: 'R', key: 'k' };
    const [fired] = signalsOf({ ...rule, num_hits: 3 });
    const [resolved] = signalsOf({ ...rule, status: 'resolved' });
    expect(resolved.status).toBe('resolved');
    expect(resolved.fingerprint).toBe(fired.fingerprint);
  });
});

describe('what brings no alert', () => {
  it('is a test of the connector, and says so', () => {
    const parsed = elastic.payload.parse(
      elastic.samples['test-button'].payload,
    );
    expect(elastic.remark!(parsed)).toContain('a test of the connector');
  });

  it.each([
    [{}, 'rule_name must be the name of the rule, but is missing'],
    [
      { rule_id: 'r', alert_id: 'a' },
      'action_group must be what {{alert.actionGroup}} becomes, such as "recovered", but is missing',
    ],
    [{ rule_id: 'r', alert_id: 'a', status: 'odd' }, 'but is "odd"'],
    [{ alerts: { new: 'x' } }, 'new must be a list of at most 10000 alerts'],
    [{ alerts: { new: Array(10_001).fill({}) } }, 'but is a list of 10001'],
  ])('%# refuses by the field', (payload, sentence) => {
    expect(
      elastic.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
