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
