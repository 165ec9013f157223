import { openEngines } from '../testing/engines';
import {
  indexesOf,
  migrateDown,
  migrateUntil,
  migrateUp,
} from '../testing/migrations';
import { oldAlert } from '../testing/oldRows';

const engines = openEngines();
const table = 'incidents_alerts';
const at = new Date('2026-11-20T03:00:00.000Z');
const later = new Date('2026-11-20T04:00:00.000Z');

describe.each(engines.ids)('alerts with fewer indexes, on %s', id => {
  it('know until when they fired once they are resolved, whoever wrote them when', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100502_alerts_index_less');
    const before = await indexesOf(knex, table);
    await knex(table).insert([
      { ...oldAlert('a1'), status: 'firing', last_fired_at: at },
      { ...oldAlert('a2'), status: 'resolved', last_fired_at: at },
    ]);
    const fired = async () =>
      (await knex(table).orderBy('id')).map(
        row => row.fired_until && new Date(row.fired_until),
      );

    await migrateUp(knex);
    expect(await fired()).toEqual([null, at]);
    const after = await indexesOf(knex, table);
    expect(after).not.toContain('incidents_alerts_fired_idx');
    expect(after).toContain('incidents_alerts_fired_until_idx');

    await knex(table).where('id', 'a1').update({ last_fired_at: later });
    expect(await fired()).toEqual([null, at]);
    await knex(table).where('id', 'a1').update({ status: 'resolved' });
    expect(await fired()).toEqual([later, at]);

    await migrateDown(knex);
    expect(await indexesOf(knex, table)).toEqual(before);
    expect(await knex(table).first()).not.toHaveProperty('fired_until');
    await migrateUp(knex);
    expect(await indexesOf(knex, table)).toEqual(after);
    expect(await fired()).toEqual([later, at]);
  });
});
