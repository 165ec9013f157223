import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

const single = `{
  "rule_id": "{{rule.id}}",
  "rule_name": "{{rule.name}}",
  "rule_url": "{{rule.url}}",
  "space_id": "{{rule.spaceId}}",
  "tags": "{{rule.tags}}",
  "alert_id": "{{alert.id}}",
  "alert_uuid": "{{alert.uuid}}",
  "action_group": "{{alert.actionGroup}}",
  "action_group_name": "{{alert.actionGroupName}}",
  "title": "{{context.title}}",
  "reason": "{{context.reason}}",
  "message": "{{context.message}}",
  "service": "{{context.serviceName}}",
  "environment": "{{context.environment}}",
  "alert_url": "{{context.alertDetailsUrl}}",
  "view_url": "{{context.viewInAppUrl}}",
  "kibana_base_url": "{{kibanaBaseUrl}}",
  "date": "{{date}}"
}`;

const summary = `{
  "rule_id": "{{rule.id}}",
  "rule_name": "{{rule.name}}",
  "kibana_base_url": "{{kibanaBaseUrl}}",
  "count": "{{alerts.all.count}}",
  "alerts": {
    "new": [{{{alerts.new.data}}}],
    "ongoing": [{{{alerts.ongoing.data}}}],
    "recovered": [{{{alerts.recovered.data}}}]
  }
}`;

const elastAlert = `alert:
  - post
http_post_url: "{url}"
http_post_headers:
  Authorization: "Bearer {token}"
http_post_all_values: true
http_post_static_payload:
  rule_name: Errors of checkout
  severity: high
  backstage_entity: component:default/checkout
  runbook_url: https://runbooks.example.com/checkout/errors
http_post_payload:
  key: host.name`;

/** For Kibana 8 and later, and for ElastAlert 2. */
export const elasticGuide: AlertSourceGuide = {
  steps: [
    '**Kibana**: open **Stack Management → Alerts and Insights → Connectors**, click **Create connector** and choose **Webhook**.',
    'Choose the method **POST**, enter `{url}` as **URL**, **None** as **Authentication**, and add the headers `Authorization` with `Bearer {token}` and `Content-Type` with `application/json`. Click **Save**.',
    `Open the rule and under **Actions** add this connector with the frequency **For each alert** and **On status changes**. Choose the group that fires as **Run when** and paste this as **Body**:\n\n\`\`\`\n${single}\n\`\`\``,
    'Add the same action a second time, with **Recovered** as **Run when**: without it nothing resolves. Rules with several groups, such as **Warning**, need the action for each of them.',
    `Instead, an action with the frequency **Summary of alerts** sends what is new, ongoing and recovered at once:\n\n\`\`\`\n${summary}\n\`\`\``,
    `**ElastAlert 2**: add this to the rule. \`key\` is the field that tells one alert of the rule from another, usually that of \`query_key\`.\n\n\`\`\`yaml\n${elastAlert}\n\`\`\``,
  ],
  token: 'bearer',
  reference:
    'https://www.elastic.co/docs/explore-analyze/alerts-cases/alerts/rule-action-variables',
  notes: [
    'An alert is known by the ids of its rule and of itself; the id of an alert alone may be a constant such as `*` or `query matched`. ElastAlert: by the name of the rule and `key`.',
    'The action group `recovered` resolves. In a summary each alert counts by its own status; alerts that it counts but does not name are not touched. ElastAlert never says that something is over: resolve by hand, or send `"status": "resolved"` from a rule of type `flatline`.',
    'Kibana has a severity only for a few rules (SLO burn rates, warnings of thresholds): add `"severity": "high"` to the body where you want one.',
    'Tags of the rule such as `service:checkout` and further fields of the body become labels. `backstage_entity`, as a field or as a tag, names the entity; `runbook_url` and `dashboard_url` become links.',
    '**Test** of the connector sends the names of the variables and therefore brings no alert. Links need `server.publicBaseUrl` in `kibana.yml`.',
  ],
};
