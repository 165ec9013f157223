import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { startPostgres, type RunningPostgres } from '../postgres';
import { openTarget } from './openTarget';

jest.setTimeout(60_000);

const name = 'backstage_plugin_incidents';

describe('postgresTarget', () => {
  let postgres: RunningPostgres;

  const configOf = (pluginDivisionMode = 'database') => {
    const { host, port, user, password } = postgres;
    const connection = { host, port, user, password };
    return new ConfigReader({
      backend: { database: { client: 'pg', connection, pluginDivisionMode } },
    });
  };
  const open = () => openTarget(configOf(), 'incidents');

  async function databases(): Promise<string[]> {
    const client = knexFactory({
      client: 'pg',
      connection: postgres.connectionString,
    });
    const names = await client('pg_database')
      .where('datname', 'like', 'backstage%')
      .orderBy('datname')
      .pluck('datname');
    await client.destroy();
    return names;
  }

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  afterAll(() => postgres.stop());

  it('leaves the portal empty when a replay stops', async () => {
    const target = await open();
    const draft = await target.draft();
    await draft.schema.createTable('incidents_incidents', t => t.integer('n'));
    await target.close();

    expect(await databases()).toEqual([name, `${name}_unfinished`]);
    const next = await open();
    expect(await next.isEmpty()).toBe(true);
    await next.close();
  });

  it('puts a finished replay in place', async () => {
    const target = await open();
    const draft = await target.draft();
    await draft.schema.createTable('incidents_incidents', t => t.integer('n'));
    await draft('incidents_incidents').insert({ n: 1 });
    await target.finish();

    expect(await databases()).toEqual([name]);
    const next = await open();
    expect(await next.isEmpty()).toBe(false);
    await next.close();
  });

  it('says which division of plugins it does not know', async () => {
    await expect(openTarget(configOf('schema'), 'incidents')).rejects.toThrow(
      'backend.database.pluginDivisionMode is schema',
    );
  });
});
