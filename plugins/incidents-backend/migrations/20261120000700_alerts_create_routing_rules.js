// @ts-check

/**
 * The routing rules that people made, and a quick way to the alerts that people gave an entity, from which others are guessed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_routing_rules', table => {
    table.string('id', 36).primary();
    // Lower ones are asked first; two that were added at once may share one, and the id decides.
    table.integer('position').notNullable();
    table.text('matchers').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('created_by_type', 20).notNullable();
    table.string('created_by_ref', 255).notNullable();
    table.timestamp('created_at').notNullable();
  });
  await knex.raw(
    "CREATE INDEX incidents_alerts_bound_idx ON incidents_alerts (integration_id, started_at) WHERE routed_by = 'person'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX incidents_alerts_bound_idx');
  await knex.schema.dropTable('incidents_routing_rules');
};
