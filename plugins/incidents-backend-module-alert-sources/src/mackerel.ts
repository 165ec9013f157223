import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds, firstText } from './bounds';
import { entityInNote } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { boundedLabels } from './labels';
import { readLinks, type Link } from './links';
import { mackerelSamples } from './mackerel.samples';
import { expandedName } from './placeholders';
import { mustBe } from './refusals';
import {
  looseRecord,
  looseText,
  membersOf,
  recordOf,
  textOf,
} from './tolerant';

const severities = ['critical', 'warning', 'unknown'];

const payloadSchema = z
  .object(
    {
      event: z.string(mustBe('a text such as "alert"')),
      orgName: looseText,
      type: looseText,
      message: looseText,
      memo: looseText,
      imageUrl: looseText,
      host: looseRecord,
      service: looseRecord,
      alert: looseRecord,
    },
    mustBe("an object, the payload of Mackerel's webhook"),
  )
  .superRefine(({ event, alert }, context) => {
    if (event !== 'alert' || statusOf(alert)) return;
    const input = alert?.status;
    const expected = '"ok", "warning", "critical" or "unknown"';
    const path = ['alert', 'status'];
    const message = mustBe(expected).error({ path, input });
    context.addIssue({ code: 'custom', path, message });
  });

type MackerelPayload = z.output<typeof payloadSchema>;

/**
 * Mackerel by its webhook channel.
 *
 * @public
 */
export const mackerel: AlertSource = {
  id: 'mackerel',
  title: 'Mackerel',
  payload: payloadSchema,
  toSignals: payload => {
    const status = statusOf(payload.alert);
    return payload.event === 'alert' && status
      ? [toSignal(payload, status)]
      : [];
  },
  remark: ({ event }) =>
    event === 'sample'
      ? 'A sample notification of Mackerel brings no alert'
      : `An event "${
          firstText(50, event) ?? ''
        }" of Mackerel brings no alert, only "alert" does`,
  guide: {
    steps: [
      'Open **Channels** in Mackerel and click **Add a notification channel**, then choose **Webhook**.',
      'Enter a name and, as **URL**, `{url}/{token}`. Leave **Alert** ticked under the events; the other events are answered with a remark and bring no alert.',
      'Click **Test** to see that the address answers, then **Create**.',
      'Add the channel to a notification group under **Monitors → Notification Groups**, with the services or monitors whose alerts shall come here.',
    ],
    token: 'path',
    reference: 'https://mackerel.io/docs/entry/howto/alerts/webhook',
    notes: [
      'An alert is known by its id, which Mackerel keeps until the alert is closed; closing it, by the monitor or by hand, resolves it.',
      'The status `critical`, `warning` or `unknown` is the severity hint. Service and role of the host become the labels `service` and `role`.',
      'A line `backstage_entity: component:default/checkout` in the memo of the monitor names the entity.',
    ],
  },
  samples: mackerelSamples,
} satisfies AlertSource<MackerelPayload>;

function statusOf(
  alert: MackerelPayload['alert'],
): 'firing' | 'resolved' | undefined {
  const status = textOf(alert?.status)?.trim().toLowerCase() ?? '';
  const isOpen = textOf(alert?.isOpen)?.trim().toLowerCase();
  if (status === 'ok' || isOpen === 'false') return 'resolved';
  return severities.includes(status) || isOpen === 'true'
    ? 'firing'
    : undefined;
}

function toSignal(
  payload: MackerelPayload,
  status: 'firing' | 'resolved',
): AlertSignal {
  const alert = payload.alert ?? {};
  const monitor = textOf(alert.monitorName)?.trim();
  const labels = labelsOf(payload);
  const severity = textOf(alert.status)?.trim();
  return {
    fingerprint:
      nameOrDigest(idOf(alert), bounds.fingerprint) ??
      derivedFingerprint(monitor ?? '', undefined, labels),
    status,
    title:
      firstText(
        bounds.title,
        monitor && labels.host ? `${monitor} on ${labels.host}` : monitor,
        payload.message,
      ) ?? 'Alert without a name',
    description: firstText(
      bounds.description,
      [payload.message, payload.memo].filter(Boolean).join('\n\n'),
    ),
    severity:
      severity?.toLowerCase() === 'ok'
        ? undefined
        : firstText(bounds.severity, severity),
    entityRef: entityInNote(payload.memo),
    labels: boundedLabels(labels),
    links: linksOf(payload),
    startedAt: readEpoch(alert.openedAt) ?? readEpoch(alert.createdAt),
    resolvedAt: status === 'resolved' ? readEpoch(alert.closedAt) : undefined,
  };
}

/** Older payloads have the id only at the end of the address. */
function idOf(alert: Record<string, unknown>): string | undefined {
  const last = textOf(alert.url)
    ?.slice(0, bounds.url)
    .match(/\/alerts\/([^/?#]+)$/)?.[1];
  return expandedName(alert.id) ?? expandedName(last);
}

function labelsOf(payload: MackerelPayload): Record<string, string> {
  const roles = membersOf(payload.host?.roles).map(recordOf);
  const said = {
    monitor: textOf(payload.alert?.monitorName),
    metric: textOf(payload.alert?.metricLabel),
    type: payload.type,
    host: textOf(payload.host?.name),
    service:
      textOf(payload.service?.name) ??
      joined(roles.map(role => textOf(role?.serviceName))),
    role: joined(roles.map(role => textOf(role?.roleName))),
    org: payload.orgName,
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, string][] =>
      value?.trim() ? [[name, value.trim()]] : [],
    ),
  );
}

function joined(names: Array<string | undefined>): string {
  return [...new Set(names.filter(Boolean))].join(', ');
}

function linksOf({ alert, host, service, imageUrl }: MackerelPayload): Link[] {
  return readLinks([
    { title: 'Alert in Mackerel', type: 'alert', url: textOf(alert?.url) },
    { title: 'Graph', type: 'dashboard', url: imageUrl },
    { title: 'Host in Mackerel', type: 'dashboard', url: textOf(host?.url) },
    {
      title: 'Service in Mackerel',
      type: 'dashboard',
      url: textOf(service?.url),
    },
  ]);
}
