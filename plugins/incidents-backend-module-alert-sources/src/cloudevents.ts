import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bounds, firstText } from './bounds';
import { readAlerts, readContent } from './cloudevents/alerts';
import { readEvents } from './cloudevents/readEvents';
import { cloudeventsSamples } from './cloudevents.samples';
import { derivedFingerprint } from './fingerprints';
import { generic } from './generic';
import { readInstant } from './instants';
import { boundedLabels } from './labels';
import { readLinks } from './links';
import { expandedName } from './placeholders';
import { mustBe } from './refusals';
import { looseText, recordOf } from './tolerant';

const expectedEvents = mustBe(
  `an event of CloudEvents 1.0, or a list of 1 to ${bounds.alerts} of them`,
);
const named = (what: string) =>
  z.string(mustBe(what)).refine(text => text.trim(), mustBe(what));

const eventSchema = z.object(
  {
    specversion: z
      .string(mustBe('"1.0"'))
      .refine(text => /^1(\.\d+)?$/.test(text.trim()), mustBe('"1.0"')),
    id: named('the id of the event'),
    source: named('the source of the event'),
    type: named('the type of the event'),
    subject: looseText,
    time: looseText,
    dataschema: looseText,
    data: z.unknown().optional(),
    data_base64: looseText,
  },
  mustBe('an event of CloudEvents 1.0'),
);

type CloudEvent = z.output<typeof eventSchema>;
type CloudEventsPayload = Array<{
  event: CloudEvent;
  /** As the generic source reads them. */
  alerts: AlertSignal[];
  hasOwnKey: boolean[];
}>;

const payloadSchema = z.unknown().transform((body, context) => {
  const bodies = Array.isArray(body) ? body : [body];
  const isTooMany = bodies.length === 0 || bodies.length > bounds.alerts;
  if (isTooMany || (!Array.isArray(body) && !recordOf(body))) {
    const message = expectedEvents.error({ input: body });
    context.issues.push({ code: 'custom', message, input: body });
    return z.NEVER;
  }
  const payload: CloudEventsPayload = [];
  for (const [index, member] of bodies.entries()) {
    const path = Array.isArray(body) ? [index] : [];
    const read = readEvent(member);
    for (const issue of read.issues) {
      context.issues.push({
        code: 'custom',
        path: [...path, ...issue.path],
        message: issue.message,
        input: body,
      });
    }
    // One sentence for each field of the first wrong event is enough.
    if (!read.event) return z.NEVER;
    payload.push(read.event);
  }
  return payload;
}) satisfies z.ZodType<CloudEventsPayload>;

/**
 * CloudEvents 1.0 over HTTP: structured, as a batch, or binary with the attributes as headers.
 *
 * @public
 */
export const cloudevents: AlertSource = {
  id: 'cloudevents',
  title: 'CloudEvents',
  payload: payloadSchema,
  readBody: readEvents,
  deliveryKey: payload => deliveryKeyOf(payload),
  toSignals: payload =>
    payload.flatMap(({ event, alerts, hasOwnKey }) =>
      alerts.map((alert, index) => toSignal(event, alert, hasOwnKey[index])),
    ),
  guide: {
    steps: [
      'Let the producer, broker or trigger (Knative, Argo Events, Dapr, Azure Event Grid …) send CloudEvents 1.0 by **POST** to `{url}` with the header `Authorization: Bearer {token}`. Where no header can be set, `{url}/{token}` is the address.',
      'Structured, batched (`application/cloudevents-batch+json`) and binary mode are all read.',
      'Put the alert into `data`, as the generic source has it:\n\n```json\n{\n  "specversion": "1.0",\n  "id": "5f1c2c1e-0001",\n  "source": "/monitors/queues",\n  "type": "com.example.alert.firing",\n  "subject": "invoice-queue",\n  "time": "2026-11-20T03:00:00Z",\n  "datacontenttype": "application/json",\n  "data": {\n    "title": "The invoice queue has not moved for 10 minutes",\n    "status": "firing",\n    "severity": "high",\n    "dedupKey": "invoice-queue-stalled",\n    "entityRef": "component:default/invoice-worker"\n  }\n}\n```',
    ],
    token: 'bearer',
    reference:
      'https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/http-protocol-binding.md',
    notes: [
      'Instead of `title`, `data` may have `name`, `summary`, `subject` or `message`; else the subject or the type of the event is the title. Instead of `status` or `state`, the last word of the type counts when it is one such as `firing`, `opened`, `resolved` or `closed`; else the event fires.',
      'An alert is known by `dedupKey` or `fingerprint` of its data; without them by source, subject, title and labels, which must then be the same in the event that resolves it. The `id` of an event is never used for that.',
      '`id` and `source` together name the delivery: sent again, it counts once.',
      'Source, subject and type become labels, the time is that of the beginning or of the end where `data` has none.',
      'There is no answer to the validation handshake by `OPTIONS` of the webhook specification.',
    ],
  },
  samples: cloudeventsSamples,
} satisfies AlertSource<CloudEventsPayload>;

type Issue = { path: PropertyKey[]; message: string };

function readEvent(body: unknown): {
  event?: CloudEventsPayload[number];
  issues: Issue[];
} {
  const parsed = eventSchema.safeParse(body);
  if (!parsed.success) return { issues: parsed.error.issues };
  const event = parsed.data;
  const alerts = readAlerts(event, readContent(event));
  const read = generic.payload.safeParse({ alerts });
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => ({
      // Nobody wrote `alerts`, unless there are several.
      path: ['data', ...(alerts.length > 1 ? path : path.slice(2))],
      message,
    }));
    return { issues };
  }
  const hasOwnKey = alerts.map(
    alert => expandedName(alert.dedupKey ?? alert.fingerprint) !== undefined,
  );
  return {
    event: { event, alerts: generic.toSignals(read.data), hasOwnKey },
    issues: [],
  };
}

function toSignal(
  event: CloudEvent,
  alert: AlertSignal,
  hasOwnKey: boolean,
): AlertSignal {
  const { source, subject = '' } = event;
  const at = readInstant(event.time);
  const isOver = alert.status === 'resolved';
  const attributes = { source, type: event.type, ...(subject && { subject }) };
  return {
    ...alert,
    fingerprint: hasOwnKey
      ? alert.fingerprint
      : derivedFingerprint(alert.title, alert.entityRef, {
          ...alert.labels,
          source,
          subject,
        }),
    labels: boundedLabels({ ...attributes, ...alert.labels }),
    links: readLinks([
      ...alert.links,
      { title: 'Schema of the data', type: 'other', url: event.dataschema },
    ]),
    startedAt: alert.startedAt ?? (isOver ? undefined : at),
    resolvedAt: alert.resolvedAt ?? (isOver ? at : undefined),
  };
}

/** A sender that gives all its events one id would otherwise be heard only once. */
function deliveryKeyOf(payload: CloudEventsPayload): string | undefined {
  const ids = payload.map(({ event }) => expandedName(event.id));
  if (ids.includes(undefined)) return undefined;
  const names = payload.map(({ event }) => [event.source, event.id]);
  const digest = createHash('sha256').update(JSON.stringify(names));
  return firstText(bounds.deliveryKey, digest.digest('hex'));
}
