import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { readInstant } from './instants';
import { boundedLabels, readLabels } from './labels';
import { readLinks } from './links';
import { expanded, expandedName } from './placeholders';
import { membersOf, recordOf, textOf } from './tolerant';

type Told = {
  /** When the event happened. */
  at?: string;
  /** Entries of the log, which version 2 sends along. */
  log?: unknown;
};

/**
 * An incident of PagerDuty as a signal; both versions of its webhooks write incidents much alike.
 *
 * @internal
 */
export function incidentSignal(
  incident: Record<string, unknown>,
  status: AlertSignal['status'],
  { at, log }: Told,
): AlertSignal {
  const title = firstText(
    bounds.title,
    textOf(incident.title),
    textOf(incident.summary),
    textOf(incident.description),
  );
  const service = recordOf(incident.service);
  const details = { ...detailsOf(log), ...customFields(incident) };
  const labels = labelsOf(incident);
  return {
    fingerprint:
      nameOrDigest(expandedName(incident.id), bounds.fingerprint) ??
      derivedFingerprint(
        title ?? '',
        textOf(incident.incident_key),
        readLabels({ service: service?.id ?? service?.summary }),
      ),
    status,
    title: title ?? 'Incident without a title',
    description: descriptionOf(incident, details),
    severity: firstText(bounds.severity, labels.priority, labels.urgency),
    entityRef: namedEntity(details),
    labels: boundedLabels({ ...labels, ...details }),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: details.runbook_url },
      { title: 'Runbook', type: 'runbook', url: details.runbook },
      { title: 'Dashboard', type: 'dashboard', url: details.dashboard },
      {
        title: 'Incident in PagerDuty',
        type: 'alert',
        url: textOf(incident.html_url),
      },
      {
        title: 'Conference bridge',
        type: 'other',
        url: textOf(recordOf(incident.conference_bridge)?.conference_url),
      },
    ]),
    startedAt: readInstant(textOf(incident.created_at)),
    resolvedAt:
      status === 'resolved'
        ? readInstant(textOf(incident.resolved_at)) ?? readInstant(at)
        : undefined,
  };
}

function labelsOf(incident: Record<string, unknown>): Record<string, string> {
  const service = recordOf(incident.service);
  const said = {
    service: nameOf(service),
    service_id: textOf(service?.id),
    priority: nameOf(recordOf(incident.priority)),
    urgency: textOf(incident.urgency),
    escalation_policy: nameOf(recordOf(incident.escalation_policy)),
    incident_type: textOf(recordOf(incident.incident_type)?.name),
    teams: membersOf(incident.teams)
      .flatMap(team => nameOf(recordOf(team)) ?? [])
      .join(', '),
    number: textOf(incident.number) ?? textOf(incident.incident_number),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const text = expanded(value);
      return text ? [[name, text]] : [];
    }),
  );
}

/** Version 3 says `summary`, version 2 `name` or `summary`. */
function nameOf(
  reference: Record<string, unknown> | undefined,
): string | undefined {
  return expanded(reference?.summary) ?? expanded(reference?.name);
}

function customFields(
  incident: Record<string, unknown>,
): Record<string, string> {
  const fields = membersOf(incident.custom_fields).flatMap(field => {
    const { name, value } = recordOf(field) ?? {};
    const named = expanded(name);
    return named ? [[named, value]] : [];
  });
  return readLabels(Object.fromEntries(fields));
}

/** What the monitor behind PagerDuty told it, as far as it is names and texts. */
function detailsOf(log: unknown): Record<string, string> {
  for (const entry of membersOf(log)) {
    const channel = recordOf(recordOf(entry)?.channel);
    const details = recordOf(channel?.details);
    if (details) return readLabels(details);
  }
  return {};
}

function descriptionOf(
  incident: Record<string, unknown>,
  details: Record<string, string>,
): string | undefined {
  return firstText(
    bounds.description,
    textOf(recordOf(incident.body)?.details),
    details.description,
    textOf(incident.description) === textOf(incident.title)
      ? undefined
      : textOf(incident.description),
  );
}
