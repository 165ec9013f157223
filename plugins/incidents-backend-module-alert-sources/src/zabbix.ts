import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { linkTo } from './addresses';
import { readJson, bodyText } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { boundedLabels } from './labels';
import { readLinks, type Link } from './links';
import { expanded, expandedName } from './placeholders';
import { readTags } from './tags';
import { objectBody, refuse } from './tolerant';
import { zabbixGuide } from './zabbix.guide';
import { zabbixSamples } from './zabbix.samples';

/** The parameters of the script, by names such as `event_id`, however their sender wrote them; without those that say nothing. */
type Said = Partial<Record<string, string>>;

type ZabbixPayload = {
  said: Said;
  tags: Record<string, string>;
  /** Absent when the delivery brings no alert. */
  status?: AlertSignal['status'];
  remark?: string;
};

const payloadSchema = objectBody(
  'an object, the parameters of the webhook of Zabbix',
).transform((body, context): ZabbixPayload => {
  const written = byPlainNames(body);
  const said = Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, expanded(value)]),
  );
  const tags = readTags(written.event_tags ?? written.event_tagsjson);
  // Discovery and autoregistration have events too, with values of their own.
  if (said.event_source === '1' || said.event_source === '2') {
    return {
      said,
      tags,
      remark: 'Zabbix told of a discovery, which is no alert',
    };
  }
  const status = statusOf(said);
  if (status) return { said, tags, status };
  if (isTest(written, said)) {
    return {
      said,
      tags,
      remark: 'No macro was replaced: a test of the media type brings no alert',
    };
  }
  return refuse(context, ['event_value'], {
    expected: '"1" for a problem or "0" for its end',
    input: written.event_value,
  });
}) satisfies z.ZodType<ZabbixPayload>;

/**
 * Zabbix by a media type of type webhook, whose script posts its parameters.
 *
 * @public
 */
export const zabbix: AlertSource = {
  id: 'zabbix',
  title: 'Zabbix',
  payload: payloadSchema,
  readBody: request => readJson(bodyText(request)),
  toSignals: payload =>
    payload.status ? [toSignal(payload, payload.status)] : [],
  remark: payload => payload.remark,
  guide: zabbixGuide,
  samples: zabbixSamples,
} satisfies AlertSource<ZabbixPayload>;

function toSignal(
  { said, tags }: ZabbixPayload,
  status: AlertSignal['status'],
): AlertSignal {
  const title = firstText(
    bounds.title,
    said.event_name,
    said.trigger_name,
    withoutPrefix(said.alert_subject),
  );
  const labels = {
    ...pick(said, ['host', 'host_name', 'host_ip', 'host_groups']),
    ...tags,
  };
  return {
    fingerprint:
      nameOrDigest(idOf(said.event_id), bounds.fingerprint) ??
      nameOrDigest(
        idOf(said.trigger_id) && `trigger-${said.trigger_id}`,
        bounds.fingerprint,
      ) ??
      // Tags may change while a problem lasts.
      derivedFingerprint(title ?? '', undefined, pick(said, ['host'])),
    status,
    title: title ?? 'Problem without a name',
    description: firstText(bounds.description, descriptionOf(said)),
    severity: firstText(
      bounds.severity,
      said.event_severity,
      said.trigger_severity,
      said.event_nseverity,
    ),
    entityRef: namedEntity(tags, said),
    labels: boundedLabels(labels),
    links: linksOf(said, tags),
    startedAt: readEpoch(said.event_timestamp),
    resolvedAt:
      status === 'resolved'
        ? readEpoch(said.event_recovery_timestamp)
        : undefined,
  };
}

function linksOf(said: Said, tags: Record<string, string>): Link[] {
  const { zabbix_url: base, event_id, trigger_id } = said;
  const digits = /^\d{1,20}$/;
  const isKnown = digits.test(event_id ?? '') && digits.test(trigger_id ?? '');
  const page = `tr_events.php?triggerid=${trigger_id}&eventid=${event_id}`;
  return readLinks([
    { title: 'Runbook', type: 'runbook', url: tags.runbook_url },
    { title: 'Runbook', type: 'runbook', url: tags.runbook },
    { title: 'Dashboard', type: 'dashboard', url: tags.dashboard },
    {
      title: 'Problem in Zabbix',
      type: 'alert',
      url: isKnown ? linkTo(page, base) : undefined,
    },
    {
      title: 'Address of the trigger',
      type: 'other',
      url: linkTo(said.trigger_url, base),
    },
  ]);
}

/** The value of the event comes first: the status of a trigger is that of the moment of sending. */
function statusOf(said: Said): AlertSignal['status'] | undefined {
  const word = (said.event_status ?? said.trigger_status)?.toUpperCase();
  const value = said.event_recovery_value === '0' ? '0' : said.event_value;
  const isOver = value === undefined && (word === 'RESOLVED' || word === 'OK');
  const isRecovery =
    value === undefined && word === undefined && idOf(said.event_recovery_id);
  if (value === '0' || isOver || isRecovery) return 'resolved';
  if (value !== '1' && (value !== undefined || word !== 'PROBLEM')) {
    return undefined;
  }
  return said.event_ack_status?.toLowerCase() === 'yes'
    ? 'acknowledged'
    : 'firing';
}

function isTest(written: Record<string, unknown>, said: Said): boolean {
  const isMacro = (name: string) =>
    written[name] !== undefined && said[name] === undefined;
  return isMacro('event_value') && !said.event_id && !said.event_name;
}

function idOf(id: string | undefined): string | undefined {
  return id === '0' ? undefined : expandedName(id);
}

function descriptionOf(said: Said): string {
  return [
    said.event_opdata && `Operational data: ${said.event_opdata}`,
    said.trigger_description ?? said.alert_message,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The default subjects of problem, recovery and update begin differently. */
function withoutPrefix(subject: string | undefined): string | undefined {
  return subject
    ?.slice(0, bounds.description)
    .replace(
      /^\[?(?:problem|resolved|updated)(?: (?:in|problem)[^:\]]{0,100})?[:\]]\s*/i,
      '',
    );
}

function pick(said: Said, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => (said[name] ? [[name, said[name]]] : [])),
  );
}

/** `EVENT.ID`, `eventId` and `{EVENT.ID}` are what we call `event_id`. */
function byPlainNames(body: Record<string, unknown>): Record<string, unknown> {
  const named = Object.entries(body)
    .slice(0, bounds.labelsRead)
    .map(([name, value]) => [
      name
        .slice(0, bounds.labelName)
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_|_$/g, ''),
      value,
    ]);
  return Object.fromEntries(named);
}
