import { openEngines } from '../testing/engines';
import {
  indexesOf,
  migrateDown,
  migrateUntil,
  migrateUp,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_page_notices';
const index = 'incidents_page_notices_told_idx';
const notice = {
  ...{ id: 'n1', page_id: 'p1', round: 1, urgency: 'page', target: 'x' },
  ...{ notifier: 'portal', settings: '{}', state: 'sent', attempts: 1 },
  ...{ created_at: new Date(0), sent_at: new Date(0) },
};

describe.each(engines.ids)('notices that were sent, on %s', id => {
  it('get an index, and none of them is lost', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101300_paging_index_told');
    await knex(table).insert(notice);
    const before = await indexesOf(knex, table);
    expect(before).not.toContain(index);
    await migrateUp(knex);
    expect(await indexesOf(knex, table)).toContain(index);
    await migrateDown(knex);
    expect(await indexesOf(knex, table)).toEqual(before);
    await migrateUp(knex);
    expect(await knex(table)).toHaveLength(1);
  });
});
