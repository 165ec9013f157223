import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_timeline';
const outbox = 'incidents_timeline_outbox';
const at = new Date('2026-11-20T03:00:00.000Z');
const entry = (id: string) => ({
  id,
  at,
  kind: 'note.added',
  actor_type: 'user',
  actor_ref: 'user:default/ada',
  text: id,
  details: '{}',
});

describe.each(engines.ids)('the outbox, created on %s', id => {
  it('has what was not told yet, and gives it back', async () => {
    const knex = await engines.empty(id);
    const idsOf = async (query: Promise<any[]>) =>
      (await query).map(row => row.id ?? row.entry_id).sort();
    await migrateUntil(knex, '20261120000600_timeline_create_outbox');
    const told = { ...entry('told'), published_at: at };
    await knex(table).insert(told);
    await knex(table).insert([entry('waits'), entry('waits too')]);

    await migrateUp(knex);
    expect(await idsOf(knex(outbox))).toEqual(['waits', 'waits too']);
    expect(await idsOf(knex(table))).toEqual(['told', 'waits', 'waits too']);
    expect(await knex(table).first()).not.toHaveProperty('published_at');

    await knex(outbox).where({ entry_id: 'waits' }).delete();
    await migrateDown(knex);
    expect(await idsOf(knex(table).whereNull('published_at'))).toEqual([
      'waits too',
    ]);
    expect(await tablesIn(knex)).not.toContain(outbox);

    await migrateUp(knex);
    expect(await idsOf(knex(outbox))).toEqual(['waits too']);
  });
});
