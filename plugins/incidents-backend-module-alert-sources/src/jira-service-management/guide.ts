import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** For alerts of the operations first, and for issues. */
export const jiraServiceManagementGuide: AlertSourceGuide = {
  steps: [
    '**Alerts**: open your team under **Teams** in Jira Service Management, then **Operations → Integrations** (for all teams: **Settings → Products → Operations → Integrations**), click **Add integration** and choose **Webhook**.',
    'Name it and click **Continue**. Under **Steps to configure the integration** click **Edit settings** and enter `{url}` as **Webhook URL**; under **Add custom headers** add `Authorization` with the value `Bearer {token}`.',
    'Under **Outgoing** enable at least **alert is created**, **acknowledged**, **unacknowledged**, **closed** and **deleted**, and tick **Add alert description to payload** and **Add alert details to payload**. Click **Turn on integration**.',
    '**Issues**, where issues are the alerts: open **Settings → System → WebHooks**, click **Create a WebHook**, enter `{url}/{token}` as **URL** and a JQL query such as `project = OPS AND issuetype = "[System] Incident"`.',
    'Tick **Issue: created, updated, deleted** and click **Create**. An automation rule with **Send web request** and the **Issue data** as its body works as well.',
  ],
  token: 'bearer',
  secret:
    'Issues only: **Secret** of the WebHook under **Settings → System → WebHooks**. Alerts are not signed; where a secret is set, they are refused, therefore use two integrations.',
  reference:
    'https://support.atlassian.com/jira-service-management-cloud/docs/alert-action-data-for-jira-edge-connector/',
  notes: [
    'An alert is known by its id (not by `tinyId`, which counts anew, nor by its alias, which the next alert may have too). **Close** and **Delete** resolve it; notes, tags, priorities and actions of your own bring no alert, because they do not tell whether it is open.',
    'An issue is known by its id, which stays when it moves to another project. The category of its status decides: *To do* fires, *In progress* acknowledges, *Done* or a resolution resolves; deleting resolves too.',
    'The priority is the severity hint. Tags of an alert and labels of an issue such as `service:checkout` become labels, as do the extra properties of an alert; `backstage_entity` among them names the entity, `runbook_url` becomes a link.',
  ],
};
