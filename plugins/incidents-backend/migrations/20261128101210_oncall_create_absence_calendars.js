// @ts-check

/**
 * The calendars that say when people are away, and what they said last.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_absence_calendars', table => {
    table.string('id', 64).primary();
    table.string('user_ref', 255).notNullable();
    // Lets anybody read the calendar. None for those of the config, which has it.
    table.text('url').nullable();
    table.string('host', 255).notNullable();
    table.string('zone', 100).nullable();
    table.string('created_by_type', 20).nullable();
    table.string('created_by_ref', 255).nullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('revoked_at').nullable();
    table.timestamp('tried_at').nullable();
    table.timestamp('read_at').nullable();
    table.text('failure').nullable();
    table.timestamp('failing_since').nullable();
    // JSON: each with since when it counts, and until when it did.
    table.text('absences').notNullable();
    // JSON: sentences about events that were left out.
    table.text('remarks').notNullable();
    // One more with each change of the absences.
    table.integer('version').notNullable();
    table.index(['user_ref'], 'incidents_absence_calendars_user_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_absence_calendars');
};
