// @ts-check

/**
 * What people are told about their shifts by notices of the portal, once each.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_shift_notices', table => {
    // Made of what it is about, so that nobody is told the same twice.
    table.string('id', 64).primary();
    // Of those that hold only as long as the schedule says so.
    table.string('schedule', 63).nullable();
    // JSON: to whom, and in which words.
    table.text('notice').notNullable();
    table.string('state', 10).notNullable();
    table.timestamp('created_at').notNullable();
    // Not before: it failed just now, or somebody is telling it.
    table.timestamp('next_at').notNullable();
    // Too late to be told.
    table.timestamp('ends_at').notNullable();
    table.index(['state', 'next_at'], 'incidents_shift_notices_due_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_shift_notices');
};
