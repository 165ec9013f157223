import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import { bodyText, readJson } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels, readLabels } from './labels';
import { readLinks } from './links';
import { expanded, expandedName } from './placeholders';
import { readTags } from './tags';
import { objectBody, recordOf, refuse, textOf } from './tolerant';
import { waroomGuide } from './waroom.guide';
import { waroomSamples } from './waroom.samples';

type Said = Record<string, unknown>;

type WaroomReading = {
  said: Said;
  /** An event's own id is another each time; an incident keeps its. */
  isIncident: boolean;
  status: AlertSignal['status'];
};

const statuses: Partial<Record<string, AlertSignal['status']>> = {
  detected: 'firing',
  investigating: 'acknowledged',
  fixing: 'acknowledged',
  resolved: 'resolved',
  close: 'resolved',
  closed: 'resolved',
};

const payloadSchema = objectBody(
  'an object, an event or an incident of Waroom',
).transform((body, context): WaroomReading => {
  const { subject, isIncident } = subjectOf(body);
  const word = textOf(subject.status)?.slice(0, 50).trim().toLowerCase() ?? '';
  const status = statuses[word];
  return status
    ? { said: subject, isIncident, status }
    : refuse(context, ['status'], {
        expected:
          '"detected", "investigating", "fixing", "resolved" or "close"',
        input: subject.status,
      });
});

/**
 * Waroom, by the events and incidents of its HTTP API.
 *
 * @public
 */
export const waroom: AlertSource = {
  id: 'waroom',
  title: 'Waroom',
  payload: payloadSchema,
  readBody: request => readJson(bodyText(request)),
  toSignals: payload => [toSignal(payload)],
  guide: waroomGuide,
  samples: waroomSamples,
} satisfies AlertSource<WaroomReading>;

/** An event or an incident: in an envelope, in its `data`, or without either. */
function subjectOf(body: Said): { subject: Said; isIncident: boolean } {
  const outer = recordOf(body.data) ?? body;
  const incident = recordOf(outer.incident);
  const event = recordOf(outer.event);
  if (event?.status !== undefined) {
    return { subject: { ...event, incident }, isIncident: false };
  }
  if (incident) return { subject: incident, isIncident: true };
  const isIncident = outer.aggregation_key === undefined;
  return { subject: event ?? outer, isIncident: !event && isIncident };
}

function toSignal({ said, isIncident, status }: WaroomReading): AlertSignal {
  const title = firstText(
    bounds.title,
    expanded(said.title),
    expanded(said.name),
  );
  const labels = labelsOf(said);
  return {
    fingerprint: keyOf(said, isIncident, title),
    status,
    title: title ?? 'Event without a title',
    description: firstText(
      bounds.description,
      textOf(said.description),
      textOf(said.summary),
    ),
    severity: firstText(bounds.severity, expanded(said.severity)),
    entityRef: namedEntity(labels, said),
    labels: boundedLabels(labels),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: labels.runbook_url },
      { title: 'Runbook', type: 'runbook', url: textOf(said.runbook_url) },
      { title: 'Incident in Waroom', type: 'alert', url: textOf(said.url) },
      {
        title: 'Incident in Waroom',
        type: 'alert',
        url: textOf(said.incident_url),
      },
      {
        title: 'Channel in Slack',
        type: 'other',
        url: textOf(said.slack_channel_url),
      },
    ]),
    startedAt:
      instantOf(said.detected_at) ??
      instantOf(said.started_at) ??
      (isIncident ? instantOf(said.created_at) : undefined),
    resolvedAt:
      status === 'resolved'
        ? instantOf(said.resolved_at) ?? instantOf(said.closed_at)
        : undefined,
  };
}

function keyOf(
  said: Said,
  isIncident: boolean,
  title: string | undefined,
): string {
  const incident = recordOf(said.incident);
  const ids = isIncident
    ? [said.uuid, said.incident_uuid, said.id, said.incident_id]
    : [
        said.aggregation_key,
        incident?.uuid,
        said.incident_uuid,
        said.incident_id,
      ];
  return (
    nameOrDigest(ids.map(expandedName).find(Boolean), bounds.fingerprint) ??
    derivedFingerprint(
      title ?? '',
      undefined,
      readLabels({ service: serviceOf(said) }),
    )
  );
}

function labelsOf(said: Said): Record<string, string> {
  const named = recordOf(said.labels);
  const service = serviceOf(said);
  return {
    ...(service ? { service } : {}),
    ...(named ? readLabels(named) : readTags(said.labels)),
  };
}

function serviceOf(said: Said): string | undefined {
  return (
    expanded(said.service_name) ??
    expanded(recordOf(said.service)?.name) ??
    expanded(said.service) ??
    expanded(said.service_id)
  );
}

function instantOf(value: unknown): Date | undefined {
  return readInstant(textOf(value)) ?? readEpoch(value);
}
