import { openEngines } from '../testing/engines';
import {
  indexesOf,
  migrateDown,
  migrateUntil,
  migrateUp,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_page_notices';
const at = new Date('2026-11-20T03:00:00.000Z');
const notice = {
  ...{ id: 'n1', page_id: 'p1', round: 1, step: 0, urgency: 'page' },
  ...{ target: 'level 1 ログ', notifier: 'portal', settings: '{}' },
  ...{ state: 'sent', attempts: 1, created_at: at },
};

describe.each(engines.ids)('answers by link, kept on %s', id => {
  it('are added to the notices that there are, and taken away without a loss', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101100_paging_answer_once');
    await knex(table).insert(notice);
    const [before] = await knex(table);
    const indexes = await indexesOf(knex, table);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([{ ...before, answered_at: null }]);
    await knex(table).update({ answered_at: at });
    await migrateDown(knex);
    expect(await knex(table)).toEqual([before]);
    expect(await indexesOf(knex, table)).toEqual(indexes);
    await migrateUp(knex);
    expect((await knex(table).first()).answered_at).toBeNull();
  });
});
