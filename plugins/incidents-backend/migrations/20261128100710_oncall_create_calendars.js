// @ts-check

/**
 * The secret addresses at which calendar programs read shifts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_shift_calendars', table => {
    table.string('id', 36).primary();
    // Of the secret in the address, which nobody keeps.
    table.string('secret_hash', 64).notNullable();
    table.string('schedule', 63).nullable();
    table.string('user_ref', 255).nullable();
    table.string('created_by_type', 20).notNullable();
    table.string('created_by_ref', 255).notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('revoked_at').nullable();
    table.index(
      ['created_by_ref', 'created_at'],
      'incidents_shift_calendars_by_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_shift_calendars');
};
