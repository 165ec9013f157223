import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const calendars = 'incidents_absence_calendars';
const remotes = 'incidents_remote_answers';
const at = new Date('2026-11-20T03:00:00.000Z');
const calendar = {
  ...{ id: 'c1', user_ref: 'user:default/ada', host: 'x.y', created_at: at },
  ...{ absences: '[]', remarks: '[]', version: 1 },
};

describe.each(engines.ids)('calendars of absences, on %s', id => {
  it('come without a row, and go and leave the answers of providers alone', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101210_oncall_create_absence_calendars');
    await knex(remotes).insert({ provider: 'x', target: '', tried_at: at });
    await migrateUp(knex);
    await knex(calendars).insert(calendar);
    expect(await knex(calendars).first()).toMatchObject({
      ...{ id: 'c1', url: null, revoked_at: null, read_at: null },
    });
    await expect(knex(calendars).insert(calendar)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(calendars);
    expect(await knex(remotes)).toHaveLength(1);
    await migrateUp(knex);
    expect(await knex(calendars)).toEqual([]);
  });
});
