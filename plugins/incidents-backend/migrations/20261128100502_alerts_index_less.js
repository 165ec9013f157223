// @ts-check

const indexes = [
  ['incidents_alerts_started_idx', 'started_at', ''],
  ['incidents_alerts_entity_idx', 'entity_ref, started_at', ''],
  ['incidents_alerts_open_idx', 'started_at', "WHERE status <> 'resolved'"],
];

/**
 * Narrower indexes, and none that each firing again would have to keep up: PostgreSQL then changes a row where it stands. The order of
 * alerts that started together is sorted out when they are read, because an id is longer than all else that these indexes know.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [index] of indexes) await knex.raw('DROP INDEX ??', [index]);
  await knex.raw('DROP INDEX incidents_alerts_fired_idx');
  // Empty while it fires, and therefore the same however often it fires meanwhile. Before the indexes, which would be made twice.
  await knex.raw(
    `ALTER TABLE incidents_alerts ADD COLUMN fired_until ${generated(
      knex,
      "CASE WHEN status = 'resolved' THEN last_fired_at END",
    )}`,
  );
  for (const [index, columns, where] of indexes) {
    await knex.raw(
      `CREATE INDEX ${index} ON incidents_alerts (${columns}) ${where}`,
    );
  }
  await knex.raw(
    'CREATE INDEX incidents_alerts_fired_until_idx ON incidents_alerts (fired_until) WHERE fired_until IS NOT NULL',
  );
  if (isPostgres(knex)) {
    // Room for what one that fires again is changed to, beside it.
    await knex.raw('ALTER TABLE incidents_alerts SET (fillfactor = 90)');
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('ALTER TABLE incidents_alerts RESET (fillfactor)');
  }
  await knex.raw('DROP INDEX incidents_alerts_fired_until_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_alerts DROP COLUMN fired_until');
  for (const [index, columns, where] of indexes) {
    await knex.raw('DROP INDEX ??', [index]);
    await knex.raw(
      `CREATE INDEX ${index} ON incidents_alerts (${columns}, id) ${where}`,
    );
  }
  await knex.raw(
    'CREATE INDEX incidents_alerts_fired_idx ON incidents_alerts (last_fired_at, id)',
  );
};

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * SQLite adds no column to a table that it would have to store; PostgreSQL has an index only on one that it stores.
 *
 * @param {import('knex').Knex} knex
 * @param {string} expression
 */
function generated(knex, expression) {
  return isPostgres(knex)
    ? `timestamptz GENERATED ALWAYS AS (${expression}) STORED`
    : `datetime GENERATED ALWAYS AS (${expression}) VIRTUAL`;
}
