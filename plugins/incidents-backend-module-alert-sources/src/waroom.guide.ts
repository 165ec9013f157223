import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** @internal */
export const waroomGuide: AlertSourceGuide = {
  steps: [
    'Waroom publishes no format of webhooks that it sends. What is understood here is the body of its own HTTP API, so that whatever posts an event to Waroom (`POST https://api.app.waroom.com/v1/events`) can post the same body here.',
    'Find where your monitor or script posts to Waroom, and let it post the same JSON to `{url}` as well, with the header `Authorization: Bearer {token}` in place of the **Integration Key**.',
    'Give each event an `aggregation_key`, and post it again with `"status": "resolved"` when it is over.',
    'Incidents can be told too: post what `GET https://api.app.waroom.com/api/v0/incidents/<uuid>` answers, whenever the incident changes.',
  ],
  token: 'bearer',
  reference: 'https://docs.waroom.com/reference/integrations/http-api',
  notes: [
    'An event is `{ "event": { … } }`, an incident `{ "incident": { … } }`; either may stand under `data`, or alone.',
    'The key is the `aggregation_key` of an event or the `uuid` of an incident.',
    '`detected` fires, `investigating` and `fixing` acknowledge, `resolved` and `close` resolve.',
    'The severity is the word of Waroom: `critical`, `high`, `low`, `info` or `unknown`. The name of the service and the labels of the incident become labels here; a label `backstage_entity` names the entity.',
    'Nothing is signed.',
  ],
};
