import type {
  Actor,
  Alert,
  Incident,
  SeverityLevel,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { Decision } from '../../timeline';
import type { TriagePolicy, TriageSettings } from '../settings';
import { moveIncident } from './moveIncident';

/** Of its column. */
const placeLength = 500;

/**
 * The place of an alert: entity and group. At most one open incident stands in it.
 */
export function placeOf(alert: Alert, groupBy: string[]): string | undefined {
  if (!alert.entityRef) return undefined;
  const group = groupBy.map(label => alert.labels[label] ?? '');
  const place = [alert.entityRef, ...group].join('|').slice(0, placeLength);
  // Half of a character would come back from the database as something else, and the place would not be found again.
  return place.replace(/[\uD800-\uDBFF]$/, '');
}

/** The place of an incident that a person declares: the one of alerts that carry none of the grouping labels. */
export function placeOfEntity(entityRef: string, groupBy: string[]): string {
  return [entityRef, ...groupBy.map(() => '')].join('|');
}

export function policyFor(
  alert: Alert,
  settings: Pick<TriageSettings, 'default' | 'bySeverity'>,
): { policy: TriagePolicy; because: string } {
  const own = settings.bySeverity.get(alert.severity);
  return own
    ? {
        policy: own,
        because: `incidents.triage.bySeverity.${alert.severity} is ${own}`,
      }
    : {
        policy: settings.default,
        because: `incidents.triage.default is ${settings.default}`,
      };
}

/** The first alert of an incident. */
export function declareForAlert(
  alert: Alert,
  context: {
    key: string;
    scheme: SeverityScheme;
    level: SeverityLevel;
    now: Date;
  },
): Decision<Incident> {
  const { key, scheme, level, now } = context;
  const at = now.toISOString();
  const actor: Actor = { type: 'integration', ref: alert.integration };
  return {
    after: {
      key,
      title: alert.title.slice(0, 200),
      description: alert.description,
      status: 'declared',
      severity: level.id,
      severityRank: level.rank,
      severityScheme: scheme.name,
      severityVersion: scheme.version,
      entityRefs: [alert.entityRef!],
      detectionSource: 'monitor',
      declaredBy: actor,
      declaredAt: at,
      updatedAt: at,
      openAlerts: 1,
      alerts: 1,
      drill: false,
      version: 0,
    },
    because: [
      {
        kind: 'incident.declared',
        actor,
        text: `${alert.integration} declared ${level.id}: ${alert.title}`,
        details: {
          title: alert.title,
          severity: level.id,
          entityRefs: [alert.entityRef],
          detectionSource: 'monitor',
        },
        incidentKey: key,
        alertId: alert.id,
      },
    ],
  };
}

/**
 * One more alert. An incident that had calmed down is taken up again; one that turns out worse says so, unless a person had judged
 * its severity.
 */
export function joinIncident(
  incident: Incident,
  alert: Alert,
  context: { now: Date; level: SeverityLevel; severityBy: 'system' | 'user' },
): { after: Incident; because: Decision<Incident>['because'] | [] } {
  const { now, level, severityBy } = context;
  const counted = {
    ...incident,
    openAlerts: incident.openAlerts + 1,
    alerts: incident.alerts + 1,
    updatedAt: now.toISOString(),
  };
  const taken =
    incident.status === 'mitigated'
      ? moveIncident(counted, {
          action: 'reopen',
          actor: { type: 'integration', ref: alert.integration },
          now,
          reason: `${alert.title} fires, so it is not over`,
        })
      : { after: counted, because: [] as [] };
  if (level.rank >= incident.severityRank || severityBy === 'user')
    return taken;
  const raised = raiseSeverity(taken.after, alert, context);
  return {
    after: raised.after,
    because: [...taken.because, ...raised.because] as typeof raised.because,
  };
}

export function raiseSeverity(
  incident: Incident,
  alert: Alert,
  { level, now }: { level: SeverityLevel; now: Date },
): Decision<Incident> {
  return {
    after: {
      ...incident,
      severity: level.id,
      severityRank: level.rank,
      updatedAt: now.toISOString(),
    },
    because: [
      {
        kind: 'incident.severity',
        actor: { type: 'integration', ref: alert.integration },
        text: `${alert.title} is ${level.id}, so the incident is`,
        details: { from: incident.severity, to: level.id },
        incidentKey: incident.key,
        alertId: alert.id,
      },
    ],
  };
}

/** `resolved` of its alerts are over; when none fires any more, the incident calms down, and a person decides about the rest. */
export function calmIncident(
  incident: Incident,
  resolved: number,
  context: { now: Date; actor: Actor },
): { after: Incident; because: Decision<Incident>['because'] | [] } {
  const openAlerts = Math.max(0, incident.openAlerts - resolved);
  const after = {
    ...incident,
    openAlerts,
    updatedAt: context.now.toISOString(),
  };
  const isHot = ['declared', 'investigating', 'identified'].includes(
    incident.status,
  );
  if (openAlerts > 0 || !isHot) return { after, because: [] };
  return moveIncident(after, {
    action: 'mitigate',
    ...context,
    reason: 'All its alerts are resolved; a person should look and resolve it',
  });
}
