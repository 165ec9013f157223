// @ts-check

/**
 * The last good answers of on-call providers that are programs of others, and how asking them fares.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_remote_answers', table => {
    table.string('provider', 100).notNullable();
    // Of the annotation; empty when it names the provider alone.
    table.string('target', 255).notNullable();
    table.timestamp('tried_at').notNullable();
    table.timestamp('read_at').nullable();
    // JSON: the shifts of a window. It stays while asking fails.
    table.text('answer').nullable();
    table.text('failure').nullable();
    table.timestamp('failing_since').nullable();
    table.primary(['provider', 'target']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_remote_answers');
};
