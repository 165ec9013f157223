import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const notices = 'incidents_shift_notices';
const at = new Date('2026-11-20T03:00:00.000Z');
const notice = {
  ...{ id: 'n1', notice: '{}', state: 'waiting' },
  ...{ created_at: at, next_at: at, ends_at: at },
};

describe.each(engines.ids)('notices about shifts, created on %s', id => {
  it('are told once each, and go', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101010_oncall_create_shift_notices');
    await migrateUp(knex);
    await knex(notices).insert(notice);
    expect(await knex(notices).first()).toMatchObject({ schedule: null });
    await expect(knex(notices).insert(notice)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(notices);
    await migrateUp(knex);
    expect(await knex(notices)).toEqual([]);
  });
});
