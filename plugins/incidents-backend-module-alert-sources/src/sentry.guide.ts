import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** @internal */
export const sentryGuide: AlertSourceGuide = {
  steps: [
    'Open **Settings → Custom Integrations** (**Settings → Developer Settings** in older versions), click **Create New Integration**, choose **Internal Integration** and click **Next**.',
    'Name it `Portal`, enter `{url}/{token}` as **Webhook URL** and turn **Alert Action** (**Alert Rule Action**) on.',
    'Under **Permissions** set **Issue & Event** to **Read**, then under **Webhooks** tick **issue**, so that resolving an issue in Sentry resolves it here.',
    'Click **Save Changes** and copy the **Client Secret** at once: it is shown only for a while.',
    'In each alert add the action **Send a notification via an integration** and choose `Portal`; in metric alerts to each of **Critical** and **Warning**. That a metric alert is resolved is told by itself.',
    'Click **Send Test Notification**: it is answered, and brings no alert.',
  ],
  token: 'path',
  secret:
    'The **Client Secret** under **Credentials** on the page of the integration.',
  reference:
    'https://docs.sentry.io/organization/integrations/integration-platform/webhooks/',
  notes: [
    'Issue alerts and metric alerts fire. That an issue was created, assigned or reopened fires nothing by itself: make an alert for what should.',
    'The key of an issue alert is the id of the issue, so that several events of one issue are one alert; it resolves when the issue is resolved, archived or ignored in Sentry. The key of a metric alert is the id of its incident.',
    'The severity is the level of the event (`fatal`, `error`, `warning`, `info`) or of the metric alert (`critical`, `warning`).',
    'Tags of the event become labels; a tag `backstage_entity` names the entity.',
    'Where the integration has a field **Webhook Headers**, write `Authorization: Bearer {token}` there and enter `{url}` alone as **Webhook URL**.',
    'Sentry signs the body, but no instant.',
  ],
};
