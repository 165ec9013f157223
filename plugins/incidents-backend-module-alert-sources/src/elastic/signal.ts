import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { linkTo } from '../addresses';
import { bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { readEpoch } from '../epochs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { readInstant } from '../instants';
import { boundedLabels } from '../labels';
import { readLinks, type Link } from '../links';
import { expandedName } from '../placeholders';
import type { Fields } from './fields';

export type Status = AlertSignal['status'];

export type ElasticAlert = {
  status: Status;
  fields: Fields;
  tags: Record<string, string>;
};

/**
 * What an alert of Kibana or a match of ElastAlert comes to.
 *
 * @internal
 */
export function signalOf(
  { status, fields, tags }: ElasticAlert,
  leftOut: number,
): AlertSignal {
  const isOver = status === 'resolved';
  const labels = { ...labelsOf(fields), ...tags };
  const remark = leftOut
    ? `\n\nKibana left out ${leftOut} more of this summary.`
    : '';
  const description = firstText(
    bounds.description - remark.length,
    fields.reason,
    fields.message,
    fields.alert_text,
  );
  return {
    fingerprint: fingerprintOf(fields),
    status,
    title:
      firstText(
        bounds.title,
        fields.title,
        fields.alert_subject,
        fields.rule_name,
        fields.reason,
      ) ?? 'Rule without a name',
    description: `${description ?? ''}${remark}`.trim() || undefined,
    severity: firstText(bounds.severity, fields.severity, levelOf(fields)),
    entityRef: namedEntity(fields, tags),
    labels: boundedLabels(labels),
    links: linksOf(fields, tags),
    startedAt: readTime(fields.started_at ?? fields['@timestamp']),
    resolvedAt: isOver ? readTime(fields.ended_at ?? fields.date) : undefined,
  };
}

/** The id of an alert is often a constant: only with its rule it is a name. Its UUID is another one when it comes back. */
function fingerprintOf(fields: Fields): string {
  const rule = expandedName(fields.rule_id) ?? expandedName(fields.rule_name);
  const alert =
    expandedName(fields.alert_id) ??
    expandedName(fields.dedup_key) ??
    expandedName(fields.key);
  if (rule && alert) {
    return nameOrDigest(`${rule}:${alert}`, bounds.fingerprint)!;
  }
  const { host = '', service = '', environment = '' } = fields;
  return (
    nameOrDigest(expandedName(fields.alert_uuid), bounds.fingerprint) ??
    nameOrDigest(alert, bounds.fingerprint) ??
    derivedFingerprint(rule ?? fields.title ?? '', undefined, {
      host,
      service,
      environment,
    })
  );
}

/** Some rules tell their level by the group of their action. */
function levelOf(fields: Fields): string | undefined {
  const { action_group = '', action_group_name } = fields;
  const isLevel =
    action_group.startsWith('slo.burnRate.') ||
    action_group.endsWith('.warning');
  return isLevel ? action_group_name : undefined;
}

const told = new Set([
  'title',
  'reason',
  'message',
  'alert_subject',
  'alert_text',
  'tags',
  'status',
  'action_group',
  'action_group_name',
  'alert_uuid',
  'flapping',
  'dedup_key',
  'key',
  'count',
  'date',
  '@timestamp',
  '@version',
  'started_at',
  'ended_at',
  'num_hits',
  'num_matches',
  'kibana_base_url',
]);

/** What else somebody put into the template, or what ElastAlert found. */
function labelsOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] =>
      !value || told.has(name) || name.startsWith('_') || /_url$/.test(name)
        ? []
        : [[name, value]],
    ),
  );
}

function linksOf(fields: Fields, tags: Record<string, string>): Link[] {
  const base = fields.kibana_base_url;
  const { runbook_url = tags.runbook_url, dashboard_url } = fields;
  return readLinks([
    { title: 'Runbook', type: 'runbook', url: runbook_url },
    { title: 'Dashboard', type: 'dashboard', url: dashboard_url },
    {
      title: 'Alert in Kibana',
      type: 'alert',
      url: linkTo(fields.alert_url, base),
    },
    {
      title: 'View in Kibana',
      type: 'alert',
      url: linkTo(fields.view_url, base),
    },
    {
      title: 'Rule in Kibana',
      type: 'other',
      url: linkTo(fields.rule_url, base),
    },
  ]);
}

function readTime(value: string | undefined): Date | undefined {
  return readInstant(value) ?? readEpoch(value);
}
