// @ts-check

/**
 * When somebody answered by the link of a notice, which works once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents_page_notices', table => {
    table.timestamp('answered_at').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_page_notices DROP COLUMN answered_at');
};
