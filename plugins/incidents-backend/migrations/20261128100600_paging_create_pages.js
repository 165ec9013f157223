// @ts-check

/**
 * What happened to incidents as far as people are to be called for it, the pages that came of it, and who was told by them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Written together with the incident, and gone once it is heard.
  await knex.schema.createTable('incidents_page_calls', table => {
    table.bigIncrements('seq');
    table.integer('incident_n').notNullable();
    table.string('kind', 20).notNullable();
    table.string('actor_type', 20).notNullable();
    table.string('actor_ref', 255).notNullable();
    table.timestamp('at').notNullable();
    table.index(['incident_n'], 'incidents_page_calls_incident_idx');
  });
  await knex.schema.createTable('incidents_pages', table => {
    table.string('id', 36).primary();
    table.integer('incident_n').notNullable();
    table.text('policy').notNullable();
    table.text('because').notNullable();
    table.string('status', 20).notNullable();
    table.integer('round').notNullable();
    table.integer('step').notNullable();
    table.timestamp('started_at').notNullable();
    table.timestamp('due_at').nullable();
    table.string('acknowledged_by_type', 20).nullable();
    table.string('acknowledged_by_ref', 255).nullable();
    table.timestamp('acknowledged_at').nullable();
    table.timestamp('ended_at').nullable();
    table.integer('version').notNullable();
    table.index(['incident_n', 'started_at'], 'incidents_pages_incident_idx');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX incidents_pages_open_idx ON incidents_pages (incident_n) WHERE status <> 'ended'",
  );
  await knex.raw(
    'CREATE INDEX incidents_pages_due_idx ON incidents_pages (due_at) WHERE due_at IS NOT NULL',
  );
  await knex.schema.createTable('incidents_page_notices', table => {
    table.string('id', 36).primary();
    table.string('page_id', 36).notNullable();
    table.integer('round').notNullable();
    // Of the policy, from 0; none for what a person asked for and for the final alarm.
    table.integer('step').nullable();
    table.string('urgency', 10).notNullable();
    table.text('target').notNullable();
    table.string('person_ref', 255).nullable();
    table.text('person').nullable();
    table.string('notifier', 60).notNullable();
    table.text('settings').notNullable();
    table.text('note').nullable();
    table.string('state', 20).notNullable();
    table.integer('attempts').notNullable();
    table.timestamp('created_at').notNullable();
    // When it is to be sent; while it is being sent, when that counts as lost.
    table.timestamp('due_at').nullable();
    table.timestamp('sent_at').nullable();
    table.text('ref').nullable();
    table.text('reason').nullable();
    table.index(['page_id'], 'incidents_page_notices_page_idx');
  });
  await knex.raw(
    'CREATE INDEX incidents_page_notices_due_idx ON incidents_page_notices (due_at) WHERE due_at IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents_page_notices');
  await knex.schema.dropTable('incidents_pages');
  await knex.schema.dropTable('incidents_page_calls');
};
