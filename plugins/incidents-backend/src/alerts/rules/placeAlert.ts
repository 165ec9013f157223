import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import type { SeverityReading } from '../../severity';
import type { EntryDraft } from '../../timeline';
import { unsettled } from './openAlert';
import type { Route } from './routeSignal';

/** Whether an alert is open and nobody's, so that nobody was told of it. */
export function isPlaceless(alert: Alert): boolean {
  const { status, triage, incidentKey } = alert;
  const isOpen = status !== 'resolved';
  // Somebody may have moved it into an incident by hand.
  return isOpen && triage.outcome === 'unrouted' && !incidentKey;
}

/** An alert that has found its entity; what becomes of it then is for triage to say. */
export function placeAlert(
  alert: Alert,
  route: Route,
  { level, remark }: SeverityReading,
): Alert {
  return {
    ...alert,
    ...route,
    severity: level.id,
    severityRemark: remark,
    triage: unsettled(route),
  };
}

/** That an alert found out where it belongs, and what became of it. */
export function routedEntry(alert: Alert, actor: Actor): EntryDraft {
  const { title, severity, entityRef, routing, triage } = alert;
  return {
    kind: 'alert.routed',
    actor,
    text: `${title}: ${routing.reason}; ${triage.reason}`,
    details: { title, severity, entityRef, routing, triage },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}
