// @ts-check

/**
 * Alerts, one row per episode; the deliveries that brought them; and the deliveries that nobody could read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_alerts', table => {
    table.string('id', 36).primary();
    table.string('integration_id', 100).notNullable();
    table.string('source', 100).notNullable();
    table.string('fingerprint', 255).notNullable();
    // The latest episode of its fingerprint: the open one, or the one that was resolved last.
    table.boolean('is_current').notNullable();
    table.string('status', 20).notNullable();
    table.text('title').notNullable();
    table.text('description').nullable();
    table.string('severity', 20).notNullable();
    table.text('severity_remark').nullable();
    table.string('entity_ref', 255).nullable();
    table.string('routed_by', 20).notNullable();
    table.text('routing_reason').notNullable();
    table.boolean('routing_pending').notNullable();
    table.string('triage_outcome', 20).notNullable();
    table.text('triage_reason').notNullable();
    table.text('labels').notNullable();
    table.text('links').notNullable();
    table.timestamp('started_at').notNullable();
    table.timestamp('last_fired_at').notNullable();
    table.timestamp('resolved_at').nullable();
    table.integer('occurrences').notNullable();
    table.integer('incident_n').nullable();
    table.integer('version').notNullable();
    table.index(['started_at', 'id'], 'incidents_alerts_started_idx');
    table.index(['last_fired_at', 'id'], 'incidents_alerts_fired_idx');
    table.index(['incident_n'], 'incidents_alerts_incident_idx');
    table.index(
      ['entity_ref', 'started_at', 'id'],
      'incidents_alerts_entity_idx',
    );
  });
  await knex.raw(
    'CREATE UNIQUE INDEX incidents_alerts_identity_idx ON incidents_alerts (integration_id, fingerprint) WHERE is_current',
  );
  await knex.raw(
    "CREATE INDEX incidents_alerts_open_idx ON incidents_alerts (started_at, id) WHERE status <> 'resolved'",
  );
  await knex.raw(
    'CREATE INDEX incidents_alerts_pending_idx ON incidents_alerts (started_at) WHERE routing_pending',
  );
  await knex.schema.createTable('incidents_deliveries', table => {
    table.string('integration_id', 100).notNullable();
    table.string('delivery_key', 100).notNullable();
    table.timestamp('received_at').notNullable();
    table.primary(['integration_id', 'delivery_key']);
    table.index(['received_at'], 'incidents_deliveries_received_idx');
  });
  await knex.schema.createTable('incidents_dead_letters', table => {
    table.string('id', 36).primary();
    table.string('integration_id', 100).notNullable();
    table.timestamp('received_at').notNullable();
    table.text('reason').notNullable();
    table.string('content_type', 255).nullable();
    table.text('body').notNullable();
    table.index(['received_at', 'id'], 'incidents_dead_letters_received_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_dead_letters');
  await knex.schema.dropTable('incidents_deliveries');
  await knex.schema.dropTable('incidents_alerts');
};
