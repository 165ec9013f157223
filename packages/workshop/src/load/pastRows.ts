// Rows of a past that is over, in SQL for PostgreSQL. Chance is a hash of the number of the row, so that it is the same each time.
// Ids, fingerprints and keys of deliveries have the form, and come in the order, in which the backend makes them.

/** Where row `k` of `total` lies in the last 90 days, the last one an hour ago. */
const at = (k: string, total: string) =>
  `now() - interval '1 hour' - (${total}::float8 - ${k}) / ${total}::float8 * interval '90 days'`;

/** From 0 to 99. */
const percent = (k: string, salt: number) =>
  `(hashint8(${k}::bigint * 31 + ${salt})::bigint + 2147483648) % 100`;

/** A UUID of version 7. */
const uuid = (instant: string, seed: string) => `(
  SELECT substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7' || substr(r, 1, 3) || '-8' || substr(r, 4, 3) || '-' || substr(r, 7, 12)
  FROM (SELECT lpad(to_hex((extract(epoch FROM ${instant}) * 1000)::bigint), 12, '0') AS t, md5(${seed}) AS r) parts)`;

const incident = `
  generate_series(:from::int, :to::int) k,
  LATERAL (SELECT ${at('k', ':incidents')} AS at, k + :before::int AS n,
    'service-' || k % :services::int + 1 AS service, 'service-' || (k + 1) % :services::int + 1 AS other,
    ${percent('k', 1)} AS fate, ${percent('k', 2)} AS badness, ${percent(
  'k',
  3,
)} AS spread, ${percent('k', 4)} AS origin) t,
  LATERAL (SELECT CASE WHEN badness < 2 THEN 1 WHEN badness < 20 THEN 2 WHEN badness < 60 THEN 3 ELSE 4 END AS rank,
    CASE WHEN fate < 4 THEN 'dismissed' WHEN fate < 30 THEN 'closed' ELSE 'resolved' END AS status,
    CASE WHEN origin < 1 THEN 'pingdom' WHEN origin < 10 THEN 'grafana' ELSE 'prometheus' END AS integration) u`;

const incidents = `
  INSERT INTO incidents_incidents (n, title, status, is_open, severity, severity_rank, severity_scheme, severity_version, severity_by,
    place, slot, detection_source, declared_by_type, declared_by_ref, integration_id, declared_at, acknowledged_at, mitigated_at,
    resolved_at, closed_at, updated_at, open_alerts, alerts, drill, runbook_state, version)
  SELECT n, service || CASE WHEN badness % 3 = 0 THEN ' was slow' ELSE ' answers 7.2% of its requests with 5xx' END, status, false,
    'SEV' || rank, rank, 'default', '1', 'system', 'component:default/' || service, NULL,
    CASE WHEN spread = 99 THEN 'drill' WHEN spread > 95 THEN 'customer' ELSE 'monitor' END, 'integration', integration, integration, at,
    at + interval '4 minutes', at + interval '30 minutes', CASE WHEN status <> 'dismissed' THEN at + interval '45 minutes' END,
    CASE WHEN status = 'closed' THEN at + interval '50 minutes' END, at + interval '50 minutes', 0, 10, spread = 99, 'missing', 6
  FROM ${incident}`;

const alert = `
  generate_series(:from::int, :to::int) k,
  LATERAL (SELECT ${at(
    'k',
    ':alerts',
  )} AS at, (k - 1) / (:alerts::int / :incidents::int) + 1 AS i,
    ${percent('k', 5)} AS fate, ${percent('k', 6)} AS badness, ${percent(
  'k',
  7,
)} AS origin) t,
  LATERAL (SELECT 'service-' || i % :services::int + 1 AS service, ${uuid(
    'at',
    "'alert' || k",
  )} AS id,
    CASE WHEN badness < 2 THEN 1 WHEN badness < 20 THEN 2 WHEN badness < 60 THEN 3 ELSE 4 END AS rank,
    CASE WHEN fate < 85 THEN 'attached' WHEN fate < 95 THEN 'recorded' WHEN fate < 99 THEN 'silenced' ELSE 'unrouted' END AS outcome,
    CASE WHEN origin < 1 THEN 'pingdom' WHEN origin < 10 THEN 'grafana' ELSE 'prometheus' END AS integration) u`;

const alerts = `
  INSERT INTO incidents_alerts (id, integration_id, source, fingerprint, is_current, status, title, description, severity, entity_ref,
    routed_by, routing_reason, routing_pending, triage_outcome, triage_reason, labels, links, started_at, last_fired_at, resolved_at,
    occurrences, incident_n, said_severity, version)
  SELECT id, integration, 'alertmanager', substr(md5('fingerprint' || k), 1, 16), true, 'resolved',
    service || CASE WHEN badness % 3 = 0 THEN ' is slow' ELSE ' answers 7.2% of its requests with 5xx' END,
    'The share of requests that fail is above 5% for more than five minutes.', 'SEV' || rank,
    CASE WHEN outcome <> 'unrouted' THEN 'component:default/' || service END, CASE WHEN outcome <> 'unrouted' THEN 'name' ELSE 'none' END,
    'label service=' || service || ' is the name of a component', false, outcome, 'it was open',
    json_build_object('alertname', 'HighErrorRate', 'cluster', 'prod-tokyo-1', 'instance', '10.0.' || k % 251 || '.' || k % 241 || ':8080',
      'job', 'http', 'namespace', 'shop', 'pod', service || '-' || lpad(to_hex(k), 16, '0'), 'service', service, 'severity', 'critical')::text,
    '[{"title":"Runbook","url":"https://runbooks.example.com/' || service || '/high-error-rate","type":"runbook"}]', at - interval '1 minute',
    at + interval '20 minutes', at + interval '25 minutes', 1 + badness % 4, CASE WHEN outcome = 'attached' THEN i + :before::int END,
    'critical', 2
  FROM ${alert}`;

/** Statements that write rows `:from` to `:to`; `:before` incidents are there already, `:incidents` and `:alerts` are all that come. */
export const pastRows = {
  ofIncidents: [
    incidents,
    `INSERT INTO incidents_incident_entities (incident_n, entity_ref, position, declared_at, drill)
    SELECT n, 'component:default/' || service, 0, at, spread = 99 FROM ${incident}
    UNION ALL SELECT n, 'component:default/' || other, 1, at, spread = 99 FROM ${incident} WHERE spread < 10`,
  ],
  ofAlerts: [
    alerts,
    `INSERT INTO incidents_timeline (id, at, kind, actor_type, actor_ref, text, details, incident_n, alert_id)
    SELECT ${uuid(
      'at',
      "'entry' || k",
    )}, at, 'alert.opened', 'integration', integration, service || ' fires', '{}',
      CASE WHEN outcome = 'attached' THEN i + :before::int END, id FROM ${alert}`,
    // Those of the last 30 days; older ones are forgotten.
    `INSERT INTO incidents_deliveries (integration_id, delivery_key, received_at)
    SELECT integration, encode(sha256(('delivery' || k)::bytea), 'hex'), at FROM ${alert} WHERE k > :alerts::int / 3 * 2`,
  ],
};
