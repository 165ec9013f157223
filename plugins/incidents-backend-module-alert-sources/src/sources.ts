import type { AlertSource } from 'backstage-plugin-incidents-node';
import { alertmanager } from './alertmanager';
import { awsEventbridge } from './aws-eventbridge';
import { azureMonitor } from './azure-monitor';
import { cloudevents } from './cloudevents';
import { cloudwatch } from './cloudwatch';
import { datadog } from './datadog';
import { elastic } from './elastic';
import { generic } from './generic';
import { genericMapped } from './generic-mapped';
import { googleCloudMonitoring } from './google-cloud-monitoring';
import { grafana } from './grafana';
import { honeycomb } from './honeycomb';
import { icinga } from './icinga';
import { jiraServiceManagement } from './jira-service-management';
import { mackerel } from './mackerel';
import { newrelic } from './newrelic';
import { opsgenie } from './opsgenie';
import { pagerduty } from './pagerduty';
import { pingdom } from './pingdom';
import { sentry } from './sentry';
import { splunk } from './splunk';
import { uptimeKuma } from './uptime-kuma';
import { uptimerobot } from './uptimerobot';
import { waroom } from './waroom';
import { zabbix } from './zabbix';

/**
 * Every source of this module, in the order in which the documentation lists them.
 *
 * @public
 */
export const alertSources: AlertSource[] = [
  alertmanager,
  grafana,
  datadog,
  pagerduty,
  mackerel,
  cloudwatch,
  googleCloudMonitoring,
  azureMonitor,
  newrelic,
  sentry,
  zabbix,
  icinga,
  elastic,
  opsgenie,
  uptimerobot,
  pingdom,
  uptimeKuma,
  honeycomb,
  splunk,
  jiraServiceManagement,
  awsEventbridge,
  cloudevents,
  waroom,
  generic,
  genericMapped,
];
