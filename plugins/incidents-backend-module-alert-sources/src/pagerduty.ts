import {
  pageThread,
  type AlertSignal,
  type AlertSource,
  type WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { bounds } from './bounds';
import { nameOrDigest } from './fingerprints';
import { pagerdutyGuide } from './pagerduty.guide';
import { pagerdutySamples } from './pagerduty.samples';
import { incidentSignal } from './pagerdutyIncident';
import { expandedName } from './placeholders';
import { mustBe } from './refusals';
import { headerValues, hmacMatches } from './signatures';
import { objectBody, recordOf, refuse, textOf } from './tolerant';

type PagerDutyReading = {
  signals: AlertSignal[];
  remark?: string;
  deliveryKey?: string;
};

type Status = AlertSignal['status'];

const statuses: Partial<Record<string, Status>> = {
  triggered: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
};

/** Events that are themselves a change of the status: of v3, then of v2. */
const changes: Partial<Record<string, Status>> = {
  'incident.triggered': 'firing',
  'incident.reopened': 'firing',
  'incident.unacknowledged': 'firing',
  'incident.acknowledged': 'acknowledged',
  'incident.resolved': 'resolved',
  'incident.trigger': 'firing',
  'incident.unacknowledge': 'firing',
  'incident.acknowledge': 'acknowledged',
  'incident.resolve': 'resolved',
};

const echo =
  'This incident of PagerDuty is a page of this portal, and brings no alert';

const messages = mustBe(`a list of at most ${bounds.alerts} messages`);
const messageSchema = z.custom<Record<string, unknown>>(
  value => recordOf(value) !== undefined,
  mustBe('an object with an event and its incident'),
);
const messagesSchema = z.object({
  messages: z
    .array(z.unknown(), messages)
    .max(bounds.alerts, messages)
    .pipe(z.array(messageSchema)),
});

const payloadSchema = objectBody(
  'an object, the payload of a webhook of PagerDuty',
).transform((body, context): PagerDutyReading => {
  if (body.messages === undefined) return readEvent(body.event, context);
  const parsed = messagesSchema.safeParse(body);
  if (parsed.success) return readMessages(parsed.data.messages, context);
  for (const { path, message } of parsed.error.issues) {
    context.issues.push({ code: 'custom', path, message, input: body });
  }
  return z.NEVER;
});

/**
 * PagerDuty by its webhooks of version 3, which are signed, or the messages of version 2, which are not.
 *
 * @public
 */
export const pagerduty: AlertSource = {
  id: 'pagerduty',
  title: 'PagerDuty',
  payload: payloadSchema,
  isGenuine,
  deliveryKey: payload => payload.deliveryKey,
  toSignals: payload => payload.signals,
  remark: payload => payload.remark,
  guide: pagerdutyGuide,
  samples: pagerdutySamples,
} satisfies AlertSource<PagerDutyReading>;

function isGenuine(request: WebhookRequest, secret: string): boolean {
  const signatures = headerValues(request, 'x-pagerduty-signature')
    .filter(signature => signature.startsWith('v1='))
    .map(signature => signature.slice('v1='.length));
  return hmacMatches(request.rawBody, secret, signatures);
}

/** Version 3: one event, whose subject is an incident or something about one. */
function readEvent(said: unknown, context: z.RefinementCtx): PagerDutyReading {
  const event = recordOf(said);
  if (!event) {
    return refuse(context, ['event'], {
      expected: 'an object, the event of a webhook of version 3',
      input: said,
    });
  }
  const incident = recordOf(event.data);
  const type = textOf(event.event_type);
  const deliveryKey = nameOrDigest(expandedName(event.id), bounds.deliveryKey);
  const isIncident =
    incident?.type === 'incident' ||
    incident?.type === 'incident_reference' ||
    (incident?.type === undefined && changes[type ?? ''] !== undefined);
  if (!incident || !isIncident) {
    return { signals: [], deliveryKey, remark: remarkOn(type) };
  }
  if (isOurs(incident)) return { signals: [], deliveryKey, remark: echo };
  const status = changes[type ?? ''] ?? statusOf(incident);
  if (!status) {
    return refuse(context, ['event', 'data', 'status'], {
      expected: '"triggered", "acknowledged" or "resolved"',
      input: incident.status,
    });
  }
  const at = textOf(event.occurred_at);
  return { signals: [incidentSignal(incident, status, { at })], deliveryKey };
}

/** Version 2: several messages, each an event with its incident. */
function readMessages(
  all: Record<string, unknown>[],
  context: z.RefinementCtx,
): PagerDutyReading {
  const signals: AlertSignal[] = [];
  for (const [i, message] of all.entries()) {
    const incident = recordOf(message.incident);
    if (!incident || isOurs(incident)) continue;
    const status = changes[textOf(message.event) ?? ''] ?? statusOf(incident);
    if (!status) {
      const path = ['messages', String(i), 'incident', 'status'];
      return refuse(context, path, {
        expected: '"triggered", "acknowledged" or "resolved"',
        input: incident.status,
      });
    }
    const at = textOf(message.created_on);
    signals.push(
      incidentSignal(incident, status, { at, log: message.log_entries }),
    );
  }
  const ids = all.map(message => expandedName(message.id));
  const areNamed = ids.length > 0 && !ids.includes(undefined);
  return {
    signals,
    remark: all.some(({ incident }) => isOurs(recordOf(incident)))
      ? echo
      : remarkOn(textOf(all[0]?.event)),
    deliveryKey: areNamed
      ? nameOrDigest(ids.join(' '), bounds.deliveryKey)
      : undefined,
  };
}

/** What we page people for there comes back by the webhook of its service. */
function isOurs(incident: Record<string, unknown> | undefined): boolean {
  return Boolean(pageThread.read(textOf(incident?.incident_key) ?? ''));
}

function statusOf(incident: Record<string, unknown>): Status | undefined {
  return statuses[textOf(incident.status)?.trim().toLowerCase() ?? ''];
}

function remarkOn(type: string | undefined): string {
  return type === 'pagey.ping'
    ? 'This is the test of a webhook of PagerDuty, which brings no alert'
    : `The event ${JSON.stringify(
        (type ?? '').slice(0, 100),
      )} is not the state of an incident and brings no alert`;
}
