// @ts-check

/**
 * The bodies of deliveries that were understood, and what became of them, for as long as they are kept.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_payloads', table => {
    // Begins with the time: new rows land at the end, and old ones are found without an index of their own.
    table.string('id', 36).primary();
    table.string('integration_id', 100).notNullable();
    table.timestamp('received_at').notNullable();
    table.string('content_type', 255).nullable();
    table.integer('bytes').notNullable();
    table.binary('body').nullable();
    // How many alerts became what, as JSON.
    table.text('became').notNullable();
    // The ids of those that were opened.
    table.text('opened').nullable();
    table.text('remark').nullable();
    table.integer('replays').notNullable();
    table.timestamp('replayed_at').nullable();
    table.string('replayed_by_type', 20).nullable();
    table.string('replayed_by_ref', 255).nullable();
    // In order of time within each integration: as many places to write to as there are integrations.
    table.index(['integration_id', 'id'], 'incidents_payloads_integration_idx');
  });
  if (knex.client.config.client === 'pg') {
    // To compress them takes PostgreSQL longer than to write them, and they are gone in a week.
    for (const column of ['body', 'opened']) {
      await knex.raw(
        `ALTER TABLE incidents_payloads ALTER COLUMN ${column} SET STORAGE EXTERNAL`,
      );
    }
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_payloads');
};
