import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const requests = 'incidents_shift_requests';
const at = new Date('2026-11-20T03:00:00.000Z');
const request = {
  ...{ id: 'r1', schedule: 'checkout', kind: 'take', status: 'open' },
  ...{ level: 'Primary', asker_ref: 'user:default/ada', everybody: false },
  ...{ mine_from: at, mine_to: at, asked: '[]', declined: '[]', version: 1 },
  ...{ created_at: at, expires_at: at },
};

describe.each(engines.ids)('requests for shifts, created on %s', id => {
  it('come without a row, are known by one id each, and go', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101000_oncall_create_shift_requests');
    await migrateUp(knex);
    await knex(requests).insert(request);
    expect(await knex(requests).first()).toMatchObject({
      ...{ id: 'r1', theirs_from: null, answered_by: null, closed_at: null },
    });
    await expect(knex(requests).insert(request)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(requests);
    await migrateUp(knex);
    expect(await knex(requests)).toEqual([]);
  });
});
