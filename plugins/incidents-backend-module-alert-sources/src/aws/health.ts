import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { bounded, bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { boundedLabels } from '../labels';
import { readLinks } from '../links';
import { namedLinks } from '../notes';
import { expandedName } from '../placeholders';
import { recordsOf } from '../records';
import { membersOf, recordOf, refuse, textOf } from '../tolerant';
import { readAwsInstant } from './awsInstants';
import { pairs, texts } from './pairs';

const statuses = {
  open: 'firing',
  upcoming: 'firing',
  closed: 'resolved',
} as const;

const entitiesNamed = 20;

type HealthStatus = (typeof statuses)[keyof typeof statuses];

/**
 * Whether an event is one of AWS Health.
 *
 * @internal
 */
export function isHealthEvent(event: Record<string, unknown>): boolean {
  return (
    textOf(event.source) === 'aws.health' &&
    recordOf(event.detail) !== undefined
  );
}

/**
 * The name of a communication: the same in each of the regions that an event is sent to for safety.
 *
 * @internal
 */
export function healthDeliveryKey(
  event: Record<string, unknown>,
): string | undefined {
  const communication = expandedName(recordOf(event.detail)?.communicationId);
  return communication && `${communication} ${textOf(event.account) ?? ''}`;
}

/**
 * Whether an event of AWS Health is open or closed. Those of before 2022 have no status, but an end.
 *
 * @internal
 */
export function readHealthStatus(
  event: Record<string, unknown>,
  context: z.RefinementCtx,
): HealthStatus {
  const { statusCode, endTime, eventTypeCategory } = recordOf(event.detail)!;
  const code = textOf(statusCode)?.trim().toLowerCase();
  if (code && Object.hasOwn(statuses, code)) {
    return statuses[code as keyof typeof statuses];
  }
  if (!code) {
    const isIssue = eventTypeCategory === 'issue';
    return isIssue && readAwsInstant(endTime) ? 'resolved' : 'firing';
  }
  return refuse(context, ['detail', 'statusCode'], {
    expected: '"open", "closed" or "upcoming"',
    input: statusCode,
  });
}

/**
 * The signal of an event of AWS Health.
 *
 * @internal
 */
export function healthSignal(
  event: Record<string, unknown>,
  status: HealthStatus,
): AlertSignal {
  const detail = recordOf(event.detail) ?? {};
  const arn = expandedName(detail.eventArn);
  const entities = recordsOf(detail.affectedEntities);
  // Of several entities none speaks for the others.
  const tags = entities.length === 1 ? pairs(entities[0].tags) : {};
  const labels = labelsOf(event, detail);
  const title = titleOf(detail);
  const ended = readAwsInstant(detail.endTime);
  return {
    fingerprint:
      nameOrDigest(arn && `${arn}${accountOf(detail)}`, bounds.fingerprint) ??
      derivedFingerprint(title, undefined, labels),
    status,
    title,
    description: descriptionOf(detail, entities),
    severity: firstText(bounds.severity, tags.severity, tags.priority),
    entityRef: namedEntity(tags),
    labels: boundedLabels({ ...labels, ...tags }),
    links: readLinks([
      ...namedLinks(tags),
      {
        title: 'AWS Health Dashboard',
        type: 'alert',
        url: arn?.startsWith('arn:aws:')
          ? `https://health.aws.amazon.com/health/home#/account/event-log?eventID=${encodeURIComponent(
              bounded(arn, bounds.url),
            )}&eventTab=details`
          : undefined,
      },
    ]),
    startedAt: readAwsInstant(detail.startTime),
    resolvedAt: status === 'resolved' ? ended : undefined,
  };
}

/** An organisation gets one event for each account, under one ARN. */
function accountOf(detail: Record<string, unknown>): string {
  const account = expandedName(detail.affectedAccount);
  return account && detail.eventScopeCode === 'ACCOUNT_SPECIFIC'
    ? ` ${account}`
    : '';
}

function titleOf(detail: Record<string, unknown>): string {
  const { service, code, region } = texts({
    service: detail.service,
    code: detail.eventTypeCode,
    region: detail.eventRegion,
  });
  const words = (code ?? '')
    .replace(/^AWS_/, '')
    .replace(`${service}_`, '')
    .replaceAll('_', ' ')
    .toLowerCase();
  const what = [service, words].filter(Boolean).join(': ');
  return (
    firstText(bounds.title, what && region ? `${what} (${region})` : what) ??
    'Event of AWS Health'
  );
}

function descriptionOf(
  detail: Record<string, unknown>,
  entities: Array<Record<string, unknown>>,
): string | undefined {
  const said = membersOf(detail.eventDescription).map(
    one => textOf(recordOf(one)?.latestDescription) ?? '',
  );
  const named = entities.flatMap(one => textOf(one.entityValue) ?? []);
  const more = named.length - entitiesNamed;
  const pages = Number(textOf(detail.totalPages) ?? 1);
  const affected = named.length > 0 && [
    `Affected: ${named.slice(0, entitiesNamed).join(', ')}`,
    more > 0 ? ` and ${more} more` : '',
    pages > 1 ? ', others in further messages of this event' : '',
  ];
  return firstText(
    bounds.description,
    // The descriptions come with their line breaks escaped.
    [said.join('\n\n').replaceAll('\\n', '\n'), (affected || []).join('')]
      .filter(Boolean)
      .join('\n\n'),
  );
}

function labelsOf(
  event: Record<string, unknown>,
  detail: Record<string, unknown>,
): Record<string, string> {
  return texts({
    source: event.source,
    'detail-type': event['detail-type'],
    account: detail.affectedAccount ?? event.account,
    region: detail.eventRegion ?? event.region,
    aws_service: detail.service,
    event_type: detail.eventTypeCode,
    category: detail.eventTypeCategory,
    scope: detail.eventScopeCode,
  });
}
