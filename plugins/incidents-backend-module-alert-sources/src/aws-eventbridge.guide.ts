import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

/** How EventBridge is made to send events here. */
export const awsEventbridgeGuide: AlertSourceGuide = {
  steps: [
    'Open **Amazon EventBridge → API destinations**, choose the tab **Connections** and click **Create connection**. As **Authorization type** choose **API key**, with the name `Authorization` and the value `Bearer {token}`.',
    'On the tab **API destinations** click **Create API destination**: **Endpoint** `{url}`, **HTTP method** `POST`, and the connection. Leave the rate limit at its default.',
    'Open **Rules → Create rule** on the bus whose events you want. For AWS Health use the pattern `{ "source": ["aws.health"], "detail-type": ["AWS Health Event"], "detail": { "eventTypeCategory": ["issue", "investigation"] } }`.',
    'As target choose **EventBridge API destination** and the one made above. Leave **Configure target input** at **Matched events**, and set a dead-letter queue under **Additional settings**.',
    'Make the same rule in `us-west-2` (or `us-east-1` for that region itself), where AWS Health sends every event a second time: it counts once here.',
  ],
  token: 'bearer',
  reference:
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html',
  notes: [
    'An event of **AWS Health** is known by its `eventArn`, together with the affected account where the event is specific to one. `open` and `upcoming` fire, `closed` resolves. Leave scheduled changes out with the pattern above, or record them only, by `incidents.triage`.',
    'A change of a **CloudWatch alarm** is read as the source `cloudwatch` reads it, and is the same alert as there.',
    'Any **other event** fires, unless `state` or `status` of its detail says that all is well, such as `SUCCEEDED`, `ok` or `resolved`. It is known by `dedupKey` or `fingerprint` of its detail, or by its type and resources, or, where it names no resources, by its type and the fields of its detail that stay the same. So let the rule pass only events that are bad news or their end.',
    'The tags of the one affected entity, and the fields `backstage_entity`, `severity`, `runbook_url` and `title` of the detail of your own events, are read.',
    'Events may also come through an Amazon SNS topic; then name it under `topicArns` as for [CloudWatch](./cloudwatch.md). Batches of EventBridge Pipes are read too.',
  ],
};
