import { bounds } from '../bounds';
import { expanded } from '../placeholders';
import { recordOf } from '../tolerant';

/** What an alert says, by the names of the template in the guide; without what says nothing. */
export type Fields = Partial<Record<string, string>>;

/** What a summary calls what the template calls otherwise. */
const documented = {
  alert_id: 'kibana.alert.instance.id',
  alert_uuid: 'kibana.alert.uuid',
  action_group: 'kibana.alert.action_group',
  status: 'kibana.alert.status',
  severity: 'kibana.alert.severity',
  reason: 'kibana.alert.reason',
  rule_id: 'kibana.alert.rule.uuid',
  rule_name: 'kibana.alert.rule.name',
  alert_url: 'kibana.alert.url',
  started_at: 'kibana.alert.start',
  ended_at: 'kibana.alert.end',
  service: 'service.name',
  environment: 'service.environment',
  host: 'host.name',
};

/** A field of a document of Elasticsearch, whether its name is written with dots or as objects within each other. */
function fieldOf(document: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(document, path)) return document[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        Object.hasOwn(recordOf(value) ?? {}, name)
          ? recordOf(value)![name]
          : undefined,
      document,
    );
}

/**
 * The fields of an alert that stands in a summary of Kibana.
 *
 * @internal
 */
export function fieldsOfDocument(document: Record<string, unknown>): Fields {
  return withoutNothing(
    Object.entries(documented).map(([name, path]) => [
      name,
      fieldOf(document, path),
    ]),
  );
}

/**
 * The tags of the rule that an alert in a summary comes from, or of what it is about.
 *
 * @internal
 */
export function tagsOf(document: Record<string, unknown>): unknown {
  return fieldOf(document, 'kibana.alert.rule.tags') ?? document.tags;
}

/**
 * The fields of a body that is about one alert.
 *
 * @internal
 */
export function fieldsOfBody(body: Record<string, unknown>): Fields {
  return withoutNothing([
    ['service', fieldOf(body, 'service.name')],
    ['environment', fieldOf(body, 'service.environment')],
    ['host', fieldOf(body, 'host.name')],
    ...Object.entries(body).slice(0, bounds.labelsRead),
  ]);
}

function withoutNothing(entries: Array<[string, unknown]>): Fields {
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const text = expanded(value);
      return text === undefined || name === '__proto__' ? [] : [[name, text]];
    }),
  );
}
