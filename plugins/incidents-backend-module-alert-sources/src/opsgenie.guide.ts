import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** @internal */
export const opsgenieGuide: AlertSourceGuide = {
  steps: [
    'Open **Settings → Integrations** (or **Teams →** a team **→ Integrations**), click **Add integration**, find **Webhook** and click **Continue**.',
    'Enter `{url}` as **Webhook URL**, and under **Headers** (**Custom headers**) add `Authorization` with the value `Bearer {token}`.',
    'Tick **Add alert description to payload** and **Add alert details to payload**.',
    'Under **Opsgenie to Webhook** (**Alert actions**) let at least **Alert is created**, **Alert is acknowledged**, **Alert is unacknowledged**, **Alert is closed** and **Alert is deleted** post to the address.',
    'Save it and click **Turn on integration**. Create an alert to try it.',
  ],
  token: 'bearer',
  reference:
    'https://support.atlassian.com/opsgenie/docs/integrate-opsgenie-with-outgoing-webhooks/',
  notes: [
    'The key is `alertId`, which stays the same until the alert is closed; the alias may be used again by another alert.',
    'The severity is the priority, `P1` to `P5`. Details and tags such as `service:checkout` become labels; a detail `runbook_url` becomes the link to the runbook.',
    'Notes, tags, teams, escalations, snoozes, new priorities and custom actions are answered, but change nothing: their payload does not say whether the alert is open.',
    'Opsgenie sends the description and the details only when an alert is created or with custom actions, cut to 1000 characters.',
    'Opsgenie signs nothing.',
  ],
};
