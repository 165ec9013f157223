import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_heartbeats';
const at = new Date('2026-11-20T03:00:00.000Z');
const heartbeat = {
  id: 'nightly-backup',
  watched_since: at,
  listening_since: at,
  looked_at: at,
};

describe.each(engines.ids)('heartbeats, created on %s', id => {
  it('are known by their id, need not have been heard, and go and come back empty', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000900_alerts_create_heartbeats');
    expect(await tablesIn(knex)).not.toContain(table);
    await migrateUp(knex);
    await knex(table).insert(heartbeat);
    await expect(knex(table).insert(heartbeat)).rejects.toThrow(/unique/i);
    expect(await knex(table).first()).toMatchObject({
      ...{ last_seen_at: null, missing_since: null },
    });

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(table);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([]);
  });
});
