import { openEngines } from '../testing/engines';
import {
  indexesOf,
  migrateDown,
  migrateUntil,
  migrateUp,
} from '../testing/migrations';
import { oldIncident } from '../testing/oldRows';

const engines = openEngines();
const table = 'incidents_incidents';
const at = new Date('2026-11-20T03:00:00.000Z');
const later = new Date('2026-11-20T04:00:00.000Z');

describe.each(engines.ids)('incidents with fewer indexes, on %s', id => {
  it('know when they settled once they are over, whoever wrote them when', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100501_incidents_index_less');
    const before = await indexesOf(knex, table);
    await knex(table).insert([
      { ...oldIncident(1), is_open: true, updated_at: at },
      { ...oldIncident(2), is_open: false, updated_at: at },
    ]);
    const settled = async () =>
      (await knex(table).orderBy('n')).map(
        row => row.settled_at && new Date(row.settled_at),
      );

    await migrateUp(knex);
    expect(await settled()).toEqual([null, at]);
    const after = await indexesOf(knex, table);
    expect(after).not.toContain('incidents_incidents_updated_idx');
    expect(after).toContain('incidents_incidents_settled_idx');

    await knex(table).where('n', 1).update({ updated_at: later });
    expect(await settled()).toEqual([null, at]);
    await knex(table).where('n', 1).update({ is_open: false });
    await knex(table).where('n', 2).update({ is_open: true });
    expect(await settled()).toEqual([later, null]);

    await migrateDown(knex);
    expect(await indexesOf(knex, table)).toEqual(before);
    expect(await knex(table).first()).not.toHaveProperty('settled_at');
    await migrateUp(knex);
    expect(await indexesOf(knex, table)).toEqual(after);
    expect(await settled()).toEqual([later, null]);
  });
});
