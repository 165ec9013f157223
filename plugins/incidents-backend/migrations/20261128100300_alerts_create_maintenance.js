// @ts-check

/**
 * Maintenance windows, the times that they are open, the calendars that some come from, and which time held an alert back; and
 * whether the end of a silence was announced.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_maintenance', table => {
    table.string('id', 36).primary();
    table.text('title').notNullable();
    table.text('reason').nullable();
    table.text('entity_refs').notNullable();
    table.text('schedule').notNullable();
    table.string('origin', 20).notNullable();
    table.string('calendar_id', 100).nullable();
    // Of one that was imported: where from and which event, so that it is known again.
    table.string('source_key', 200).nullable().unique();
    table.string('created_by_type', 20).notNullable();
    table.string('created_by_ref', 255).notNullable();
    table.timestamp('created_at').notNullable();
    // When its times are to be worked out again; never when all are known.
    table.timestamp('expand_at').nullable();
    // The moment from which on it is never open again, once that is known.
    table.timestamp('over_at').nullable();
    table.string('ended_by', 255).nullable();
    table.index(['over_at', 'id'], 'incidents_maintenance_over_idx');
    table.index('calendar_id', 'incidents_maintenance_calendar_idx');
  });
  await knex.schema.createTable('incidents_maintenance_openings', table => {
    table.string('id', 36).primary();
    table.string('window_id', 36).notNullable();
    table.timestamp('starts_at').notNullable();
    table.timestamp('ends_at').notNullable();
    table.string('ended_by', 255).nullable();
    table.timestamp('announced_at').nullable();
    table.unique(['window_id', 'starts_at'], {
      indexName: 'incidents_maintenance_openings_start_uniq',
    });
    table.index('ends_at', 'incidents_maintenance_openings_ends_idx');
  });
  await knex.schema.createTable('incidents_maintenance_calendars', table => {
    table.string('id', 100).primary();
    table.timestamp('tried_at').nullable();
    table.timestamp('read_at').nullable();
    table.text('failure').nullable();
    table.timestamp('failing_since').nullable();
    table.text('remarks').notNullable();
  });
  await knex.schema.alterTable('incidents_alerts', table => {
    table.string('opening_id', 36).nullable();
  });
  await knex.raw(
    'CREATE INDEX incidents_alerts_opening_idx ON incidents_alerts (opening_id) WHERE opening_id IS NOT NULL',
  );
  // The few that wait for the end of it, among all that were ever held back.
  await knex.raw(
    "CREATE INDEX incidents_alerts_maintained_idx ON incidents_alerts (opening_id) WHERE triage_outcome = 'maintenance' AND status <> 'resolved'",
  );
  await knex.schema.alterTable('incidents_silences', table => {
    table.timestamp('announced_at').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE incidents_silences DROP COLUMN announced_at');
  await knex.raw('DROP INDEX incidents_alerts_maintained_idx');
  await knex.raw('DROP INDEX incidents_alerts_opening_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_alerts DROP COLUMN opening_id');
  await knex.schema.dropTable('incidents_maintenance_calendars');
  await knex.schema.dropTable('incidents_maintenance_openings');
  await knex.schema.dropTable('incidents_maintenance');
};
