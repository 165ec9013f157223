import { isOpenStatus, type Incident } from 'backstage-plugin-incidents-common';
import {
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { keyOf, numberOf } from '../timeline';
import { slotOf, type JoinedIncident, type KeptIncident } from './keptIncident';

export function toRow(kept: KeptIncident) {
  const { incident } = kept;
  return {
    n: numberOf(incident.key),
    title: incident.title,
    description: incident.description ?? null,
    status: incident.status,
    is_open: isOpenStatus(incident.status),
    severity: incident.severity,
    severity_rank: incident.severityRank,
    severity_scheme: incident.severityScheme,
    severity_version: incident.severityVersion,
    severity_by: kept.severityBy,
    place: kept.place,
    slot: slotOf(kept) ?? null,
    detection_source: incident.detectionSource,
    declared_by_type: incident.declaredBy.type,
    declared_by_ref: incident.declaredBy.ref,
    integration_id: kept.integration ?? null,
    declared_at: new Date(incident.declaredAt),
    acknowledged_at: toOptionalDate(incident.acknowledgedAt),
    identified_at: toOptionalDate(incident.identifiedAt),
    mitigated_at: toOptionalDate(incident.mitigatedAt),
    resolved_at: toOptionalDate(incident.resolvedAt),
    closed_at: toOptionalDate(incident.closedAt),
    updated_at: new Date(incident.updatedAt),
    last_alert_at: toOptionalDate(incident.lastAlertAt),
    follows_n: incident.follows ? numberOf(incident.follows) : null,
    open_alerts: incident.openAlerts,
    alerts: incident.alerts,
    drill: incident.drill,
    pages_held: incident.pagesHeld !== undefined,
    runbook_state: kept.runbookState,
    version: incident.version + 1,
  };
}

/** What is added to the row of an incident that alerts join, and what must still be so in it. */
export function toJoinedRow({ kept, alerts }: JoinedIncident) {
  const { incident } = kept;
  return {
    n: numberOf(incident.key),
    alerts,
    open_alerts: alerts,
    updated_at: new Date(incident.updatedAt),
    last_alert_at: toOptionalDate(incident.lastAlertAt),
    slot: kept.place,
    status: incident.status,
    severity_rank: incident.severityRank,
    severity_by: kept.severityBy,
  };
}

export function toKept(row: any): KeptIncident {
  return {
    place: row.place,
    stands: row.slot !== null,
    severityBy: row.severity_by,
    integration: row.integration_id ?? undefined,
    runbookState: row.runbook_state,
    incident: toIncident(row),
  };
}

export function toIncident(row: any): Incident {
  const likelyBecauseOf = listOf<number>(row.cause_ns).map(keyOf);
  const isCaused = likelyBecauseOf.length > 0;
  const isHeld = isCaused && Boolean(row.pages_held);
  return withoutEmpty({
    key: keyOf(row.n),
    title: row.title,
    description: row.description,
    status: row.status,
    severity: row.severity,
    severityRank: row.severity_rank,
    severityScheme: row.severity_scheme,
    severityVersion: row.severity_version,
    entityRefs: toEntityRefs(row),
    detectionSource: row.detection_source,
    declaredBy: { type: row.declared_by_type, ref: row.declared_by_ref },
    declaredAt: toInstant(row.declared_at),
    acknowledgedAt: toOptionalInstant(row.acknowledged_at),
    identifiedAt: toOptionalInstant(row.identified_at),
    mitigatedAt: toOptionalInstant(row.mitigated_at),
    resolvedAt: toOptionalInstant(row.resolved_at),
    closedAt: toOptionalInstant(row.closed_at),
    updatedAt: toInstant(row.updated_at),
    lastAlertAt: toOptionalInstant(row.last_alert_at),
    follows: row.follows_n ? keyOf(row.follows_n) : undefined,
    likelyBecauseOf: isCaused ? likelyBecauseOf : undefined,
    pagesHeld: isHeld ? { because: likelyBecauseOf } : undefined,
    openAlerts: row.open_alerts,
    alerts: row.alerts,
    drill: Boolean(row.drill),
    version: row.version,
  });
}

export function toEntityRefs(row: any): string[] {
  return listOf(row.entity_refs);
}

/** PostgreSQL answers a list as such, SQLite as its text. */
function listOf<T>(stored: T[] | string | null | undefined): T[] {
  return typeof stored === 'string' ? JSON.parse(stored) : stored ?? [];
}
