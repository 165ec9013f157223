// @ts-check

/**
 * An index for each that is over, and none that every alert of an open one would have to keep up: PostgreSQL then changes a row
 * where it stands.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Empty while it is open, and therefore the same however often it changes meanwhile.
  await knex.raw(
    `ALTER TABLE incidents_incidents ADD COLUMN settled_at ${generated(
      knex,
      'CASE WHEN NOT is_open THEN updated_at END',
    )}`,
  );
  await knex.raw(
    'CREATE INDEX incidents_incidents_settled_idx ON incidents_incidents (settled_at, n) WHERE settled_at IS NOT NULL',
  );
  await knex.raw('DROP INDEX incidents_incidents_updated_idx');
  // Open ones are found by the index of their places, and there are few.
  await knex.raw('DROP INDEX incidents_incidents_open_first_idx');
  await knex.raw('DROP INDEX incidents_incidents_integration_idx');
  if (isPostgres(knex)) {
    // Room for what an open one is changed to, beside it.
    await knex.raw('ALTER TABLE incidents_incidents SET (fillfactor = 70)');
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('ALTER TABLE incidents_incidents RESET (fillfactor)');
  }
  await knex.schema.alterTable('incidents_incidents', table => {
    table.index(
      ['is_open', 'declared_at', 'n'],
      'incidents_incidents_open_first_idx',
    );
    table.index(['updated_at', 'n'], 'incidents_incidents_updated_idx');
    table.index(['integration_id'], 'incidents_incidents_integration_idx');
  });
  await knex.raw('DROP INDEX incidents_incidents_settled_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_incidents DROP COLUMN settled_at');
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
