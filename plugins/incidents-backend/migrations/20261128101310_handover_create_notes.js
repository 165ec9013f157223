// @ts-check

/**
 * What people write when they hand a shift over, and all that it said before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_handover_notes', table => {
    table.string('id', 36).primary();
    table.string('schedule', 63).notNullable();
    table.integer('level').notNullable();
    table.string('level_name', 100).notNullable();
    table.string('person_ref', 255).notNullable();
    table.text('person_name').notNullable();
    table.timestamp('shift_from').notNullable();
    table.timestamp('shift_to').notNullable();
    table.text('text').notNullable();
    table.integer('version').notNullable();
    table.string('created_by_type', 20).notNullable();
    table.string('created_by_ref', 255).notNullable();
    table.timestamp('created_at').notNullable();
    table.string('updated_by_type', 20).notNullable();
    table.string('updated_by_ref', 255).notNullable();
    table.timestamp('updated_at').notNullable();
    table.unique(['schedule', 'level', 'person_ref', 'shift_from'], {
      indexName: 'incidents_handover_notes_shift_idx',
    });
    table.index(
      ['schedule', 'shift_to', 'id'],
      'incidents_handover_notes_latest_idx',
    );
  });
  await knex.schema.createTable('incidents_handover_versions', table => {
    table.string('note_id', 36).notNullable();
    table.integer('version').notNullable();
    table.text('text').notNullable();
    table.string('by_type', 20).notNullable();
    table.string('by_ref', 255).notNullable();
    table.timestamp('at').notNullable();
    table.primary(['note_id', 'version']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_handover_versions');
  await knex.schema.dropTable('incidents_handover_notes');
};
