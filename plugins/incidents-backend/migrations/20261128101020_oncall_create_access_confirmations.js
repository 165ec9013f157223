// @ts-check

/**
 * That people can log in to what their shifts need, by their own word.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('incidents_access_confirmations', table => {
    table.string('user_ref', 255).notNullable();
    // In small letters.
    table.string('tool', 100).notNullable();
    table.timestamp('confirmed_at').notNullable();
    table.primary(['user_ref', 'tool']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_access_confirmations');
};
