import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';
import { migrationsDirectory } from './engines';

/** The migrations of the plugin, in their order, by the name of their file without its ending. */
export const migrationStems = readdirSync(migrationsDirectory)
  .map(file => file.replace(/\.js$/, ''))
  .sort();

const source = { directory: migrationsDirectory };

/** Everything that comes before a migration. */
export async function migrateUntil(knex: Knex, stem: string): Promise<void> {
  if (!migrationStems.includes(stem)) throw new Error(`no migration ${stem}`);
  for (const next of migrationStems) {
    if (next === stem) return;
    await migrateUp(knex);
  }
}

export async function migrateUp(knex: Knex): Promise<void> {
  await knex.migrate.up(source);
}

export async function migrateDown(knex: Knex): Promise<void> {
  await knex.migrate.down(source);
}

/** The tables that a migration leaves behind, besides those of knex itself. */
export async function tablesIn(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('pg_tables')
          .where('schemaname', 'public')
          .select({ name: 'tablename' })
      : await knex('sqlite_master').where('type', 'table').select('name');
  return rows
    .map(({ name }) => name)
    .filter(name => name.startsWith('incidents_'))
    .sort();
}

/** The names of the indexes of a table. */
export async function indexesOf(knex: Knex, table: string): Promise<string[]> {
  const rows: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('pg_indexes')
          .where('tablename', table)
          .select({ name: 'indexname' })
      : await knex('sqlite_master')
          .where({ type: 'index', tbl_name: table })
          .select('name');
  return rows.map(({ name }) => name).sort();
}

/** Takes what was written out of a database again, which is faster than a new one. */
export async function emptyTables(knex: Knex): Promise<void> {
  const tables = await tablesIn(knex);
  const counters = 'incidents_counters';
  for (const table of tables.filter(name => name !== counters)) {
    await knex(table).delete();
  }
  await knex(counters).update({ value: 0 });
}
