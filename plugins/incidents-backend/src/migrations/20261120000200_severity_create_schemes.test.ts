import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_severity_schemes';
const scheme = {
  version: 'abcdef012345',
  name: 'standard',
  content: '{}',
  first_used_at: new Date('2026-11-20T03:00:00.000Z'),
};

describe.each(engines.ids)('severity schemes, created on %s', id => {
  it('are known by their version, and go and come back', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000200_severity_create_schemes');
    const before = await tablesIn(knex);
    await migrateUp(knex);
    await knex(table).insert(scheme);
    await expect(knex(table).insert(scheme)).rejects.toThrow(/unique/i);
    expect(await knex(table).first()).toMatchObject({
      version: scheme.version,
      content: '{}',
    });
    await migrateDown(knex);
    expect(await tablesIn(knex)).toEqual(before);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([]);
  });
});
