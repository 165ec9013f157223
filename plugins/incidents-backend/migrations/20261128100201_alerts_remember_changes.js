// @ts-check

/**
 * What is remembered of an alert that fires and resolves often, and until when one that flaps is held.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents_alerts', table => {
    table.text('unrest').nullable();
    table.timestamp('calm_at').nullable();
  });
  await knex.raw(
    'CREATE INDEX incidents_alerts_flapping_idx ON incidents_alerts (calm_at) WHERE calm_at IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // What flaps stays open, as its incident counts it.
  await knex.raw('DROP INDEX incidents_alerts_flapping_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_alerts DROP COLUMN calm_at');
  await knex.raw('ALTER TABLE incidents_alerts DROP COLUMN unrest');
};
