import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds, firstText } from './bounds';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { genericSamples } from './generic.samples';
import { readInstant } from './instants';
import { boundedLabels, labelsSchema, readLabels } from './labels';
import { readLinks } from './links';
import { mustBe } from './refusals';

const statuses = {
  firing: 'firing',
  alert: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  ok: 'resolved',
} as const satisfies Record<string, AlertSignal['status']>;

const title = mustBe('a text that says what is wrong');
const instant = mustBe(
  'an instant with its zone, such as "2026-11-20T03:00:00Z"',
);
const links = mustBe('a list of links, each an object with a url');
const alerts = mustBe(`a list of at most ${bounds.alerts} alerts`);

const text = z.string(mustBe('a text')).nullish();
/** Templates of many monitors write numbers where a word is meant. */
const word = z
  .preprocess(
    value => (typeof value === 'number' ? String(value) : value),
    text,
  )
  .optional();
const status = z
  .preprocess(
    value => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z
      .enum(
        Object.keys(statuses) as Array<keyof typeof statuses>,
        mustBe('"firing", "acknowledged" or "resolved"'),
      )
      .nullish(),
  )
  .optional();
const time = z
  .string(instant)
  .refine(value => value.trim() === '' || readInstant(value), instant)
  .nullish();

const linkSchema = z.object(
  {
    url: z.string(mustBe('a text, an address that begins with https://')),
    title: text,
    type: z
      .enum(
        ['runbook', 'dashboard', 'alert', 'other'],
        mustBe('"runbook", "dashboard", "alert" or "other"'),
      )
      .nullish(),
  },
  mustBe('an object with a url'),
);

const alertSchema = z.object(
  {
    title: z
      .string(title)
      .refine(value => firstText(bounds.title, value), title),
    status,
    state: status,
    severity: word,
    dedupKey: word,
    fingerprint: word,
    entityRef: text,
    description: text,
    labels: labelsSchema,
    links: z
      .array(z.unknown(), links)
      .transform(all => all.slice(0, bounds.links))
      .pipe(z.array(linkSchema))
      .nullish(),
    runbookUrl: text,
    startedAt: time,
    resolvedAt: time,
  },
  mustBe('an object with the title of an alert'),
);

const delivery = { deliveryId: word };
const single = alertSchema
  .extend(delivery)
  .transform(({ deliveryId, ...alert }) => ({ deliveryId, alerts: [alert] }));
const several = z.object({
  ...delivery,
  // Counted before each is looked at, so that a refusal stays short.
  alerts: z
    .array(z.unknown(), alerts)
    .max(bounds.alerts, alerts)
    .pipe(z.array(alertSchema)),
});

type GenericAlert = z.output<typeof alertSchema>;

type GenericPayload = {
  alerts: GenericAlert[];
  deliveryId?: string | null;
};

/** Not a union: that would say of a wrong field only that neither shape fits. */
const payloadSchema = z.unknown().transform((body, context): GenericPayload => {
  const parsed = (hasAlerts(body) ? several : single).safeParse(body);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    context.issues.push({ code: 'custom', path, message, input: body });
  }
  return z.NEVER;
});

/**
 * Any monitor that can post JSON: one alert, or several under `alerts`.
 *
 * @public
 */
export const generic: AlertSource = {
  id: 'generic',
  title: 'Generic JSON',
  payload: payloadSchema,
  deliveryKey: payload => nameOrDigest(payload.deliveryId, bounds.deliveryKey),
  toSignals: payload => payload.alerts.map(toSignal),
  samples: genericSamples,
} satisfies AlertSource<GenericPayload>;

function toSignal(alert: GenericAlert): AlertSignal {
  const labels = readLabels(alert.labels);
  const entityRef = firstText(bounds.entityRef, alert.entityRef);
  return {
    fingerprint:
      nameOrDigest(alert.dedupKey, bounds.fingerprint) ??
      nameOrDigest(alert.fingerprint, bounds.fingerprint) ??
      derivedFingerprint(alert.title.trim(), entityRef, labels),
    status: statuses[alert.status ?? alert.state ?? 'firing'],
    title: firstText(bounds.title, alert.title)!,
    description: firstText(bounds.description, alert.description),
    severity: firstText(bounds.severity, alert.severity),
    entityRef,
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: alert.runbookUrl },
      ...(alert.links ?? []).map(link => ({
        ...link,
        type: link.type ?? ('other' as const),
      })),
    ]),
    startedAt: readInstant(alert.startedAt),
    resolvedAt: readInstant(alert.resolvedAt),
  };
}

function hasAlerts(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'alerts' in body &&
    body.alerts !== null
  );
}
