import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_routing_rules';
const rule = {
  id: 'r1',
  position: 1,
  matchers: '[{"label":"team","op":"equals","value":"決済 🔥"}]',
  entity_ref: 'component:default/checkout',
  created_by_type: 'user',
  created_by_ref: 'user:default/ada',
  created_at: new Date('2026-11-20T03:00:00.000Z'),
};

describe.each(engines.ids)('routing rules, created on %s', id => {
  it('are known by their id, may share a position, and go and come back empty', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000700_alerts_create_routing_rules');
    await migrateUp(knex);
    await knex(table).insert([rule, { ...rule, id: 'r2' }]);
    await expect(knex(table).insert(rule)).rejects.toThrow(/unique/i);
    expect(await knex(table).where('id', 'r1').first()).toMatchObject({
      matchers: rule.matchers,
      entity_ref: rule.entity_ref,
    });

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(table);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([]);
  });
});
