import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const at = new Date('2026-11-20T03:00:00.000Z');
const tables = [
  'incidents_page_calls',
  'incidents_page_notices',
  'incidents_pages',
];
const page = {
  ...{ id: 'p1', incident_n: 1, policy: '{}', because: 'ログ 🔥' },
  ...{ status: 'waiting', round: 1, step: 0, version: 1 },
  ...{ started_at: at, due_at: at },
};
const notice = {
  ...{ id: 'n1', page_id: 'p1', round: 1, step: null, urgency: 'page' },
  ...{ target: 'level 1', notifier: 'portal', settings: '{}' },
  ...{ state: 'due', attempts: 0, created_at: at, due_at: at },
};

describe.each(engines.ids)('pages, created on %s', id => {
  it('are one at a time for each incident, and go without a trace', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100600_paging_create_pages');
    const before = await tablesIn(knex);
    await migrateUp(knex);
    expect(await tablesIn(knex)).toEqual([...before, ...tables].sort());
    await knex('incidents_pages').insert(page);
    await expect(
      knex('incidents_pages').insert({ ...page, id: 'p2' }),
    ).rejects.toThrow(/unique/i);
    await knex('incidents_pages').update({ status: 'ended', due_at: null });
    await knex('incidents_pages').insert({ ...page, id: 'p2' });
    await knex('incidents_page_notices').insert(notice);
    await expect(knex('incidents_page_notices').insert(notice)).rejects.toThrow(
      /unique/i,
    );
    const call = {
      ...{ incident_n: 1, kind: 'declared', at },
      ...{ actor_type: 'user', actor_ref: 'user:default/ada' },
    };
    await knex('incidents_page_calls').insert([call, call]);
    expect(await knex('incidents_page_calls').pluck('kind')).toHaveLength(2);
    await migrateDown(knex);
    expect(await tablesIn(knex)).toEqual(before);
    await migrateUp(knex);
    expect(await knex('incidents_pages')).toEqual([]);
  });
});
