// @ts-check

/**
 * The on-call schedules that people keep.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_schedules', table => {
    table.string('name', 63).primary();
    // Of the definition, so that a list can be searched by it.
    table.text('title').notNullable();
    // JSON, with its history: what it was before each edit, and all exceptions.
    table.text('definition').notNullable();
    table.integer('version').notNullable();
    table.string('created_by_type', 20).notNullable();
    table.string('created_by_ref', 255).notNullable();
    table.timestamp('created_at').notNullable();
    table.string('updated_by_type', 20).notNullable();
    table.string('updated_by_ref', 255).notNullable();
    table.timestamp('updated_at').notNullable();
    table.timestamp('archived_at').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_schedules');
};
