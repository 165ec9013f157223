import type { AlertSample } from 'backstage-plugin-incidents-node';

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555';
const vm = `${subscription}/resourcegroups/shop/providers/microsoft.compute/virtualmachines/checkout-1`;
const alertId = `${subscription}/providers/Microsoft.AlertsManagement/alerts/b9569717-bc32-442f-add5-83a997729330`;

function common(essentials: object, alertContext: object, rest: object = {}) {
  return {
    schemaId: 'azureMonitorCommonAlertSchema',
    data: {
      essentials: {
        alertId,
        alertRule: 'checkout-cpu',
        severity: 'Sev1',
        signalType: 'Metric',
        monitorCondition: 'Fired',
        monitoringService: 'Platform',
        alertTargetIDs: [vm],
        configurationItems: ['checkout-1'],
        originAlertId:
          '11111111-2222-3333-4444-555555555555_shop_microsoft.insights_metricAlerts_checkout-cpu_-117781227',
        firedDateTime: '2026-11-20T02:58:24.3713213Z',
        description: 'checkout is busy',
        essentialsVersion: '1.0',
        alertContextVersion: '1.0',
        ...essentials,
      },
      alertContext,
      customProperties: null,
      ...rest,
    },
  };
}

const metricContext = {
  properties: null,
  conditionType: 'SingleResourceMultipleMetricCriteria',
  condition: {
    windowSize: 'PT5M',
    allOf: [
      {
        metricName: 'Percentage CPU',
        metricNamespace: 'Microsoft.Compute/virtualMachines',
        operator: 'GreaterThan',
        threshold: '90',
        timeAggregation: 'Average',
        dimensions: [{ name: 'node', value: 'pool-1' }],
        metricValue: 97.125,
      },
    ],
    windowStartTime: '2026-11-20T02:50:03.064Z',
    windowEndTime: '2026-11-20T02:55:03.064Z',
  },
};

const outage = {
  authorization: null,
  channels: 1,
  eventSource: 2,
  eventTimestamp: '2026-11-20T03:01:19.0312699+00:00',
  level: 3,
  operationName: 'Microsoft.ServiceHealth/incident/action',
  properties: {
    title: 'Azure SQL Database - Japan East - Investigating',
    service: 'SQL Database',
    region: 'Japan East',
    communication: 'Connections may fail.',
    incidentType: 'Incident',
    trackingId: 'BT6W-FX0',
    impactStartTime: '2026-11-20T02:40:00Z',
    stage: 'Active',
  },
  status: 'Active',
  submissionTimestamp: '2026-11-20T03:01:31.7147357+00:00',
};

const outageEssentials = {
  alertRule: 'azure-outages',
  severity: 'Sev4',
  signalType: 'Activity Log',
  monitoringService: 'ServiceHealth',
  alertTargetIDs: [subscription],
  configurationItems: ['11111111-2222-3333-4444-555555555555'],
};

const olderMetric = {
  schemaId: 'AzureMonitorMetricAlert',
  data: {
    version: '2.0',
    status: 'Activated',
    context: {
      timestamp: '2026-11-20T02:58:10.1714014Z',
      id: `${subscription}/resourceGroups/shop/providers/microsoft.insights/metricAlerts/StorageCheck`,
      name: 'StorageCheck',
      description: '',
      conditionType: 'SingleResourceMultipleMetricCriteria',
      severity: '3',
      condition: {
        windowSize: 'PT5M',
        allOf: [
          {
            metricName: 'Transactions',
            dimensions: [{ name: 'GeoType', value: 'Primary' }],
            operator: 'GreaterThan',
            threshold: '0',
            timeAggregation: 'PT5M',
            metricValue: 1.0,
          },
        ],
      },
      subscriptionId: '11111111-2222-3333-4444-555555555555',
      resourceGroupName: 'shop',
      resourceName: 'photos',
      resourceType: 'Microsoft.Storage/storageAccounts',
      resourceId: `${subscription}/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/photos`,
      portalLink: `https://portal.azure.com/#resource${subscription}/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/photos`,
    },
    properties: { service: 'photo-api' },
  },
};

