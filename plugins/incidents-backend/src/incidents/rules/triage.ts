import type {
  Actor,
  Alert,
  Incident,
  SeverityLevel,
  SeverityScheme,
} from 'backstage-plugin-incidents-common';
import type { Decision, EntryDraft } from '../../timeline';
import type { KeptIncident } from '../keptIncident';
import { moveIncident } from './moveIncident';

/** What becomes of an incident; nothing is told of what is only counted. */
export type Outcome = { after: Incident; because: EntryDraft[] };

export type Declaring = {
  key: string;
  scheme: SeverityScheme;
  level: SeverityLevel;
  now: Date;
  /** Who wanted it, when it was not the monitor. */
  person?: Actor;
  /** The incident that stood in its place before. */
  follows?: string;
};

/** The first alert of an incident. */
export function declareForAlert(
  alert: Alert,
  { key, scheme, level, now, person, follows }: Declaring,
): Decision<Incident> {
  const at = now.toISOString();
  const actor: Actor = person ?? {
    type: 'integration',
    ref: alert.integration,
  };
  const what = person
    ? `${level.id} declared for ${alert.title}`
    : `${alert.integration} declared ${level.id}: ${alert.title}`;
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
      lastAlertAt: at,
      ...(follows && { follows }),
      openAlerts: 1,
      alerts: 1,
      drill: false,
      version: 0,
    },
    because: [
      {
        kind: 'incident.declared',
        actor,
        text: follows ? `${what}; it follows ${follows}` : what,
        details: {
          title: alert.title,
          severity: level.id,
          entityRefs: [alert.entityRef],
          detectionSource: 'monitor',
          ...(follows && { follows }),
        },
        incidentKey: key,
        alertId: alert.id,
      },
    ],
  };
}

/** Another incident takes the place of one that is still open, and with it the alerts to come. */
export function followIncident(
  incident: Incident,
  { to, refusal, actor }: { to: string; refusal: string; actor: Actor },
): Decision<Incident> {
  return {
    after: incident,
    because: [
      {
        kind: 'incident.followed',
        actor,
        text: `${to} takes the next alerts: ${refusal}`,
        details: { by: to, reason: refusal },
        incidentKey: incident.key,
      },
    ],
  };
}

/** An alert with how bad it is by the scheme of the incident that it comes to. */
export type Arrival = { alert: Alert; level: SeverityLevel };

/** One more alert, which has just begun to fire. */
export function joinIncident(
  incident: Incident,
  alert: Alert,
  context: { now: Date; level: SeverityLevel; severityBy: 'system' | 'user' },
): Outcome {
  const { now, level, severityBy } = context;
  // It may be over by the end of the same commit: that is counted when it calms down.
  const begun: Alert = { ...alert, status: 'firing' };
  return takeAlerts({ incident, severityBy }, [{ alert: begun, level }], {
    actor: { type: 'integration', ref: alert.integration },
    now,
  });
}

/**
 * Alerts come to an incident. One that had calmed down is taken up again if they fire; one that turns out worse says so, unless a
 * person had judged its severity.
 */
export function takeAlerts(
  { incident, severityBy }: Pick<KeptIncident, 'incident' | 'severityBy'>,
  taken: Arrival[],
  by: { actor: Actor; now: Date },
): Outcome {
  const firing = taken.filter(({ alert }) => fires(alert));
  const at = by.now.toISOString();
  const counted = {
    ...incident,
    alerts: incident.alerts + taken.length,
    openAlerts: incident.openAlerts + firing.length,
    updatedAt: at,
    ...(taken.length > 0 && { lastAlertAt: at }),
  };
  if (firing.length === 0) return { after: counted, because: [] };
  const woken: Outcome =
    incident.status === 'mitigated'
      ? moveIncident(counted, {
          ...by,
          action: 'reopen',
          reason: `${firing[0].alert.title} fires, so it is not over`,
        })
      : { after: counted, because: [] };
  const worst = firing.reduce((a, b) => (b.level.rank < a.level.rank ? b : a));
  if (severityBy === 'user' || worst.level.rank >= incident.severityRank) {
    return woken;
  }
  const raised = raiseSeverity(woken.after, worst.alert, {
    ...{ level: worst.level, now: by.now },
  });
  return {
    after: raised.after,
    because: [...woken.because, ...raised.because],
  };
}

export function fires({ status }: Alert): boolean {
  return status !== 'resolved';
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
  { reason, ...context }: { now: Date; actor: Actor; reason?: string },
): Outcome {
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
    reason:
      reason ??
      'All its alerts are resolved; a person should look and resolve it',
  });
}
