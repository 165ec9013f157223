// @ts-check

/**
 * Which open incident another one is likely because of, and whether nobody is to be paged meanwhile.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_incident_causes', table => {
    table.integer('incident_n').notNullable();
    table.integer('cause_n').notNullable();
    table.primary(['incident_n', 'cause_n']);
    table.index(['cause_n'], 'incidents_incident_causes_cause_idx');
  });
  await knex.schema.alterTable('incidents_incidents', table => {
    table.boolean('pages_held').notNullable().defaultTo(false);
  });
  await knex.raw(
    'CREATE INDEX incidents_incidents_held_idx ON incidents_incidents (n) WHERE pages_held',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX incidents_incidents_held_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_incidents DROP COLUMN pages_held');
  await knex.schema.dropTable('incidents_incident_causes');
};
