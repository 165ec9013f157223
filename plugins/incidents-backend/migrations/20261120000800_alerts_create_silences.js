// @ts-check

/**
 * Silences, and which of them held an alert back.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_silences', table => {
    table.string('id', 36).primary();
    table.text('matchers').notNullable();
    table.text('reason').notNullable();
    table.string('created_by_type', 20).notNullable();
    table.string('created_by_ref', 255).notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('starts_at').notNullable();
    // The moment at which somebody ended it, if that came first.
    table.timestamp('ends_at').notNullable();
    table.string('ended_by', 255).nullable();
    table.index(['ends_at', 'id'], 'incidents_silences_ends_idx');
  });
  await knex.schema.alterTable('incidents_alerts', table => {
    table.string('silence_id', 36).nullable();
  });
  await knex.raw(
    'CREATE INDEX incidents_alerts_silence_idx ON incidents_alerts (silence_id) WHERE silence_id IS NOT NULL',
  );
  // The few that wait for the end of theirs, among all that were ever held back.
  await knex.raw(
    "CREATE INDEX incidents_alerts_held_idx ON incidents_alerts (silence_id) WHERE triage_outcome = 'silenced' AND status <> 'resolved'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX incidents_alerts_held_idx');
  await knex.raw('DROP INDEX incidents_alerts_silence_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_alerts DROP COLUMN silence_id');
  await knex.schema.dropTable('incidents_silences');
};