const classic = {
  status: 'Activated',
  context: {
    timestamp: '2026-11-20T02:26:41.9975398Z',
    id: `${subscription}/resourceGroups/shop/providers/microsoft.insights/alertrules/Errors`,
    name: 'Errors',
    description: 'Too many errors',
    conditionType: 'Metric',
    condition: {
      metricName: 'Requests',
      metricUnit: 'Count',
      metricValue: '10',
      threshold: '10',
      windowSize: '15',
      timeAggregation: 'Average',
      operator: 'GreaterThanOrEqual',
    },
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    resourceGroupName: 'shop',
    resourceName: 'search-api',
    resourceType: 'microsoft.web/sites',
    resourceId: `${subscription}/resourceGroups/shop/providers/microsoft.web/sites/search-api`,
    resourceRegion: 'japaneast',
    portalLink: 'https://portal.azure.com/#resource/search-api',
  },
  properties: { backstage_entity: 'component:default/search-api' },
};

function resourceHealth(health: string) {
  return {
    channels: 'Admin, Operation',
    eventSource: 'ResourceHealth',
    eventTimestamp: '2026-11-20T03:42:54.074+00:00',
    level: 'Critical',
    operationName: 'Microsoft.Resourcehealth/healthevent/Activated/action',
    resourceId: vm,
    properties: {
      title: 'The virtual machine is not reachable',
      details: null,
      currentHealthStatus: health,
      previousHealthStatus: 'Available',
      type: 'Downtime',
      cause: 'PlatformInitiated',
    },
    status: 'Active',
  };
}

function activityLog(activity: object) {
  return {
    schemaId: 'Microsoft.Insights/activityLogs',
    data: {
      status: 'Activated',
      context: { activityLog: activity },
      properties: {},
    },
  };
}

const keys = {
  storage: 'c0922cccfa71d69aab5fab076fd24b4f',
  classic: 'b6a93793db965b3df42853f3f586005a',
  restart: '84542888775609f833bf781feb649268',
  log: 'a1ffef0c0cfc31ba9017e2d4042545dc',
};

