import knexFactory, { type Knex } from 'knex';

/** An SQLite that is gone with its connection. */
export function memoryDatabase(): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
}
