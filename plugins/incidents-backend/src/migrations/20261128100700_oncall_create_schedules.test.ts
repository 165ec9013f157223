import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const schedules = 'incidents_schedules';
const at = new Date('2026-11-20T03:00:00.000Z');
const schedule = {
  ...{ name: 'checkout', title: '決済 🔥', definition: '{}', version: 1 },
  ...{ created_by_type: 'user', created_by_ref: 'user:default/ada' },
  ...{ updated_by_type: 'user', updated_by_ref: 'user:default/ada' },
  ...{ created_at: at, updated_at: at },
};

describe.each(engines.ids)('schedules, created on %s', id => {
  it('are known by their name, come without a row, and go with all of them', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100700_oncall_create_schedules');
    expect(await tablesIn(knex)).not.toContain(schedules);
    await migrateUp(knex);
    await knex(schedules).insert(schedule);
    expect(await knex(schedules).first()).toMatchObject({
      ...{ name: 'checkout', title: '決済 🔥', archived_at: null },
    });
    await expect(knex(schedules).insert(schedule)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(schedules);
    await migrateUp(knex);
    expect(await knex(schedules)).toEqual([]);
  });
});
