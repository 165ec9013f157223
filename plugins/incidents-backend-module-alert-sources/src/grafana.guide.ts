import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** For Grafana 9 and later; the last note is for those before. */
export const grafanaGuide: AlertSourceGuide = {
  steps: [
    'Open **Alerts & IRM → Alerting → Contact points** (**Alerting → Contact points** without Grafana Cloud; in Grafana 13 **Notification configuration → Contact points**) and click **+ Add contact point** (**+ Create contact point**).',
    'Give it a name, choose **Webhook** as **Integration** and enter `{url}` as **URL**.',
    'Under **Optional Webhook settings** leave **HTTP Method** at **POST** and set **Authorization Header - Scheme** to `Bearer` and **Authorization Header - Credentials** to `{token}`. Leave **Custom Payload** empty.',
    'Leave **Disable resolved message** off, or nothing ends here by itself.',
    'Click **Test**, see that it is answered, and click **Save contact point**.',
    'Name the contact point in **Alerting → Notification policies**, or in the rules themselves.',
  ],
  token: 'bearer',
  secret:
    'Grafana 12 and later sign when **HMAC Signature → Secret** of the contact point is set: enter the same secret there. Leave **Header** at `X-Grafana-Alerting-Signature`, and set **Timestamp Header** to `X-Grafana-Alerting-Timestamp`, so that a recorded delivery cannot be played again.',
  reference:
    'https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/',
  notes: [
    'Each alert of a group fires and resolves by its own `status`; its key is its `fingerprint`, which Grafana makes of its labels.',
    'The title is the annotation `summary`, the description `description`; `runbook_url` becomes the link to the runbook. The severity is the label `severity` or `priority`; without one there is none.',
    'A rule without data or whose query fails fires as `DatasourceNoData` or `DatasourceError`, with the name of the rule in its title; it resolves when data is back.',
    'What **Max Alerts** leaves out of a delivery is neither fired nor resolved; the description says how many there were.',
    'Grafana 10 and older can still run dashboard alerts: add a channel under **Alerting → Notification channels** of type **webhook**, with `{url}` as **Url**, any **Username** and `{token}` as **Password**. Their key is the id of the rule; `pending`, `paused` and `unknown` change nothing.',
  ],
};
