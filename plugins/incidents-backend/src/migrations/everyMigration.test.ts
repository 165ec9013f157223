import { readdirSync } from 'node:fs';
import { openEngines } from '../testing/engines';
import { migrationStems, tablesIn } from '../testing/migrations';
import { migrationsDirectory } from '../testing/engines';

it('every migration has a test of its name', () => {
  const tests = readdirSync(__dirname)
    .filter(file => /^\d{14}_/.test(file))
    .map(file => file.replace(/\.test\.ts$/, ''))
    .sort();
  expect(tests).toEqual(migrationStems);
});

const engines = openEngines();

describe.each(engines.ids)('all migrations on %s', id => {
  it('are undone without a trace, and done again', async () => {
    const knex = await engines.migrated(id);
    const tables = await tablesIn(knex);
    expect(tables.length).toBeGreaterThan(0);
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    expect(await tablesIn(knex)).toEqual([]);
    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await tablesIn(knex)).toEqual(tables);
  });

  it('are done once, however often a backend starts', async () => {
    const knex = await engines.migrated(id);
    const [, names] = await knex.migrate.latest({
      directory: migrationsDirectory,
    });
    expect(names).toEqual([]);
  });
});
