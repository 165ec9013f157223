// @ts-check

const rowsAtOnce = 200;

/**
 * One row of the outbox for all entries of a commit: a storm writes and deletes as many rows as there are commits, not as there are
 * alerts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_timeline_untold', table => {
    table.string('id', 36).primary();
    table.timestamp('at').notNullable();
    table.text('entry_ids').notNullable();
  });
  await knex.raw(
    `INSERT INTO incidents_timeline_untold (id, at, entry_ids)
      SELECT id, at, '["' || id || '"]' FROM incidents_timeline
      WHERE id IN (SELECT entry_id FROM incidents_timeline_outbox)`,
  );
  await knex.schema.dropTable('incidents_timeline_outbox');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.createTable('incidents_timeline_outbox', table => {
    table.string('entry_id', 36).primary();
  });
  const bundles = await knex('incidents_timeline_untold').orderBy('id');
  const rows = bundles.flatMap(({ entry_ids: ids }) =>
    JSON.parse(ids).map((/** @type {string} */ id) => ({ entry_id: id })),
  );
  for (let i = 0; i < rows.length; i += rowsAtOnce) {
    await knex('incidents_timeline_outbox').insert(
      rows.slice(i, i + rowsAtOnce),
    );
  }
  await knex.schema.dropTable('incidents_timeline_untold');
};
