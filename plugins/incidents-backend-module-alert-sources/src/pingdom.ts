import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks, type Link } from './links';
import { pingdomSamples } from './pingdom.samples';
import { expandedName } from './placeholders';
import { mustBe } from './refusals';
import { readTags } from './tags';
import { looseRecord, looseText, textOf } from './tolerant';

const statuses = {
  DOWN: 'firing',
  FAILING: 'firing',
  UP: 'resolved',
  SUCCESS: 'resolved',
} as const satisfies Record<string, AlertSignal['status']>;

const payloadSchema = z.object(
  {
    current_state: z.preprocess(
      value => (typeof value === 'string' ? value.trim().toUpperCase() : value),
      z.enum(
        Object.keys(statuses) as Array<keyof typeof statuses>,
        mustBe('"UP", "DOWN", "SUCCESS" or "FAILING"'),
      ),
    ),
    check_id: looseText,
    check_name: looseText,
    check_type: looseText,
    check_params: looseRecord,
    tags: z.unknown().optional(),
    importance_level: looseText,
    custom_message: looseText,
    description: looseText,
    long_description: looseText,
    state_changed_timestamp: z.unknown().optional(),
    state_changed_utc_time: looseText,
    first_probe: looseRecord,
  },
  mustBe("an object, the payload of Pingdom's webhook"),
);

type PingdomPayload = z.output<typeof payloadSchema>;

/**
 * Pingdom by the state change webhook of its uptime and transaction checks.
 *
 * @public
 */
export const pingdom: AlertSource = {
  id: 'pingdom',
  title: 'Pingdom',
  payload: payloadSchema,
  toSignals: payload => [toSignal(payload)],
  guide: {
    steps: [
      'In My Pingdom open **Integrations → Integrations** and click **Add integration**.',
      'Choose **Webhook** as **Type**, enter a name and, as **URL**, `{url}/{token}`. Leave **Active** ticked and click **Save integration**.',
      'Open each check under **Synthetics → Uptime** or **Synthetics → Transactions**, tick the integration at its end (**Connect integrations**), tick **Alert when back up** so that it resolves, and click **Modify check**.',
    ],
    token: 'path',
    reference: 'https://www.pingdom.com/resources/webhooks/',
    notes: [
      'An alert is known by the number of its check. `UP` and `SUCCESS` resolve it.',
      'The importance of the check, `HIGH` or `LOW`, is the severity hint. Tags such as `service:checkout` become labels, a tag `backstage_entity:…` names the entity.',
      '**Test** of the integration sends an example that cannot be told from an alert; resolve it by hand.',
    ],
  },
  samples: pingdomSamples,
} satisfies AlertSource<PingdomPayload>;

function toSignal(payload: PingdomPayload): AlertSignal {
  const status = statuses[payload.current_state];
  const tags = readTags(payload.tags);
  const name = firstText(bounds.title, payload.check_name);
  const labels = labelsOf(payload);
  const changedAt =
    readEpoch(payload.state_changed_timestamp) ??
    // Documented as UTC, and written without a zone.
    readInstant(`${payload.state_changed_utc_time?.trim()}Z`);
  return {
    fingerprint:
      nameOrDigest(checkOf(payload), bounds.fingerprint) ??
      derivedFingerprint(name ?? '', undefined, labels),
    status,
    title: name ?? 'Check without a name',
    description: firstText(bounds.description, descriptionOf(payload)),
    severity: firstText(bounds.severity, payload.importance_level),
    entityRef: namedEntity(tags),
    labels: boundedLabels({ ...labels, ...tags }),
    links: linksOf(payload),
    startedAt: status === 'firing' ? changedAt : undefined,
    resolvedAt: status === 'resolved' ? changedAt : undefined,
  };
}

/** Uptime and transaction checks are numbered apart. */
function checkOf(payload: PingdomPayload): string | undefined {
  const id = expandedName(payload.check_id);
  if (!id || id === '0') return undefined;
  return isTransaction(payload) ? `transaction-${id}` : id;
}

function isTransaction({ check_type, current_state }: PingdomPayload): boolean {
  return (
    check_type?.trim().toUpperCase() === 'TRANSACTION' ||
    current_state === 'FAILING' ||
    current_state === 'SUCCESS'
  );
}

function labelsOf(payload: PingdomPayload): Record<string, string> {
  const said = {
    check: payload.check_name,
    check_type: payload.check_type,
    host: textOf(payload.check_params?.hostname),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, string][] =>
      value?.trim() ? [[name, value.trim()]] : [],
    ),
  );
}

function descriptionOf(payload: PingdomPayload): string {
  const location = textOf(payload.first_probe?.location);
  return [
    payload.custom_message,
    payload.long_description || payload.description,
    location && `First seen from ${location}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function linksOf(payload: PingdomPayload): Link[] {
  const id = payload.check_id?.trim() ?? '';
  const report = isTransaction(payload) ? 'transaction' : 'uptime';
  return readLinks([
    {
      title: 'Check in Pingdom',
      type: 'alert',
      url: /^[1-9]\d{0,19}$/.test(id)
        ? `https://my.pingdom.com/app/reports/${report}#check=${id}`
        : undefined,
    },
    {
      title: 'Checked address',
      type: 'other',
      url: textOf(payload.check_params?.full_url),
    },
  ]);
}
