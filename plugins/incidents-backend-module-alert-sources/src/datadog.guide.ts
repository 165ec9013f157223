import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

const payload = {
  alert_id: '$ALERT_ID',
  alert_scope: '$ALERT_SCOPE',
  aggreg_key: '$AGGREG_KEY',
  alert_cycle_key: '$ALERT_CYCLE_KEY',
  alert_transition: '$ALERT_TRANSITION',
  alert_type: '$ALERT_TYPE',
  alert_title: '$ALERT_TITLE',
  alert_priority: '$ALERT_PRIORITY',
  alert_metric: '$ALERT_METRIC',
  event_id: '$ID',
  event_title: '$EVENT_TITLE',
  event_msg: '$TEXT_ONLY_MSG',
  event_type: '$EVENT_TYPE',
  priority: '$PRIORITY',
  tags: '$TAGS',
  hostname: '$HOSTNAME',
  date: '$DATE',
  link: '$LINK',
  snapshot: '$SNAPSHOT',
  org_name: '$ORG_NAME',
};

/** @internal */
export const datadogGuide: AlertSourceGuide = {
  steps: [
    'Open **Integrations → Integrations**, find **Webhooks**, install it, and under **Webhooks** click **New +**.',
    'Enter `incidents` as **Name** and `{url}` as **URL**.',
    `Replace **Payload** with this:\n\n\`\`\`json\n${JSON.stringify(
      payload,
      undefined,
      2,
    )}\n\`\`\``,
    'Tick **Custom Headers** and enter `{"Authorization": "Bearer {token}", "Content-Type": "application/json"}`; to keep the token from view, make it a hidden **Custom Variable** and write its name there. Leave **Encode as form** off, and click **Save**.',
    'Write `@webhook-incidents` into the message of each monitor, outside of conditions such as `{{#is_alert}}`, so that its recovery is sent too; or add it to a notification rule under **Monitors → Settings → Notification Rules**.',
  ],
  token: 'bearer',
  reference: 'https://docs.datadoghq.com/integrations/webhooks/',
  notes: [
    'The key is the id of the monitor and its group (`$ALERT_ID` and `$ALERT_SCOPE`), else `$AGGREG_KEY`, else `$ALERT_CYCLE_KEY`; a variable that Datadog left as it was counts as absent.',
    '`Triggered`, `Warn`, `No Data`, `Renotify` and their `Re-` forms fire; `Recovered` resolves. Without `$ALERT_TRANSITION`, the beginning of the title or `$ALERT_TYPE` decides.',
    'The severity is the priority of the monitor (`P1` to `P5`), else its tag `severity`, else `$ALERT_TYPE` (`error` or `warning`).',
    'Datadog sends `$ID` as a long number: keep the quotes around it.',
    'Its **Test Notifications** are answered, but bring no alert. The payload that Datadog proposes by itself is understood as well, with less in it.',
  ],
};
