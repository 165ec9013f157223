import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createDatabase, type Database } from '../platform/database';

export const migrationsDirectory = resolvePackagePath(
  'backstage-plugin-incidents-backend',
  'migrations',
);

/** Databases for one test file, on each engine that a portal may run on; gone when its tests have ended. */
export type Engines = {
  /** SQLite always; PostgreSQL wherever `yarn test` has started one. */
  ids: TestDatabaseId[];
  /** A new database without a table. */
  empty(id: TestDatabaseId): Promise<Knex>;
  /** A new database with all tables and no row. */
  migrated(id: TestDatabaseId): Promise<Knex>;
};

/** To be called at the top of a test file. */
export function openEngines(): Engines {
  // A new database takes its time on a busy machine.
  jest.setTimeout(60_000);
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  return {
    ids: databases.eachSupportedId().map(([id]) => id),
    empty: id => databases.init(id),
    async migrated(id) {
      const knex = await databases.init(id);
      await knex.migrate.latest({ directory: migrationsDirectory });
      return knex;
    },
  };
}

/** A new database as the rooms see it. */
export async function openDatabase(
  engines: Engines,
  id: TestDatabaseId,
): Promise<Database & { knex: Knex }> {
  const knex = await engines.migrated(id);
  return { ...createDatabase(knex), knex };
}