/** Facts of the shapes are from the documentation; names and numbers are made up. */
export const azureMonitorSamples: Record<string, AlertSample> = {
  firing: {
    payload: common({}, metricContext),
    expect: [{ fingerprint: alertId.toLowerCase(), status: 'firing' }],
  },
  'firing-resolved': {
    payload: common(
      {
        monitorCondition: 'Resolved',
        resolvedDateTime: '2026-11-20T03:03:16.2246313Z',
      },
      metricContext,
    ),
    expect: [{ fingerprint: alertId.toLowerCase(), status: 'resolved' }],
  },
  'log-search': {
    payload: common(
      {
        signalType: 'Log',
        monitoringService: 'Log Alerts V2',
        investigationLink:
          'https://portal.azure.com/#view/Microsoft_Azure_Monitoring_Alerts/Investigation.ReactView/alertId/b9569717',
      },
      {
        properties: { name1: 'value1' },
        conditionType: 'LogQueryCriteria',
        condition: {
          windowSize: 'PT10M',
          allOf: [
            {
              searchQuery: 'Heartbeat',
              operator: 'LowerThan',
              threshold: '1',
              timeAggregation: 'Count',
              dimensions: [{ name: 'Computer', value: 'checkout-1' }],
              metricValue: 0.0,
              linkToSearchResultsUI:
                'https://portal.azure.com#@shop/blade/Microsoft_Azure_Monitoring_Logs/LogsBlade',
            },
          ],
        },
      },
      { customProperties: { service: 'checkout', team: 'shop' } },
    ),
    expect: [{ fingerprint: alertId.toLowerCase(), status: 'firing' }],
  },
  prometheus: {
    payload: common(
      { monitoringService: 'Prometheus', severity: 'Sev2' },
      {
        interval: 'PT1M',
        expression: 'sql_up == 0',
        expressionValue: '0',
        for: 'PT2M',
        labels: { cluster: 'shop-1', service: 'orders-db' },
        annotations: {
          summary: 'orders-db does not answer',
          runbook_url: 'https://runbooks.example.com/orders-db',
        },
        ruleGroup: `${subscription}/resourceGroups/shop/providers/Microsoft.AlertsManagement/prometheusRuleGroups/db`,
      },
    ),
    expect: [{ fingerprint: alertId.toLowerCase(), status: 'firing' }],
  },
  'service-health': {
    payload: common(outageEssentials, outage),
    expect: [{ fingerprint: 'service health bt6w-fx0', status: 'firing' }],
  },
  'service-health-resolved': {
    payload: common(
      {
        ...outageEssentials,
        alertId: alertId.replace('b9569717', 'c0a5f3d1'),
      },
      {
        ...outage,
        properties: { ...outage.properties, stage: 'Resolved' },
        status: 'Resolved',
      },
    ),
    expect: [{ fingerprint: 'service health bt6w-fx0', status: 'resolved' }],
  },
  'older-resource-health': {
    payload: activityLog(resourceHealth('Unavailable')),
    expect: [{ fingerprint: `resource health ${vm}`, status: 'firing' }],
  },
  'older-resource-health-resolved': {
    payload: activityLog(resourceHealth('Available')),
    expect: [{ fingerprint: `resource health ${vm}`, status: 'resolved' }],
  },
  'older-activity-log': {
    payload: activityLog({
      channels: 'Operation',
      correlationId: 'a1be61fd-37ur-ba05-b827-cb874708babf',
      eventSource: 'Administrative',
      eventTimestamp: '2026-11-20T03:00:31.2917159+00:00',
      level: 'Informational',
      operationName: 'Microsoft.Compute/virtualMachines/restart/action',
      resourceId: vm,
      status: 'Succeeded',
      subscriptionId: '11111111-2222-3333-4444-555555555555',
    }),
    expect: [{ fingerprint: keys.restart, status: 'firing' }],
  },
  'older-metric': {
    payload: olderMetric,
    expect: [{ fingerprint: keys.storage, status: 'firing' }],
  },
  'older-metric-resolved': {
    payload: {
      ...olderMetric,
      data: { ...olderMetric.data, status: 'Deactivated' },
    },
    expect: [{ fingerprint: keys.storage, status: 'resolved' }],
  },
  classic: {
    payload: classic,
    expect: [{ fingerprint: keys.classic, status: 'firing' }],
  },
  'classic-resolved': {
    payload: { ...classic, status: 'Resolved' },
    expect: [{ fingerprint: keys.classic, status: 'resolved' }],
  },
  'older-log-search': {
    payload: {
      schemaId: 'Microsoft.Insights/LogAlert',
      data: {
        SubscriptionId: '11111111-2222-3333-4444-555555555555',
        AlertRuleName: 'invoice-errors',
        SearchQuery: 'AppTraces | where SeverityLevel > 2',
        SearchIntervalStartTimeUtc: '2026-11-20T02:10:40Z',
        SearchIntervalEndtimeUtc: '2026-11-20T03:10:40Z',
        AlertThresholdOperator: 'Greater Than',
        AlertThresholdValue: 0,
        ResultCount: 2,
        SearchIntervalInSeconds: 3600,
        LinkToSearchResults:
          'https://portal.azure.com/#Analyticsblade/search/index?q=Usage',
        Description: 'The invoice worker writes errors',
        Severity: 'Warning',
        AffectedConfigurationItems: ['invoice-worker'],
        Dimensions: [{ name: 'Computer', value: 'invoice-worker' }],
        SearchResult: { tables: [] },
        WorkspaceId: '12345678-1234-1234-1234-123456789012',
        AlertType: 'Number of results',
      },
    },
    expect: [{ fingerprint: keys.log, status: 'firing' }],
  },
  'test-button': {
    payload: common(
      {
        alertRule: 'test-metricAlertRule',
        alertTargetIDs: [
          `${subscription}/resourcegroups/test-RG/providers/microsoft.compute/virtualmachines/test-VM`,
        ],
        configurationItems: ['test-VM'],
      },
      metricContext,
    ),
    expect: [],
  },
};
