// @ts-check

/**
 * Every severity scheme that was ever in force, by the hash of its content, so that an old incident still shows what its level meant.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_severity_schemes', table => {
    table.string('version', 20).primary();
    table.string('name', 100).notNullable();
    table.text('content').notNullable();
    table.timestamp('first_used_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_severity_schemes');
};
