import type { AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { readActivity } from './azure/activity';
import { readCommon } from './azure/alertSchema';
import { findingSignal, type Finding } from './azure/finding';
import { readLog, readMetric, readStatus } from './azure/older';
import { azureMonitorSamples } from './azure-monitor.samples';
import { readLabels } from './labels';
import { objectBody, recordOf, refuse } from './tolerant';

const payloadSchema = objectBody(
  'an object, as an action group of Azure Monitor sends it',
).transform(readPayload);

/**
 * Azure Monitor by a webhook of an action group: the common alert schema, and the older ones of metric, activity log and log search
 * alerts.
 *
 * @public
 */
export const azureMonitor: AlertSource = {
  id: 'azure-monitor',
  title: 'Azure Monitor',
  payload: payloadSchema,
  toSignals: finding => (finding.isTest ? [] : [findingSignal(finding)]),
  remark: () => 'The test of an action group of Azure Monitor brings no alert',
  guide: {
    steps: [
      'Open **Monitor → Alerts → Action groups** in the Azure portal and click **Create**, or open the action group that your rules use.',
      'On the tab **Actions** choose **Webhook** as **Action type**. As **URI** enter `{url}/{token}`, and set **Enable the common alert schema** to **Yes**.',
      'Save, open the action group again and click **Test action group** with any sample type: the portal answers that a test brings no alert.',
      'In each rule under **Alerts → Alert rules** open **Actions** and choose the action group. Leave **Automatically resolve alerts** ticked, so that alerts close here too.',
    ],
    token: 'path',
    reference:
      'https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-common-schema',
    notes: [
      'With the common alert schema an alert is known by its `alertId`; `Resolved` resolves it. `Sev0` to `Sev4` is the severity hint.',
      'Service Health fires anew with each message about an event, and never resolves: there the `trackingId` is the key and the stage says whether it is over. Resource Health likewise goes by the resource and its health.',
      'The custom properties of a rule become labels. `backstage_entity`, `runbook_url` and `dashboard_url` are read among them, in labels and annotations of Prometheus rules, and as lines such as `backstage_entity: component:default/checkout` in the description of the rule.',
      'Older schemas: metric alerts are known by rule, resource and dimensions, those on the activity log by operation and resource. Log search alerts of version 1 say nothing when they are over, so a person resolves them.',
    ],
  },
  samples: azureMonitorSamples,
} satisfies AlertSource<Finding>;

function readPayload(
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): Finding {
  const payload = recordOf(body.data) ?? body;
  if (recordOf(payload.essentials)) return readCommon(payload, context);
  if (typeof payload.AlertRuleName === 'string') return readLog(payload);
  const said = recordOf(payload.context);
  const activity = recordOf(said?.activityLog);
  if (!said || !(activity || recordOf(said.condition))) {
    return refuse(context, ['schemaId'], {
      expected:
        'that of a metric, activity log or log search alert, or of the common alert schema',
      input: body.schemaId,
    });
  }
  const path = payload === body ? ['status'] : ['data', 'status'];
  const status = readStatus(payload.status, path, context);
  const custom = readLabels(recordOf(payload.properties));
  return activity
    ? readActivity(activity, status, custom)
    : readMetric(said, status, custom);
}
