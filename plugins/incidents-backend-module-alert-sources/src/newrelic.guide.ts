import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** What is missing must not leave a hole in the JSON. */
const optional = (name: string, variable: string) =>
  `  "${name}": {{#if ${variable}}}{{json ${variable}}}{{else}}null{{/if}}`;

const template = `{
  "id": {{json issueId}},
  "issueUrl": {{json issuePageUrl}},
  "title": {{json annotations.title.[0]}},
  "priority": {{json priority}},
  "state": {{json state}},
  "trigger": {{json triggerEvent}},
  "createdAt": {{createdAt}},
  "updatedAt": {{updatedAt}},
  "workflowName": {{json workflowName}},
${[
  optional('description', 'annotations.description'),
  optional('acknowledgedAt', 'issueAcknowledgedAt'),
  optional('closedAt', 'issueClosedAt'),
  optional('impactedEntities', 'entitiesData.names'),
  optional('alertPolicyNames', 'accumulations.policyName'),
  optional('alertConditionNames', 'accumulations.conditionName'),
  optional('runbookUrl', 'accumulations.runbookUrl'),
  optional('chartUrl', 'violationChartUrl'),
  optional('tags', 'accumulations.tag'),
  optional('accountId', 'nrAccountId'),
].join(',\n')}
}`;

/** @internal */
export const newrelicGuide: AlertSourceGuide = {
  steps: [
    'Open **Alerts → Destinations**, click **Webhook** under **Add a destination**, name it, enter `{url}` as **Endpoint URL**, choose **Bearer token** as **Authorization** and enter `{token}`. Save the destination.',
    'Open **Alerts → Workflows**, click **Add a workflow**, filter the issues, and under **Notify** choose **Webhook** and the destination.',
    `Replace the **Payload** (**Template**) with this:\n\n\`\`\`handlebars\n${template}\n\`\`\``,
    'Click **Send test notification**: it is answered, and brings no alert. Click **Save message**.',
    'On the **⋯** of the destination open **Notify when** and tick **Activated**, **Acknowledged**, **Priority changed** and **Closed**. Click **Activate workflow**.',
  ],
  token: 'bearer',
  reference:
    'https://docs.newrelic.com/docs/alerts/get-notified/notification-integrations/',
  notes: [
    'The payload that New Relic proposes is understood as well, with less in it, and so is that of its classic webhook channels.',
    'The key is the id of the issue; of a classic payload, the id of the incident. `-1`, which some templates write there, counts as absent.',
    'The severity is `priority` (`CRITICAL`, `HIGH`, `MEDIUM`, `LOW`), or `severity` of a classic payload.',
    '`CREATED` and `ACTIVATED` fire, `CLOSED` resolves; an open issue with `acknowledgedAt` is acknowledged.',
    'Tags of the entities become labels; a tag `backstage_entity` names the entity.',
    'New Relic signs nothing.',
  ],
};
