// @ts-check

/**
 * Incidents, the entities that they affect, and the counter that numbers them without a gap.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_incidents', table => {
    table.integer('n').primary();
    table.text('title').notNullable();
    table.text('description').nullable();
    table.string('status', 20).notNullable();
    table.boolean('is_open').notNullable();
    table.string('severity', 20).notNullable();
    table.integer('severity_rank').notNullable();
    table.string('severity_scheme', 100).notNullable();
    table.string('severity_version', 20).notNullable();
    // 'system' or 'user': what a person decided is not overruled by a monitor.
    table.string('severity_by', 10).notNullable();
    // Entity and group: the place in which alerts look for an incident to join.
    table.string('place', 500).nullable();
    // The same while this incident stands there; unique, so that two writers cannot declare the same incident.
    table.string('slot', 500).nullable().unique();
    table.string('detection_source', 20).notNullable();
    table.string('declared_by_type', 20).notNullable();
    table.string('declared_by_ref', 255).notNullable();
    table.string('integration_id', 100).nullable();
    table.timestamp('declared_at').notNullable();
    table.timestamp('acknowledged_at').nullable();
    table.timestamp('identified_at').nullable();
    table.timestamp('mitigated_at').nullable();
    table.timestamp('resolved_at').nullable();
    table.timestamp('closed_at').nullable();
    table.timestamp('updated_at').notNullable();
    table.integer('open_alerts').notNullable();
    table.integer('alerts').notNullable();
    table.boolean('drill').notNullable();
    // 'unchecked', 'found' or 'missing'
    table.string('runbook_state', 20).notNullable();
    table.integer('version').notNullable();
    table.index(
      ['is_open', 'declared_at', 'n'],
      'incidents_incidents_open_first_idx',
    );
    table.index(['declared_at', 'n'], 'incidents_incidents_declared_idx');
    table.index(['severity_rank', 'n'], 'incidents_incidents_severity_idx');
    table.index(['updated_at', 'n'], 'incidents_incidents_updated_idx');
    table.index(['integration_id'], 'incidents_incidents_integration_idx');
  });
  await knex.raw(
    "CREATE INDEX incidents_incidents_unchecked_idx ON incidents_incidents (n) WHERE runbook_state = 'unchecked'",
  );
  await knex.raw(
    'CREATE INDEX incidents_incidents_place_idx ON incidents_incidents (place) WHERE is_open',
  );
  await knex.schema.createTable('incidents_incident_entities', table => {
    table.integer('incident_n').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.integer('position').notNullable();
    table.primary(['incident_n', 'entity_ref']);
    table.index(
      ['entity_ref', 'incident_n'],
      'incidents_incident_entities_entity_idx',
    );
  });
  await knex.schema.createTable('incidents_counters', table => {
    table.string('name', 40).primary();
    table.integer('value').notNullable();
  });
  await knex('incidents_counters').insert({ name: 'incident', value: 0 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_counters');
  await knex.schema.dropTable('incidents_incident_entities');
  await knex.schema.dropTable('incidents_incidents');
};
