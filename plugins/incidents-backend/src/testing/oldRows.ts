// Rows as the first migrations know them, for tests of later ones.

const at = new Date('2026-11-20T03:00:00.000Z');

export function oldIncident(n: number) {
  return {
    n,
    title: 'Checkout 5xx',
    status: 'declared',
    is_open: true,
    severity: 'SEV2',
    severity_rank: 2,
    severity_scheme: 'standard',
    severity_version: 'v1',
    severity_by: 'system',
    detection_source: 'monitor',
    declared_by_type: 'integration',
    declared_by_ref: 'prometheus',
    declared_at: at,
    updated_at: at,
    open_alerts: 1,
    alerts: 1,
    drill: false,
    runbook_state: 'unchecked',
    version: 1,
  };
}

export function oldAlert(id: string) {
  return {
    id,
    integration_id: 'prometheus',
    source: 'x',
    fingerprint: id,
    is_current: true,
    status: 'firing',
    title: 'Checkout 5xx',
    severity: 'SEV2',
    routed_by: 'none',
    routing_reason: 'r',
    routing_pending: false,
    triage_outcome: 'recorded',
    triage_reason: 'r',
    labels: '{}',
    links: '[]',
    started_at: at,
    last_fired_at: at,
    occurrences: 1,
    version: 1,
  };
}
