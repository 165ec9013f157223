import createKnex, { type Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPostgres } from '../postgres';
import { pastRows } from './pastRows';
import { serviceCount } from './notification';

/** How much history a database is to hold. */
export interface History {
  alerts: number;
  incidents: number;
}

/** Where Backstage keeps what is of incidents, when nobody tells it otherwise. */
export const usualDatabase = 'backstage_plugin_incidents';

/** Rows of one statement, so that none takes minutes. */
const rows = 50_000;

/**
 * Writes incidents and alerts that are over straight into the database, as if they had come evenly over the last 90 days, until there
 * are as many as wanted. To post them would take hours and end in the same rows. To be done once for a database: what it is filled
 * with begins 90 days ago.
 */
export async function fill(
  postgres: RunningPostgres,
  wanted: History,
  database = usualDatabase,
): Promise<void> {
  const knex = openTables(postgres, database);
  const count = async (table: string) =>
    Number((await knex(table).count({ n: '*' }))[0].n);
  const counter = knex('incidents_counters').where('name', 'incident');
  try {
    const before = Number((await counter.clone().first()).value);
    const incidents = wanted.incidents - (await count('incidents_incidents'));
    const alerts = wanted.alerts - (await count('incidents_alerts'));
    const values = { services: serviceCount, before, incidents, alerts };
    await inParts(knex, pastRows.ofIncidents, incidents, values);
    await counter.clone().update({ value: before + incidents });
    await inParts(knex, pastRows.ofAlerts, alerts, values);
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

/** How many alerts the database really holds: a list does not count that far. */
export async function countAlerts(postgres: RunningPostgres): Promise<number> {
  const knex = openTables(postgres, usualDatabase);
  try {
    const [{ n }] = await knex('incidents_alerts').count({ n: '*' });
    return Number(n);
  } finally {
    await knex.destroy();
  }
}

export function openTables(
  { host, port, user, password }: RunningPostgres,
  database: string,
): Knex {
  const connection = { host, port, user, password, database };
  return createKnex({ client: 'pg', connection });
}

async function inParts(
  knex: Knex,
  statements: string[],
  total: number,
  values: Record<string, number>,
): Promise<void> {
  for (let from = 1; from <= total; from += rows) {
    const to = Math.min(total, from + rows - 1);
    for (const statement of statements) {
      await knex.raw(statement, { ...values, from, to });
    }
  }
}
