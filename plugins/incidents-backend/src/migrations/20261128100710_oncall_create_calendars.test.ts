import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const calendars = 'incidents_shift_calendars';
const schedules = 'incidents_schedules';
const at = new Date('2026-11-20T03:00:00.000Z');
const by = {
  ...{ created_by_type: 'user', created_by_ref: 'user:default/ada' },
  created_at: at,
};
const calendar = { id: 'c1', secret_hash: 'h', schedule: 'checkout', ...by };
const schedule = {
  ...{ name: 'checkout', title: 'x', definition: '{}', version: 1, ...by },
  ...{ updated_by_type: 'user', updated_by_ref: 'x', updated_at: at },
};

describe.each(engines.ids)('calendar addresses, created on %s', id => {
  it('come without a row, and go and leave the schedules alone', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100710_oncall_create_calendars');
    await knex(schedules).insert(schedule);
    await migrateUp(knex);
    await knex(calendars).insert(calendar);
    expect(await knex(calendars).first()).toMatchObject({
      ...{ id: 'c1', user_ref: null, revoked_at: null },
    });
    await expect(knex(calendars).insert(calendar)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(calendars);
    expect(await knex(schedules)).toHaveLength(1);
    await migrateUp(knex);
    expect(await knex(calendars)).toEqual([]);
  });
});
