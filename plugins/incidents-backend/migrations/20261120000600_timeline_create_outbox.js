// @ts-check

/**
 * The outbox: which entries others wait to be told of. A table of its own, because to mark an entry costs as much as to write it
 * again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_timeline_outbox', table => {
    table.string('entry_id', 36).primary();
  });
  await knex.raw(
    'INSERT INTO incidents_timeline_outbox (entry_id) SELECT id FROM incidents_timeline WHERE published_at IS NULL',
  );
  await knex.raw('DROP INDEX incidents_timeline_unpublished_idx');
  // Not by knex, which on SQLite would write the whole table anew.
  await knex.raw('ALTER TABLE incidents_timeline DROP COLUMN published_at');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents_timeline', table => {
    table.timestamp('published_at').nullable();
  });
  await knex.raw(
    'UPDATE incidents_timeline SET published_at = at WHERE id NOT IN (SELECT entry_id FROM incidents_timeline_outbox)',
  );
  await knex.raw(
    'CREATE INDEX incidents_timeline_unpublished_idx ON incidents_timeline (seq) WHERE published_at IS NULL',
  );
  await knex.schema.dropTable('incidents_timeline_outbox');
};
