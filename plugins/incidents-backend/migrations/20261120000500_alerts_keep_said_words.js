// @ts-check

/**
 * What the monitor said about severity and entity, in its own words: an alert that came while the catalog was away is judged and
 * routed by them later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents_alerts', table => {
    table.string('said_severity', 100).nullable();
    table.string('said_entity_ref', 255).nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by knex, which on SQLite would write the whole table anew.
  for (const column of ['said_severity', 'said_entity_ref']) {
    await knex.raw('ALTER TABLE incidents_alerts DROP COLUMN ??', [column]);
  }
};
