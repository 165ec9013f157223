import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const confirmations = 'incidents_access_confirmations';
const row = {
  ...{ user_ref: 'user:default/ada', tool: 'grafana' },
  confirmed_at: new Date('2026-11-20T03:00:00.000Z'),
};

describe.each(engines.ids)('confirmed access, created on %s', id => {
  it('is there once for a person and a tool, and goes', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(
      knex,
      '20261128101020_oncall_create_access_confirmations',
    );
    await migrateUp(knex);
    await knex(confirmations).insert(row);
    await expect(knex(confirmations).insert(row)).rejects.toThrow(/unique/i);
    await knex(confirmations).insert({ ...row, tool: 'pagerduty' });

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(confirmations);
    await migrateUp(knex);
    expect(await knex(confirmations)).toEqual([]);
  });
});
