import type { AlertSource } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { bounds } from './bounds';
import { fieldsOfBody, fieldsOfDocument, tagsOf } from './elastic/fields';
import { elasticGuide } from './elastic/guide';
import { signalOf, type ElasticAlert, type Status } from './elastic/signal';
import { readSummary, type Member } from './elastic/summary';
import { elasticSamples } from './elastic.samples';
import { readTags } from './tags';
import { objectBody, refuse } from './tolerant';

type ElasticPayload = {
  alerts: ElasticAlert[];
  /** How many alerts a summary counts that it does not name. */
  leftOut: number;
  isTest?: boolean;
};

const statuses = new Map<string, Status>([
  ['active', 'firing'],
  ['firing', 'firing'],
  ['open', 'firing'],
  ['acknowledged', 'acknowledged'],
  ['recovered', 'resolved'],
  ['resolved', 'resolved'],
  ['closed', 'resolved'],
  ['ok', 'resolved'],
]);

const payloadSchema = objectBody(
  'an object, by the template for Kibana or of ElastAlert',
).transform(
  (body, context): ElasticPayload =>
    typeof body.alerts === 'object' && body.alerts !== null
      ? readSeveral(body, context)
      : readOne(body, context),
) satisfies z.ZodType<ElasticPayload>;

/**
 * Elastic: rules of Kibana by the webhook connector, and ElastAlert 2 by its HTTP alerters.
 *
 * @public
 */
export const elastic: AlertSource = {
  id: 'elastic',
  title: 'Elastic (Kibana and ElastAlert 2)',
  payload: payloadSchema,
  toSignals: ({ alerts, leftOut }) =>
    alerts.map(alert => signalOf(alert, leftOut)),
  remark: ({ isTest }) =>
    isTest
      ? 'No variable was replaced: a test of the connector brings no alert'
      : 'The summary names no alert that is active or recovered',
  guide: elasticGuide,
  samples: elasticSamples,
} satisfies AlertSource<ElasticPayload>;

function readOne(
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): ElasticPayload {
  const fields = fieldsOfBody(body);
  const isOfKibana = 'action_group' in body || 'alert_id' in body;
  const status = statusOf(fields) ?? (isOfKibana ? undefined : 'firing');
  const isNamed = fields.rule_name ?? fields.rule_id ?? fields.title;
  if (status && isNamed) {
    const tags = readTags(body.tags);
    return { alerts: [{ status, fields, tags }], leftOut: 0 };
  }
  if (isOfKibana && !isNamed && !fields.alert_id) {
    return { alerts: [], leftOut: 0, isTest: true };
  }
  if (status) {
    const expected = 'the name of the rule';
    return refuse(context, ['rule_name'], { expected, input: body.rule_name });
  }
  const field = fields.status ? 'status' : 'action_group';
  return refuse(context, [field], {
    expected: 'what {{alert.actionGroup}} becomes, such as "recovered"',
    input: body[field],
  });
}

function statusOf(fields: ElasticAlert['fields']): Status | undefined {
  const status = statuses.get(fields.status?.toLowerCase() ?? '');
  if (fields.action_group?.toLowerCase() === 'recovered') return 'resolved';
  return status ?? (fields.action_group ? 'firing' : undefined);
}

function readSeveral(
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): ElasticPayload {
  const { members, leftOut, wrong } = readSummary(body);
  if (wrong) {
    return refuse(context, ['alerts', wrong.list], {
      expected: `a list of at most ${bounds.alerts} alerts`,
      input: wrong.documents,
    });
  }
  const { rule_id, rule_name, kibana_base_url } = fieldsOfBody(body);
  const rule = {
    fields: { rule_id, rule_name, kibana_base_url },
    tags: readTags(body.tags),
  };
  return { alerts: members.flatMap(member => alertOf(member, rule)), leftOut };
}

/** What a rule that was switched off leaves behind is neither active nor recovered. */
function alertOf(
  { document, list }: Member,
  rule: Omit<ElasticAlert, 'status'>,
): ElasticAlert[] {
  const own = fieldsOfDocument(document);
  const inList = list === 'recovered' ? 'resolved' : 'firing';
  const status = own.status ? statuses.get(own.status.toLowerCase()) : inList;
  if (!status) return [];
  const tags = tagsOf(document);
  return [
    {
      status,
      fields: { ...rule.fields, ...own },
      tags: tags ? readTags(tags) : rule.tags,
    },
  ];
}
