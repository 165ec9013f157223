import { openEngines } from '../testing/engines';
import {
  indexesOf,
  migrateDown,
  migrateUntil,
  migrateUp,
} from '../testing/migrations';

const engines = openEngines();
const [pages, notices] = ['incidents_pages', 'incidents_page_notices'];
const at = new Date('2026-11-20T03:00:00.000Z');
const page = {
  ...{ id: 'p1', incident_n: 1, policy: '{}', because: 'ログ 🔥' },
  ...{ status: 'waiting', round: 1, step: 0, version: 1 },
  ...{ started_at: at, due_at: at },
};
const notice = {
  ...{ id: 'n1', page_id: 'p1', round: 1, step: 0, urgency: 'page' },
  ...{ target: 'level 1', notifier: 'portal', settings: '{}' },
  ...{ state: 'sent', attempts: 1, created_at: at },
};

describe.each(engines.ids)('episodes of pages, counted on %s', id => {
  it('are the first for what there is, and taken away without a loss', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101110_paging_count_episodes');
    await knex(pages).insert(page);
    await knex(notices).insert(notice);
    const before = [await knex(pages).first(), await knex(notices).first()];
    const indexes = await indexesOf(knex, pages);
    await migrateUp(knex);
    const after = async () => [
      await knex(pages).first(),
      await knex(notices).first(),
    ];
    expect(await after()).toEqual(before.map(row => ({ ...row, episode: 1 })));
    await migrateDown(knex);
    expect(await after()).toEqual(before);
    expect(await indexesOf(knex, pages)).toEqual(indexes);
    await expect(knex(pages).insert({ ...page, id: 'p2' })).rejects.toThrow(
      /unique/i,
    );
    await migrateUp(knex);
    expect(await after()).toEqual(before.map(row => ({ ...row, episode: 1 })));
  });
});
