import type {
  AlertSignal,
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { headerOf } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { honeycombGuide } from './honeycomb.guide';
import { honeycombSamples } from './honeycomb.samples';
import { readInstant } from './instants';
import { boundedLabels, readLabels } from './labels';
import { readLinks } from './links';
import { expanded, expandedName } from './placeholders';
import { secretMatches } from './signatures';
import { membersOf, objectBody, recordOf, refuse, textOf } from './tolerant';

type HoneycombReading = {
  said: Record<string, unknown>;
  /** Absent when the delivery brings no alert. */
  status?: AlertSignal['status'];
};

const statuses: Partial<Record<string, AlertSignal['status']>> = {
  triggered: 'firing',
  firing: 'firing',
  ok: 'resolved',
  resolved: 'resolved',
};

const payloadSchema = objectBody(
  'an object, the payload of a webhook of Honeycomb',
).transform((said, context): HoneycombReading => {
  if (isTest(said)) return { said };
  const word = textOf(said.status)?.slice(0, 50).trim().toLowerCase() ?? '';
  const status = statuses[word];
  return status
    ? { said, status }
    : refuse(context, ['status'], {
        expected: '"TRIGGERED" or "OK"',
        input: said.status,
      });
});

/**
 * Honeycomb by a webhook recipient of its triggers and of the burn alerts of its SLOs.
 *
 * @public
 */
export const honeycomb: AlertSource = {
  id: 'honeycomb',
  title: 'Honeycomb',
  payload: payloadSchema,
  isGenuine: ({ headers }, secret) =>
    // Not as a list: a comma may be part of the secret.
    [headers['x-honeycomb-webhook-token'] ?? []]
      .flat()
      .map(given => secretMatches(given, secret))
      .includes(true),
  deliveryKey: (_, request) => deliveryKeyOf(request),
  toSignals: payload =>
    payload.status ? [toSignal(payload.said, payload.status)] : [],
  remark: payload =>
    payload.status
      ? undefined
      : 'This is a test of Honeycomb, which brings no alert',
  guide: honeycombGuide,
  samples: honeycombSamples,
} satisfies AlertSource<HoneycombReading>;

function deliveryKeyOf(request: WebhookRequest): string | undefined {
  const id = headerOf(request, 'x-honeycomb-webhook-delivery-id');
  return nameOrDigest(expandedName(id), bounds.deliveryKey);
}

function isTest(said: Record<string, unknown>): boolean {
  return (
    said.is_test === true ||
    textOf(said.is_test)?.toLowerCase() === 'true' ||
    /^\s*(?:TRIGGER|BURN ALERT) TEST:/.test(textOf(said.summary) ?? '')
  );
}

function toSignal(
  said: Record<string, unknown>,
  status: AlertSignal['status'],
): AlertSignal {
  const title = firstText(
    bounds.title,
    expanded(said.name),
    withoutState(textOf(said.summary)),
  );
  const labels = labelsOf(said);
  return {
    fingerprint: keyOf(said, title),
    status,
    title: title ?? 'Alert without a name',
    description: firstText(bounds.description, descriptionOf(said)),
    severity: firstText(
      bounds.severity,
      expanded(said.severity),
      labels.severity,
    ),
    entityRef: namedEntity(said, labels),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: textOf(said.runbook_url) },
      { title: 'Runbook', type: 'runbook', url: labels.runbook_url },
      { title: 'Result', type: 'dashboard', url: textOf(said.result_url) },
      { title: 'SLO', type: 'dashboard', url: textOf(said.slo_url) },
      { title: 'Trigger', type: 'alert', url: textOf(said.trigger_url) },
      { title: 'SLI', type: 'other', url: textOf(said.sli_url) },
    ]),
    startedAt: status === 'firing' ? instantOf(said.started_at) : undefined,
    resolvedAt: status === 'resolved' ? instantOf(said.resolved_at) : undefined,
  };
}

function instantOf(value: unknown): Date | undefined {
  return readInstant(textOf(value)) ?? readEpoch(value);
}

/** The addresses of a trigger and of an SLO stay; that of a result is another each time. */
function keyOf(
  said: Record<string, unknown>,
  title: string | undefined,
): string {
  return (
    nameOrDigest(expandedName(said.id), bounds.fingerprint) ??
    derivedFingerprint(
      title ?? '',
      undefined,
      readLabels({
        trigger: expandedName(said.trigger_url),
        slo: expandedName(said.slo_url),
        kind: expandedName(said.alert_type),
      }),
    )
  );
}

function labelsOf(said: Record<string, unknown>): Record<string, string> {
  const listed = {
    dataset: said.dataset ?? said.dataset_name,
    environment: said.environment,
    alert_type: said.alert_type,
    team: said.team,
  };
  return {
    ...Object.fromEntries(
      Object.entries(listed).flatMap(([name, value]) => {
        const text = expanded(value);
        return text ? [[name, text]] : [];
      }),
    ),
    ...sharedColumns(said),
    ...readLabels(recordOf(said.labels)),
  };
}

/** What all groups over the threshold have in common. A resolve has none, so they are no part of the key. */
function sharedColumns(said: Record<string, unknown>): Record<string, string> {
  const [first, ...others] = membersOf(said.result_groups_triggered).map(
    group => readLabels(recordOf(recordOf(group)?.Group)),
  );
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) =>
      others.every(other => other[name] === value),
    ),
  );
}

function descriptionOf(said: Record<string, unknown>): string {
  const groups = membersOf(said.result_groups_triggered).flatMap(group => {
    const { Group, Result } = recordOf(group) ?? {};
    const columns = Object.entries(readLabels(recordOf(Group)))
      .slice(0, bounds.labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ');
    const result = textOf(Result);
    return columns && result ? [`- ${columns}: ${result}`] : [];
  });
  return [
    textOf(said.trigger_description),
    textOf(said.description),
    groups.slice(0, bounds.labels).join('\n'),
  ]
    .filter(part => part?.trim())
    .join('\n\n');
}

/** `Triggered: Slow requests` fires, `Resolved: Slow requests` resolves. */
function withoutState(summary: string | undefined): string | undefined {
  return summary
    ?.slice(0, bounds.description)
    .replace(/^\s*(?:Triggered|Resolved|OK): /i, '');
}
