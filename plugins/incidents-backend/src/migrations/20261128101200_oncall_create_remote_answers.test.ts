import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const answers = 'incidents_remote_answers';
const schedules = 'incidents_schedules';
const at = new Date('2026-11-20T03:00:00.000Z');
const answer = { provider: 'rota', target: 'one', tried_at: at };
const schedule = {
  ...{ name: 'checkout', title: 'x', definition: '{}', version: 1 },
  ...{ created_by_type: 'user', created_by_ref: 'x', created_at: at },
  ...{ updated_by_type: 'user', updated_by_ref: 'x', updated_at: at },
};

describe.each(engines.ids)('answers of remote providers, on %s', id => {
  it('come without a row, one for a target, and go and leave the schedules alone', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101200_oncall_create_remote_answers');
    await knex(schedules).insert(schedule);
    await migrateUp(knex);
    await knex(answers).insert([answer, { ...answer, target: '' }]);
    expect(await knex(answers).where('target', 'one').first()).toMatchObject({
      ...{ answer: null, failure: null, read_at: null, failing_since: null },
    });
    await expect(knex(answers).insert(answer)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(answers);
    expect(await knex(schedules)).toHaveLength(1);
    await migrateUp(knex);
    expect(await knex(answers)).toEqual([]);
  });
});
