import createKnex, { type Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPostgres } from '../postgres';
import { serviceCount } from './notification';

/** How much history a database is to hold. */
export interface History {
  alerts: number;
  incidents: number;
}

/** Rows of one statement, so that none takes minutes. */
const rows = 50_000;

const incidents = `
  INSERT INTO incidents_incidents (n, title, status, is_open, severity, severity_rank, severity_scheme, severity_version, severity_by,
    place, slot, detection_source, declared_by_type, declared_by_ref, integration_id, declared_at, mitigated_at, resolved_at, updated_at,
    open_alerts, alerts, drill, runbook_state, version)
  SELECT n, 'service-' || (n % :services::int) + 1 || ' was slow', 'resolved', false, 'SEV' || n % 4 + 1, n % 4 + 1, 'default', '1', 'system',
    'component:default/service-' || (n % :services::int) + 1, NULL, 'monitor', 'integration', 'prometheus', 'prometheus', at, at, at, at,
    0, 10, false, 'missing', 3
  FROM generate_series(:from::int, :to::int) n, LATERAL (SELECT now() - (n % 129600) * interval '1 minute' - interval '1 hour' AS at) t`;

const entities = `
  INSERT INTO incidents_incident_entities (incident_n, entity_ref, position)
  SELECT n, 'component:default/service-' || (n % :services::int) + 1, 0 FROM generate_series(:from::int, :to::int) n`;

const alerts = `
  INSERT INTO incidents_alerts (id, integration_id, source, fingerprint, is_current, status, title, severity, entity_ref, routed_by,
    routing_reason, routing_pending, triage_outcome, triage_reason, labels, links, started_at, last_fired_at, resolved_at, occurrences,
    incident_n, version)
  SELECT 'old-' || lpad(n::text, 12, '0'), 'prometheus', 'alertmanager', 'old-' || n, true, 'resolved',
    'service-' || (n % :services::int) + 1 || ' answers 7.2% of its requests with 5xx', 'SEV' || n % 4 + 1,
    'component:default/service-' || (n % :services::int) + 1, 'name', 'label service is its name', false, 'attached', 'it was open',
    '{"alertname":"HighErrorRate","job":"http","service":"service-' || (n % :services::int) + 1 || '"}', '[]', at, at, at, 1,
    n % :incidents::int + 1, 2
  FROM generate_series(:from::int, :to::int) n, LATERAL (SELECT now() - (n % 129600) * interval '1 minute' - interval '1 hour' AS at) t`;

const entries = `
  INSERT INTO incidents_timeline (id, at, kind, actor_type, actor_ref, text, details, incident_n, alert_id)
  SELECT 'old-' || lpad(n::text, 12, '0'), now() - interval '1 hour', 'alert.opened', 'integration', 'prometheus', 'it fired', '{}',
    n % :incidents::int + 1, 'old-' || lpad(n::text, 12, '0')
  FROM generate_series(:from::int, :to::int) n`;

/**
 * Writes incidents and alerts that are over straight into the database, as if they had come over the last 90 days, until there are
 * as many as wanted. To post them would take hours and end in the same rows.
 */
export async function fill(
  postgres: RunningPostgres,
  wanted: History,
): Promise<void> {
  const knex = openTables(postgres);
  const count = async (table: string, where = 'true') =>
    Number((await knex(table).whereRaw(where).count({ n: '*' }))[0].n);
  const counter = knex('incidents_counters').where('name', 'incident');
  try {
    const { value } = await counter.clone().first();
    const last = Number(value);
    const missing = wanted.incidents - (await count('incidents_incidents'));
    await inParts(knex, [incidents, entities], {
      ...{ from: last + 1, to: last + missing },
      values: { services: serviceCount },
    });
    await counter.clone().update({ value: last + Math.max(0, missing) });
    const old = await count('incidents_alerts', "id LIKE 'old-%'");
    const all = await count('incidents_alerts');
    await inParts(knex, [alerts, entries], {
      ...{ from: old + 1, to: old + wanted.alerts - all },
      values: { services: serviceCount, incidents: wanted.incidents },
    });
    await knex.raw('VACUUM ANALYZE');
    await knex.raw('CHECKPOINT');
    await settle(knex);
  } finally {
    await knex.destroy();
  }
}

/** Waits until nobody cleans up behind the writing any more, for a minute at most. */
async function settle(knex: Knex): Promise<void> {
  let quiet = 0;
  for (let seconds = 0; seconds < 60 && quiet < 10; seconds += 1) {
    const [{ n }] = await knex('pg_stat_activity')
      .where('backend_type', 'autovacuum worker')
      .count({ n: '*' });
    quiet = Number(n) === 0 ? quiet + 1 : 0;
    await sleep(1_000);
  }
}

/** How many alerts the database really holds: a list counts no further than ten thousand. */
export async function countAlerts(postgres: RunningPostgres): Promise<number> {
  const knex = openTables(postgres);
  try {
    const [{ n }] = await knex('incidents_alerts').count({ n: '*' });
    return Number(n);
  } finally {
    await knex.destroy();
  }
}

function openTables({ host, port, user, password }: RunningPostgres): Knex {
  const database = 'backstage_plugin_incidents';
  const connection = { host, port, user, password, database };
  return createKnex({ client: 'pg', connection });
}

async function inParts(
  knex: Knex,
  statements: string[],
  series: { from: number; to: number; values: Record<string, number> },
): Promise<void> {
  for (let from = series.from; from <= series.to; from += rows) {
    const to = Math.min(series.to, from + rows - 1);
    for (const statement of statements) {
      await knex.raw(statement, { ...series.values, from, to });
    }
  }
}
