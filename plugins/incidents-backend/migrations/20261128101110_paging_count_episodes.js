// @ts-check

/**
 * How many times people have been called anew after somebody answered: each time is another episode to those who are told of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of ['incidents_pages', 'incidents_page_notices']) {
    await knex.schema.alterTable(table, columns => {
      columns.integer('episode').notNullable().defaultTo(1);
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by knex, which on SQLite would write the whole table anew.
  for (const table of ['incidents_page_notices', 'incidents_pages']) {
    await knex.raw('ALTER TABLE ?? DROP COLUMN episode', [table]);
  }
};
