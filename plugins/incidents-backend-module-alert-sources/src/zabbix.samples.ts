import type { AlertSample } from 'backstage-plugin-incidents-node';

const problem = {
  event_source: '0',
  event_id: '184467440737095516',
  event_value: '1',
  event_name: 'High error rate on checkout (over 5% for 5m)',
  event_severity: 'High',
  event_opdata: 'Current error rate: 7.3 %',
  event_tags:
    '[{"tag":"service","value":"checkout"},{"tag":"scope","value":"availability"},{"tag":"scope","value":"performance"},{"tag":"backstage_entity","value":"component:default/checkout"},{"tag":"runbook_url","value":"https://runbooks.example.com/checkout/errors"}]',
  event_timestamp: '1795143600',
  event_ack_status: 'No',
  event_recovery_id: '{EVENT.RECOVERY.ID}',
  event_recovery_timestamp: '{EVENT.RECOVERY.TIMESTAMP}',
  trigger_id: '23104',
  trigger_description: 'Too many requests of checkout answer 5xx.',
  trigger_url: 'zabbix.php?action=dashboard.view&dashboardid=12',
  host: 'checkout-web-1',
  host_name: 'Checkout web 1',
  host_ip: '192.0.2.17',
  host_groups: 'Shop/Web',
  alert_subject: 'Problem: High error rate on checkout (over 5% for 5m)',
  alert_message: 'Problem started at 03:00:00 on 2026.11.20',
  zabbix_url: 'https://zabbix.example.com/zabbix',
};

const withoutEvent = {
  event_id: '{EVENT.ID}',
  trigger_id: '*UNKNOWN*',
  event_name: 'Zabbix agent is not available (for 3m)',
  host: 'search-api-2',
};

/** Payloads as the script of the guide posts them, and one with the names of the macros. */
export const zabbixSamples: Record<string, AlertSample> = {
  problem: {
    payload: problem,
    expect: [{ fingerprint: '184467440737095516', status: 'firing' }],
  },
  'problem-updated': {
    payload: {
      ...problem,
      event_ack_status: 'Yes',
      alert_subject:
        'Updated problem in 4m 2s: High error rate on checkout (over 5% for 5m)',
    },
    expect: [{ fingerprint: '184467440737095516', status: 'acknowledged' }],
  },
  'problem-resolved': {
    payload: {
      ...problem,
      event_value: '0',
      event_recovery_id: '184467440737095999',
      event_recovery_timestamp: '1795144410',
      alert_subject:
        'Resolved in 13m 30s: High error rate on checkout (over 5% for 5m)',
    },
    expect: [{ fingerprint: '184467440737095516', status: 'resolved' }],
  },
  'names-of-macros': {
    payload: {
      '{EVENT.ID}': '900',
      '{TRIGGER.STATUS}': 'PROBLEM',
      '{TRIGGER.NAME}': 'Disk space is low on /var (used > 90%)',
      '{TRIGGER.SEVERITY}': 'Average',
      '{EVENT.TAGS}': 'service:invoices, filesystem:/var',
    },
    expect: [{ fingerprint: '900', status: 'firing' }],
  },
  'without-event': {
    payload: { ...withoutEvent, event_value: '1' },
    expect: [
      { fingerprint: 'eff4580354e741de250d59d08d7592e2', status: 'firing' },
    ],
  },
  'without-event-resolved': {
    payload: { ...withoutEvent, event_value: '0' },
    expect: [
      { fingerprint: 'eff4580354e741de250d59d08d7592e2', status: 'resolved' },
    ],
  },
  'test-button': {
    payload: {
      event_source: '{EVENT.SOURCE}',
      event_id: '{EVENT.ID}',
      event_value: '{EVENT.VALUE}',
      event_name: '{EVENT.NAME}',
      alert_message: '{ALERT.MESSAGE}',
    },
    expect: [],
  },
};
