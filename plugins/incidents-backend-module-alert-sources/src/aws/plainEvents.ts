import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { boundedLabels, readLabels } from '../labels';
import { readLinks } from '../links';
import { namedLinks } from '../notes';
import { expandedName } from '../placeholders';
import { membersOf, recordOf, textOf } from '../tolerant';
import { readAwsInstant } from './awsInstants';
import { texts } from './pairs';

/** Words by which services of AWS and applications say in `state` or `status` that all is well. */
const wellWords = new Set([
  ...['ok', 'resolved', 'closed', 'archived', 'recovered', 'healthy'],
  ...['succeeded', 'success', 'suppressed', 'completed', 'fixed'],
]);

/** Names of what differs between a firing and its end, and so tells nothing of which is which. */
const changing =
  /stat(e|us)|reason|messages?$|descri|summary|severity|priority|time|date|at$|count|value|version|title|(execution|event|request|run|trace)-?_?id$/i;

/**
 * The signal of an event of EventBridge that has no rules of its own: firing, unless it says that all is well.
 *
 * @internal
 */
export function plainSignal(event: Record<string, unknown>): AlertSignal {
  const detail = recordOf(event.detail) ?? {};
  const fields = readLabels(detail);
  const envelope = envelopeOf(event);
  const status = wellWords.has(wordOf(fields)) ? 'resolved' : 'firing';
  const at =
    readAwsInstant(detail.startedAt ?? detail.startTime) ??
    readAwsInstant(event.time);
  const title =
    firstText(
      bounds.title,
      expandedName(detail.title),
      expandedName(detail.summary),
      [envelope['detail-type'], resourceName(envelope.resource)]
        .filter(Boolean)
        .join(': '),
    ) ?? 'Event without a type';
  return {
    fingerprint: fingerprintOf(event, fields),
    status,
    title,
    description: firstText(
      bounds.description,
      ...[fields.description, fields.Description, fields.message],
      ...[fields.reason, fields.stoppedReason, fields.Message],
    ),
    severity: firstText(bounds.severity, fields.severity, fields.priority),
    entityRef: namedEntity(detail),
    labels: boundedLabels({ ...shortOf(fields), ...envelope }),
    links: readLinks([
      ...namedLinks(fields),
      { url: fields.url, title: 'Where it happened', type: 'alert' },
    ]),
    startedAt: status === 'firing' ? at : undefined,
    resolvedAt: status === 'resolved' ? at : undefined,
  };
}

function wordOf(fields: Record<string, string>): string {
  return (fields.status ?? fields.state ?? '').trim().toLowerCase();
}

/** Its own key or id; else where it happened; else what about it stays the same. */
function fingerprintOf(
  event: Record<string, unknown>,
  fields: Record<string, string>,
): string {
  const { account, region, source } = texts(event);
  const place = texts({ account, region, source });
  const key =
    expandedName(fields.dedupKey) ??
    expandedName(fields.fingerprint) ??
    (source === 'aws.guardduty' ? expandedName(fields.id) : undefined);
  if (key) {
    return nameOrDigest(`${source ?? ''} ${key}`, bounds.fingerprint)!;
  }
  const resources = membersOf(event.resources).flatMap(
    one => expandedName(one) ?? [],
  );
  const type = textOf(event['detail-type']) ?? '';
  if (resources.length > 0) {
    return derivedFingerprint(type, undefined, {
      ...place,
      resources: resources.sort().join(' '),
    });
  }
  const lasting = Object.entries(fields).filter(
    ([name]) => !changing.test(name.slice(0, 200)),
  );
  return derivedFingerprint(type, undefined, {
    ...Object.fromEntries(lasting),
    ...place,
  });
}

function envelopeOf(event: Record<string, unknown>): Record<string, string> {
  return texts({
    source: event.source,
    'detail-type': event['detail-type'],
    account: event.account,
    region: event.region,
    resource: membersOf(event.resources)[0],
  });
}

/** Long texts are no labels. */
function shortOf(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value.length <= 200),
  );
}

function resourceName(arn: string | undefined): string | undefined {
  return arn?.slice(0, bounds.url).split(/[:/]/).at(-1);
}
