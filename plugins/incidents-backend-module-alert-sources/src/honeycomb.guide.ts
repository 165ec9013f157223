import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** @internal */
export const honeycombGuide: AlertSourceGuide = {
  steps: [
    'Open **Team Settings → Integrations** (**Account → Team settings → Integrations**), and under **Trigger and SLO Recipients** click **Add Integration**.',
    'Choose **Webhook** as **Provider**, give it a name, and enter `{url}/{token}` as **Webhook URL**: without a template of its own, Honeycomb sets no `Authorization` header.',
    'Enter a long random text as **Shared Secret** and keep it for the portal.',
    'Leave the payload as it is, click **Test**, see that it is answered, and click **Add**.',
    'Add the integration as a recipient of each **Trigger** and each **Burn Alert** of an SLO.',
  ],
  token: 'path',
  secret:
    'The **Shared Secret** of the integration. Honeycomb does not sign with it, but sends it as `X-Honeycomb-Webhook-Token`.',
  reference: 'https://docs.honeycomb.io/notify/webhooks/',
  notes: [
    'To keep the token out of the address, click **Custom Webhook** when the integration is made, add the header `Authorization` with the value `Bearer {token}`, and write a template with the fields of the default payload.',
    'The key is the id of the trigger or burn alert. A trigger that groups its results is one alert: which groups are over the threshold is in the description, and the labels are what they have in common.',
    'Honeycomb gives no severity; a template of your own can add `severity`, `runbook_url`, `backstage_entity` and `labels`.',
    '`TRIGGERED` fires, `OK` resolves. Tests bring no alert.',
  ],
};
