// @ts-check

/**
 * The memory of everything that happened, and the outbox: rows without `published_at` wait to be told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_timeline', table => {
    table.bigIncrements('seq');
    table.string('id', 36).notNullable().unique();
    table.timestamp('at').notNullable();
    table.string('kind', 40).notNullable();
    table.string('actor_type', 20).notNullable();
    table.string('actor_ref', 255).notNullable();
    table.text('text').notNullable();
    table.text('details').notNullable();
    table.integer('incident_n').nullable();
    table.string('alert_id', 36).nullable();
    table.timestamp('published_at').nullable();
    table.index(['incident_n', 'seq'], 'incidents_timeline_incident_idx');
    table.index(['alert_id'], 'incidents_timeline_alert_idx');
  });
  await knex.raw(
    'CREATE INDEX incidents_timeline_unpublished_idx ON incidents_timeline (seq) WHERE published_at IS NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_timeline');
};
