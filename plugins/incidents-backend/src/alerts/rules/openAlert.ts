import type { Alert } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { SeverityReading } from '../../severity';
import type { EntryDraft } from '../../timeline';
import type { Route } from './routeSignal';

/** The first moment of an episode; `triage` is settled by the floor above before it is written. */
export function openAlert(
  signal: AlertSignal,
  context: {
    id: string;
    integration: { id: string; source: { id: string } };
    route: Route;
    reading: SeverityReading;
    now: Date;
  },
): Alert {
  const { integration, route, reading, now } = context;
  return {
    id: context.id,
    integration: integration.id,
    source: integration.source.id,
    fingerprint: signal.fingerprint,
    title: signal.title,
    description: signal.description,
    status: 'firing',
    severity: reading.level.id,
    severityRemark: reading.remark,
    entityRef: route.entityRef,
    routing: route.routing,
    triage: unsettled(route),
    labels: signal.labels,
    links: signal.links,
    startedAt: (signal.startedAt ?? now).toISOString(),
    lastFiredAt: now.toISOString(),
    occurrences: 1,
  };
}

/** What holds of an open alert before triage was asked, or when that does not answer for it. */
export function unsettled(
  route: Pick<Route, 'entityRef' | 'routing'>,
): Alert['triage'] {
  return route.entityRef
    ? { outcome: 'recorded', reason: 'no policy asked for an incident' }
    : { outcome: 'unrouted', reason: route.routing.reason };
}

export function openedEntry(alert: Alert): EntryDraft {
  const { title, severity, entityRef, routing, triage } = alert;
  const place = entityRef ? `on ${entityRef}` : 'without an entity';
  return {
    kind: 'alert.opened',
    actor: { type: 'integration', ref: alert.integration },
    text: `${title} fires ${place}, ${severity}: ${routing.reason}; ${triage.reason}`,
    details: { title, severity, entityRef, routing, triage },
    alertId: alert.id,
    incidentKey: alert.incidentKey,
  };
}
