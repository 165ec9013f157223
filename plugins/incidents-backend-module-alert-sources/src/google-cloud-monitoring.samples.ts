import type { AlertSample } from 'backstage-plugin-incidents-node';

const cpuIncident = {
  incident_id: '0.opqiw61fsv7p',
  scoping_project_id: 'shop-prod',
  scoping_project_number: 123456789012,
  url: 'https://console.cloud.google.com/monitoring/alerting/alerts/0.opqiw61fsv7p?channelType=webhook&project=shop-prod',
  severity: 'Critical',
  started_at: 1795143491,
  ended_at: null as number | null,
  state: 'open',
  summary:
    'CPU utilization for shop-prod checkout-7c9d with metric labels {instance_name=checkout-7c9d} is above the threshold of 0.900 with a value of 0.973.',
  apigee_url: 'http://www.example.com',
  observed_value: '0.973',
  resource: {
    type: 'gce_instance',
    labels: {
      instance_id: '8979287136362607111',
      project_id: 'shop-prod',
      zone: 'asia-northeast1-b',
    },
  },
  resource_type_display_name: 'VM Instance',
  resource_id: '8979287136362607111',
  resource_display_name: 'checkout-7c9d',
  resource_name: 'shop-prod checkout-7c9d',
  metric: {
    type: 'compute.googleapis.com/instance/cpu/utilization',
    displayName: 'CPU utilization',
    labels: { instance_name: 'checkout-7c9d' },
  },
  metadata: {
    system_labels: { name: 'checkout-7c9d' },
    user_labels: { team: 'shop' },
  },
  policy_name: 'checkout is busy',
  policy_user_labels: { service: 'checkout', backstage_entity: 'checkout' },
  documentation: {
    content:
      'Look at the deployments of the last hour first.\n\nrunbook_url: https://runbooks.example.com/checkout/cpu',
    mime_type: 'text/markdown',
    subject: '[ALERT] checkout is busy',
    links: [
      {
        displayName: 'Dashboard of checkout',
        url: 'https://console.cloud.google.com/monitoring/dashboards/builder/checkout?project=shop-prod',
      },
    ],
  },
  condition: {
    name: 'projects/shop-prod/alertPolicies/4416258801778683037/conditions/4416258801778682826',
    displayName: 'VM Instance - CPU utilization',
    conditionThreshold: {
      filter: 'metric.type="compute.googleapis.com/instance/cpu/utilization"',
      comparison: 'COMPARISON_GT',
      thresholdValue: 0.9,
      duration: '300s',
      trigger: { count: 1 },
    },
  },
  condition_name: 'VM Instance - CPU utilization',
  threshold_value: '0.9',
};

/** Version 1.1 has less. */
const oldIncident = {
  incident_id: '0.kr7fzzz1ikkp',
  resource_id: '11223344',
  resource_name: 'search-api-1',
  started_at: 1795143491,
  policy_name: 'Answers of search-api',
  condition_name: 'Uptime check on search-api',
  url: 'https://app.google.stackdriver.com/incidents/0.kr7fzzz1ikkp?project=shop-prod',
  documentation: 'Runbook: https://runbooks.example.com/search-api/uptime',
  state: 'open',
  ended_at: null,
  summary: 'An uptime check on search-api is failing.',
};

/** Facts of the shapes are from the documentation; names and numbers are made up. */
export const googleCloudMonitoringSamples: Record<string, AlertSample> = {
  firing: {
    payload: { incident: cpuIncident, version: '1.2' },
    expect: [{ fingerprint: '0.opqiw61fsv7p', status: 'firing' }],
  },
  'firing-resolved': {
    payload: {
      incident: {
        ...cpuIncident,
        state: 'closed',
        ended_at: 1795144631,
        observed_value: '0.411',
      },
      version: '1.2',
    },
    expect: [{ fingerprint: '0.opqiw61fsv7p', status: 'resolved' }],
  },
  'no-data': {
    payload: {
      incident: {
        ...cpuIncident,
        incident_id: '0.opqjk7dmmjxs',
        severity: 'No severity',
        condition_name: 'VM Instance - no CPU utilization',
        condition: {
          displayName: 'VM Instance - no CPU utilization',
          conditionAbsent: { duration: '300s', trigger: { count: 1 } },
        },
        threshold_value: undefined,
        observed_value: '',
        documentation: null,
        policy_user_labels: {},
        summary: 'The metric CPU utilization is absent for shop-prod.',
      },
      version: '1.2',
    },
    expect: [{ fingerprint: '0.opqjk7dmmjxs', status: 'firing' }],
  },
  'version-1.1': {
    payload: { incident: oldIncident, version: '1.1' },
    expect: [{ fingerprint: '0.kr7fzzz1ikkp', status: 'firing' }],
  },
  'version-1.1-acknowledged': {
    payload: {
      incident: { ...oldIncident, state: 'acknowledged' },
      version: '1.1',
    },
    expect: [{ fingerprint: '0.kr7fzzz1ikkp', status: 'acknowledged' }],
  },
  'version-1.1-resolved': {
    payload: {
      incident: { ...oldIncident, state: 'closed', ended_at: 1795144631 },
      version: '1.1',
    },
    expect: [{ fingerprint: '0.kr7fzzz1ikkp', status: 'resolved' }],
  },
  'test-button': {
    payload: {
      version: 'test',
      incident: {
        incident_id: '12345',
        scoping_project_id: '12345',
        scoping_project_number: 12345,
        url: 'http://www.example.com',
        started_at: 0,
        ended_at: 0,
        state: 'OPEN',
        summary: 'Test Incident',
        resource: { type: 'example_resource', labels: { example: 'label' } },
        policy_name: 'projects/12345/alertPolicies/12345',
        documentation: 'Test documentation',
      },
    },
    expect: [],
  },
};
