import { isPostgres } from '../platform/database';
import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_payloads';
const payload = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  integration_id: 'prometheus',
  received_at: new Date('2026-11-20T03:00:00.000Z'),
  ...{ bytes: 2, became: '{}', replays: 0 },
};

describe.each(engines.ids)('payloads, created on %s', id => {
  it('are known by their id, need no body, and go and come back empty', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100401_alerts_create_payloads');
    expect(await tablesIn(knex)).not.toContain(table);
    await migrateUp(knex);
    await knex(table).insert(payload);
    await expect(knex(table).insert(payload)).rejects.toThrow(/unique/i);
    expect(await knex(table).first()).toMatchObject({
      ...{ body: null, remark: null, opened: null, replayed_at: null },
    });

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(table);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([]);
  });

  it('have bodies that PostgreSQL does not compress', async () => {
    const knex = await engines.migrated(id);
    if (!isPostgres(knex)) return;
    const { rows } = await knex.raw(
      `SELECT attstorage FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attname IN ('body', 'opened')`,
    );
    expect(rows).toEqual([{ attstorage: 'e' }, { attstorage: 'e' }]);
  });
});
