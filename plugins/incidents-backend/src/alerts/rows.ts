import type { Alert } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import {
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from '../platform/columns';
import { keyOf, numberOf } from '../timeline';
import type { Unrest } from './rules/flapping';

/** An alert with what its row holds besides. */
export type KeptAlert = {
  alert: Alert;
  /** The guard against lost updates: as it was read, 0 before it is written first. */
  version: number;
  /** Whether it is the latest of its fingerprint. */
  isCurrent: boolean;
  /** The words of the monitor for how bad it is and whose. */
  said: Pick<AlertSignal, 'severity' | 'entityRef'>;
  /** The silence that held it back when it opened, or did last. */
  silenceId?: string;
  /** The time of a maintenance window that did. */
  openingId?: string;
  unrest?: Unrest;
};

/** The row of an alert. */
export function toRow(kept: KeptAlert) {
  const { alert, version, isCurrent, said } = kept;
  return {
    id: alert.id,
    integration_id: alert.integration,
    source: alert.source,
    fingerprint: alert.fingerprint,
    is_current: isCurrent,
    status: alert.status,
    title: alert.title,
    description: alert.description ?? null,
    severity: alert.severity,
    severity_remark: alert.severityRemark ?? null,
    entity_ref: alert.entityRef ?? null,
    routed_by: alert.routing.by,
    routing_reason: alert.routing.reason,
    routing_pending: alert.routing.pending ?? false,
    triage_outcome: alert.triage.outcome,
    triage_reason: alert.triage.reason,
    labels: JSON.stringify(alert.labels),
    links: JSON.stringify(alert.links),
    started_at: new Date(alert.startedAt),
    last_fired_at: new Date(alert.lastFiredAt),
    resolved_at: toOptionalDate(alert.resolvedAt),
    occurrences: alert.occurrences,
    incident_n: alert.incidentKey ? numberOf(alert.incidentKey) : null,
    said_severity: said.severity ?? null,
    said_entity_ref: said.entityRef ?? null,
    silence_id: kept.silenceId ?? null,
    ...unrestRow(kept),
    opening_id: kept.openingId ?? null,
    version: version + 1,
  };
}

/** An alert from its row. */
export function toKept(row: any): KeptAlert {
  const unrest = row.unrest ? JSON.parse(row.unrest) : undefined;
  return {
    version: row.version,
    isCurrent: Boolean(row.is_current),
    said: withoutEmpty({
      severity: row.said_severity,
      entityRef: row.said_entity_ref,
    }),
    silenceId: row.silence_id ?? undefined,
    unrest: unrest && { before: unrest.before, firedAt: unrest.firedAt },
    openingId: row.opening_id ?? undefined,
    alert: withoutEmpty({
      id: row.id,
      integration: row.integration_id,
      source: row.source,
      fingerprint: row.fingerprint,
      title: row.title,
      description: row.description,
      status: row.status,
      severity: row.severity,
      severityRemark: row.severity_remark,
      entityRef: row.entity_ref,
      routing: withoutEmpty({
        by: row.routed_by,
        reason: row.routing_reason,
        pending: row.routing_pending ? true : undefined,
      }),
      triage: { outcome: row.triage_outcome, reason: row.triage_reason },
      labels: JSON.parse(row.labels),
      links: JSON.parse(row.links),
      startedAt: toInstant(row.started_at),
      lastFiredAt: toInstant(row.last_fired_at),
      resolvedAt: toOptionalInstant(row.resolved_at),
      occurrences: row.occurrences,
      incidentKey: row.incident_n === null ? undefined : keyOf(row.incident_n),
      flapping: unrest?.flapping && {
        ...unrest.flapping,
        calmAt: toInstant(row.calm_at),
      },
    }),
  };
}

/** Nothing of the ordinary alert, which is most of them. */
function unrestRow({ alert: { flapping }, unrest }: KeptAlert) {
  if (!unrest && !flapping) return { unrest: null, calm_at: null };
  const { calmAt, ...rest } = flapping ?? {};
  return {
    unrest: JSON.stringify({ ...unrest, ...(flapping && { flapping: rest }) }),
    calm_at: toOptionalDate(calmAt),
  };
}
