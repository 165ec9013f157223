import type {
  AlertSignal,
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { readJson, readJsonOrForm } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks } from './links';
import { expandedName } from './placeholders';
import { mustBe } from './refusals';
import { readTags } from './tags';
import { looseRecord, looseText, recordOf, textOf } from './tolerant';
import { uptimeKumaSamples } from './uptime-kuma.samples';

/** As Uptime Kuma numbers them. */
const beats = new Map<string | undefined, string>([
  ['0', 'down'],
  ['1', 'up'],
  ['2', 'pending'],
  ['3', 'maintenance'],
]);

const payloadSchema = z
  .object(
    { heartbeat: looseRecord, monitor: looseRecord, msg: looseText },
    mustBe("an object, the payload of Uptime Kuma's webhook"),
  )
  .superRefine(({ heartbeat, msg }, context) => {
    const input = heartbeat?.status;
    if (heartbeat ? beats.has(textOf(input)) : msg?.trim()) return;
    const path = heartbeat ? ['heartbeat', 'status'] : ['msg'];
    const expected = heartbeat ? '0 for down or 1 for up' : 'a text';
    const message = mustBe(expected).error({ path, input });
    context.addIssue({ code: 'custom', path, message });
  });

type UptimeKumaPayload = z.output<typeof payloadSchema>;

/**
 * Uptime Kuma by its notification of type webhook.
 *
 * @public
 */
export const uptimeKuma: AlertSource = {
  id: 'uptime-kuma',
  title: 'Uptime Kuma',
  payload: payloadSchema,
  readBody,
  toSignals: payload =>
    isRemark(payload)
      ? []
      : [payload.heartbeat ? beatSignal(payload) : noticeSignal(payload)],
  remark: ({ heartbeat }) =>
    heartbeat
      ? 'A monitor that is pending or under maintenance brings no alert'
      : 'A test of the notification brings no alert',
  guide: {
    steps: [
      'Open **Settings → Notifications** in Uptime Kuma and click **Setup Notification**.',
      'Choose **Webhook** as **Notification Type**, enter a **Friendly Name** and, as **Post URL**, `{url}`.',
      'Choose **JSON** as **Request Body**.',
      'Tick **Additional Headers** and enter `{ "Authorization": "Bearer {token}" }`.',
      'Tick **Default enabled** or **Apply on all existing monitors** as you need, click **Test** to see that the address answers, then **Save**.',
    ],
    token: 'bearer',
    reference:
      'https://github.com/louislam/uptime-kuma/wiki/Notification-Methods',
    notes: [
      'An alert is known by the number of its monitor. The beat that is up again resolves it; pending beats and maintenance change nothing.',
      'A certificate or domain that will expire comes as a text only and fires under what that text says without the number of days. Uptime Kuma never takes it back: resolve it by hand.',
      'Uptime Kuma has no severity. Tags of the monitor become labels; a tag `backstage_entity` with the entity as its value names the entity, `runbook_url` becomes a link.',
      'A custom body works as long as it has `heartbeat` and `monitor`. With **GET** there is no body and nothing arrives.',
    ],
  },
  samples: uptimeKumaSamples,
} satisfies AlertSource<UptimeKumaPayload>;

/** As a form, the JSON is in the field `data`. */
function readBody(request: WebhookRequest): unknown {
  const body = readJsonOrForm(request);
  const inner = recordOf(body)?.data;
  return typeof inner === 'string' ? readJson(inner) : body;
}

function isRemark({ heartbeat, msg = '' }: UptimeKumaPayload): boolean {
  if (!heartbeat) return /\bTesting$/.test(msg.slice(-100).trim());
  const beat = beats.get(textOf(heartbeat.status));
  return beat === 'pending' || beat === 'maintenance';
}

function beatSignal(payload: UptimeKumaPayload): AlertSignal {
  const { heartbeat = {}, monitor = {}, msg } = payload;
  const isDown = textOf(heartbeat.status) === '0';
  const tags = readTags(monitor.tags);
  const name = firstText(
    bounds.title,
    textOf(monitor.pathName),
    textOf(monitor.name),
  );
  const at = readTime(heartbeat.time);
  const labels = labelsOf(monitor);
  return {
    fingerprint:
      nameOrDigest(monitorOf(payload), bounds.fingerprint) ??
      derivedFingerprint(name ?? '', undefined, labels),
    status: isDown ? 'firing' : 'resolved',
    title: name ?? firstText(bounds.title, msg) ?? 'Monitor without a name',
    description: firstText(
      bounds.description,
      [textOf(heartbeat.msg) ?? msg, textOf(monitor.description)]
        .filter(Boolean)
        .join('\n\n'),
    ),
    severity: firstText(bounds.severity, tags.severity, tags.priority),
    entityRef: namedEntity(tags),
    labels: boundedLabels({ ...labels, ...tags }),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: tags.runbook_url },
      { title: 'Dashboard', type: 'dashboard', url: tags.dashboard },
      { title: 'Checked address', type: 'other', url: textOf(monitor.url) },
    ]),
    startedAt: isDown ? startOf(heartbeat) : readTime(heartbeat.lastDownTime),
    resolvedAt: isDown ? undefined : at,
  };
}

/** What has no beat is the expiry of a certificate or of a domain. */
function noticeSignal({ msg = '' }: UptimeKumaPayload): AlertSignal {
  const lasting = msg
    .slice(0, bounds.description)
    .replace(/\b\d{1,6}(?= days?\b)/g, '');
  return {
    fingerprint: derivedFingerprint(lasting, undefined, {}),
    status: 'firing',
    title: firstText(bounds.title, msg) ?? 'Notice without a text',
    labels: {},
    links: [],
  };
}

function monitorOf(payload: UptimeKumaPayload): string | undefined {
  const { heartbeat, monitor } = payload;
  return (
    expandedName(monitor?.id) ??
    expandedName(heartbeat?.monitorID) ??
    expandedName(heartbeat?.monitor_id)
  );
}

function labelsOf(monitor: Record<string, unknown>): Record<string, string> {
  const said = {
    monitor: textOf(monitor.name),
    type: textOf(monitor.type),
    host: textOf(monitor.hostname),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, string][] =>
      value?.trim() ? [[name, value.trim()]] : [],
    ),
  );
}

/** `2026-11-20 03:00:00.123`, which is UTC; the local time has a field of its own. */
function readTime(value: unknown): Date | undefined {
  const text = textOf(value)?.trim().replace(' ', 'T');
  return readInstant(text) ?? readInstant(`${text}Z`);
}

/** A reminder of a monitor that is still down is dated by itself. */
function startOf(heartbeat: Record<string, unknown>): Date | undefined {
  const important = textOf(heartbeat.important)?.toLowerCase() ?? '';
  return ['false', '0'].includes(important)
    ? undefined
    : readTime(heartbeat.time);
}
