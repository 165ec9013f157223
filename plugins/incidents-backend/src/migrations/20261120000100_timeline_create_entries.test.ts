import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_timeline';
const entry = {
  id: 'e1',
  at: new Date('2026-11-20T03:00:00.000Z'),
  kind: 'note.added',
  actor_type: 'user',
  actor_ref: 'user:default/ada',
  text: 'ログ 🔥',
  details: '{}',
};

describe.each(engines.ids)('the timeline, created on %s', id => {
  it('numbers its entries, knows each once, and goes and comes back', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000100_timeline_create_entries');
    await migrateUp(knex);
    await knex(table).insert([entry, { ...entry, id: 'e2', incident_n: 7 }]);
    await expect(knex(table).insert(entry)).rejects.toThrow(/unique/i);
    const rows = await knex(table).orderBy('seq');
    expect(rows.map(row => [Number(row.seq), row.id, row.incident_n])).toEqual([
      [1, 'e1', null],
      [2, 'e2', 7],
    ]);
    expect(rows[0]).toMatchObject({
      text: entry.text,
      alert_id: null,
      published_at: null,
    });
    expect(new Date(rows[0].at)).toEqual(entry.at);
    await migrateDown(knex);
    expect(await tablesIn(knex)).toEqual([]);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([]);
  });
});
