import type { AlertSample } from 'backstage-plugin-incidents-node';

const ruleId = 'b3f3d466-1a6d-4f67-af69-038b9f4403b6';

const single = {
  rule_id: ruleId,
  rule_name: 'Latency of checkout',
  rule_url: `https://kibana.example.com/app/management/insightsAndAlerting/triggersActions/rule/${ruleId}`,
  space_id: 'default',
  tags: 'service:checkout,backstage_entity:component:default/checkout,apm',
  alert_id: 'checkout_production_request',
  alert_uuid: '0d0a3b7e-6f0a-4a3e-9d28-3a2f0f1b2c3d',
  action_group: 'threshold_met',
  action_group_name: 'Threshold met',
  title: '',
  reason:
    'Avg. latency is 2.4 s in the last 5 mins for service: checkout, env: production. Alert when > 0.8 s.',
  message: '',
  service: 'checkout',
  environment: 'production',
  alert_url:
    'https://kibana.example.com/app/observability/alerts/0d0a3b7e-6f0a-4a3e-9d28-3a2f0f1b2c3d',
  view_url: '/app/apm/services/checkout?environment=production',
  kibana_base_url: 'https://kibana.example.com',
  date: '2026-11-20T03:00:00.480Z',
};

const member = (id: string, more: object) => ({
  '@timestamp': '2026-11-20T03:13:30.101Z',
  kibana: {
    alert: {
      uuid: `uuid-${id}`,
      instance: { id },
      reason: `CPU usage is 95% for ${id}`,
      status: 'active',
      start: '2026-11-20T03:00:00.480Z',
      rule: {
        uuid: 'rule-cpu',
        name: 'CPU of hosts',
        tags: ['env:prod'],
      },
      ...more,
    },
  },
  host: { name: id },
});

const elastAlert = {
  '@timestamp': '2026-11-20T03:00:00.480Z',
  _id: 'AXc0ffee',
  _index: 'logs-checkout-2026.11.20',
  num_hits: 184,
  num_matches: 1,
  message: 'upstream connect error',
  host: { name: 'checkout-web-1' },
  rule_name: 'Errors of checkout',
  severity: 'high',
  key: 'checkout-web-1',
  backstage_entity: 'component:default/checkout',
  runbook_url: 'https://runbooks.example.com/checkout/errors',
};

/** Bodies by the templates of the guide, as Kibana and ElastAlert 2 fill them in. */
export const elasticSamples: Record<string, AlertSample> = {
  alert: {
    payload: single,
    expect: [
      {
        fingerprint: `${ruleId}:checkout_production_request`,
        status: 'firing',
      },
    ],
  },
  'alert-resolved': {
    payload: {
      ...single,
      action_group: 'recovered',
      action_group_name: 'Recovered',
      reason: '',
      date: '2026-11-20T03:13:30.101Z',
    },
    expect: [
      {
        fingerprint: `${ruleId}:checkout_production_request`,
        status: 'resolved',
      },
    ],
  },
  'no-data': {
    payload: {
      ...single,
      rule_id: 'rule-cpu',
      rule_name: 'CPU of hosts',
      alert_id: '*',
      action_group: 'metrics.threshold.nodata',
      action_group_name: 'No Data',
      tags: '',
    },
    expect: [{ fingerprint: 'rule-cpu:*', status: 'firing' }],
  },
  summary: {
    payload: {
      rule_id: 'rule-cpu',
      rule_name: 'CPU of hosts',
      kibana_base_url: 'https://kibana.example.com',
      count: '5',
      alerts: {
        new: [member('web-1', { severity: 'critical' })],
        ongoing: [
          {
            'kibana.alert.instance.id': 'web-2',
            'kibana.alert.rule.uuid': 'rule-cpu',
            'kibana.alert.status': 'active',
            'kibana.alert.start': '2026-11-20T02:00:00.000Z',
          },
        ],
        recovered: [
          member('web-3', {
            status: 'recovered',
            end: '2026-11-20T03:13:30.101Z',
          }),
          member('web-4', { status: 'untracked' }),
        ],
      },
    },
    expect: [
      { fingerprint: 'rule-cpu:web-1', status: 'firing' },
      { fingerprint: 'rule-cpu:web-2', status: 'firing' },
      { fingerprint: 'rule-cpu:web-3', status: 'resolved' },
    ],
  },
  elastalert: {
    payload: elastAlert,
    expect: [
      { fingerprint: 'Errors of checkout:checkout-web-1', status: 'firing' },
    ],
  },
  'test-button': {
    payload: {
      rule_id: '{{rule.id}}',
      rule_name: '{{rule.name}}',
      alert_id: '{{alert.id}}',
      action_group: '{{alert.actionGroup}}',
    },
    expect: [],
  },
};
