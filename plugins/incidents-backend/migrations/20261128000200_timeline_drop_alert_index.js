// @ts-check

const index = 'incidents_timeline_alert_idx';

/**
 * Nothing asks for the entries of one alert, and every entry paid for the way to them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('DROP INDEX ??', [index]);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('CREATE INDEX ?? ON incidents_timeline (alert_id)', [index]);
};
