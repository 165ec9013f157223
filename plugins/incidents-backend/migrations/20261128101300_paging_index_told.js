// @ts-check

/**
 * Finds who was called in a span of time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'CREATE INDEX incidents_page_notices_told_idx ON incidents_page_notices (created_at) WHERE sent_at IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX incidents_page_notices_told_idx');
};
