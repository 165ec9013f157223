// @ts-check

/**
 * What people ask each other about shifts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_shift_requests', table => {
    table.string('id', 36).primary();
    table.string('schedule', 63).notNullable();
    table.string('kind', 10).notNullable();
    table.string('status', 10).notNullable();
    table.string('level', 100).notNullable();
    table.string('asker_ref', 255).notNullable();
    table.timestamp('mine_from').notNullable();
    table.timestamp('mine_to').notNullable();
    table.timestamp('theirs_from').nullable();
    table.timestamp('theirs_to').nullable();
    table.boolean('everybody').notNullable();
    // JSON lists of refs.
    table.text('asked').notNullable();
    table.text('declined').notNullable();
    table.text('note').nullable();
    table.string('answered_by', 255).nullable();
    // Of the override or swap that was made.
    table.string('amendment_id', 36).nullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.timestamp('closed_at').nullable();
    table.integer('version').notNullable();
    table.index(['status', 'expires_at'], 'incidents_shift_requests_open_idx');
    table.index(
      ['schedule', 'created_at'],
      'incidents_shift_requests_schedule_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_shift_requests');
};
