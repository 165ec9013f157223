import knexFactory from 'knex';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres';

// Copies the server first where its own user cannot reach it.
jest.setTimeout(60_000);

describe('startPostgres', () => {
  const environment = process.env;
  const scratch = mkdtempSync(join(tmpdir(), 'scratch-'));

  beforeEach(() => {
    process.env = { ...environment, TMPDIR: scratch };
  });

  afterEach(() => {
    process.env = environment;
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('starts a server and leaves nothing, durable: %s', async (durable, on) => {
    const postgres = await startPostgres({ durable });
    const client = knexFactory({
      client: 'pg',
      connection: postgres.connectionString,
    });
    const { rows } = await client.raw(
      `select current_setting('fsync') as fsync, lower('ÄÖ') as lower`,
    );
    await client.destroy();
    await postgres.stop();

    expect(rows).toEqual([{ fsync: on, lower: 'äö' }]);
    expect(readdirSync(scratch)).toEqual([]);
  });
});
