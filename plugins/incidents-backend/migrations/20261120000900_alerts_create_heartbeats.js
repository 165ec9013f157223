// @ts-check

/**
 * Since when a signal is waited for, and when it was heard last.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_heartbeats', table => {
    table.string('id', 100).primary();
    // From here on it is waited for: it came into the config, or the portal had been away for too long.
    table.timestamp('watched_since').notNullable();
    // The portal has been there to hear it without a break.
    table.timestamp('listening_since').notNullable();
    table.timestamp('looked_at').notNullable();
    table.timestamp('last_seen_at').nullable();
    // Set while its absence is an alert: by when it had been expected.
    table.timestamp('missing_since').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_heartbeats');
};
