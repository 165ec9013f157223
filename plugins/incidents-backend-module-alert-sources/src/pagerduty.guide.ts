import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** @internal */
export const pagerdutyGuide: AlertSourceGuide = {
  steps: [
    'Open **Integrations → Generic Webhooks (v3)** and click **+ New Webhook**.',
    'Enter `{url}` as **Webhook URL**, choose **Service**, **Team** or **Account** as **Scope Type**, and under **Event Subscription** select at least `incident.triggered`, `incident.acknowledged`, `incident.unacknowledged`, `incident.reopened`, `incident.resolved` and `incident.priority_updated`.',
    'Under **Custom Headers** click **Add custom header** and enter `Authorization` as **Name** and `Bearer {token}` as **Value**.',
    'Click **Add Webhook** and copy the secret that is shown only then.',
    'Click **Send Test Event** on the page of the webhook: it is answered, and brings no alert.',
  ],
  token: 'bearer',
  secret:
    'PagerDuty shows the secret once, in **Webhook subscription created** after **Add Webhook**. While it is replaced, deliveries are signed with both.',
  reference: 'https://support.pagerduty.com/main/docs/webhooks',
  notes: [
    'The key is the id of the incident of PagerDuty, such as `PGR0VU2`. A merge resolves the incident that was merged away.',
    'The severity is the priority of the incident, such as `P1`, else its urgency, `high` or `low`.',
    'Notes, responders, conference bridges, workflows and status updates are answered, but change nothing.',
    'Messages of the older v2 webhooks are understood at the same address, but PagerDuty does not sign them: give those an integration without a secret.',
    'PagerDuty signs no instant; what protects from a delivery that is played again is its id.',
  ],
};
