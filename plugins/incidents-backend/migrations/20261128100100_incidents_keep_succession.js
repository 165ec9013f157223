// @ts-check

/**
 * When an alert came to an incident last, and which open incident of the same place it follows: for grouping by time and by number.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents_incidents', table => {
    table.timestamp('last_alert_at').nullable();
    table.integer('follows_n').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by knex, which on SQLite would write the whole table anew.
  for (const column of ['last_alert_at', 'follows_n']) {
    await knex.raw('ALTER TABLE incidents_incidents DROP COLUMN ??', [column]);
  }
};
