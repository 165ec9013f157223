// @ts-check

/**
 * Who is affected knows when: the latest incidents of an entity are found, and counted, without a look at each that it ever had.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents_incident_entities', table => {
    // Both never change, so that this copy of them stays true.
    table.timestamp('declared_at').nullable();
    table.boolean('drill').nullable();
  });
  const ofIncident = () =>
    knex('incidents_incidents').whereRaw(
      'n = incidents_incident_entities.incident_n',
    );
  await knex('incidents_incident_entities').update({
    declared_at: ofIncident().select('declared_at'),
    drill: ofIncident().select('drill'),
  });
  await knex.raw('DROP INDEX incidents_incident_entities_entity_idx');
  await knex.raw(
    'CREATE INDEX incidents_incident_entities_history_idx ON incidents_incident_entities (entity_ref, declared_at, incident_n, drill)',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX incidents_incident_entities_history_idx');
  await knex.raw(
    'CREATE INDEX incidents_incident_entities_entity_idx ON incidents_incident_entities (entity_ref, incident_n)',
  );
  // Not by knex, which on SQLite would write the whole table anew.
  for (const column of ['declared_at', 'drill']) {
    await knex.raw('ALTER TABLE incidents_incident_entities DROP COLUMN ??', [
      column,
    ]);
  }
};
