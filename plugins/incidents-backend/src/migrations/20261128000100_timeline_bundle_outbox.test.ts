import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const entries = 'incidents_timeline';
const singles = 'incidents_timeline_outbox';
const bundles = 'incidents_timeline_untold';
const at = new Date('2026-11-20T03:00:00.000Z');
const entry = (id: string) => ({
  id,
  at,
  kind: 'note.added',
  actor_type: 'user',
  actor_ref: 'user:default/ada',
  text: id,
  details: '{}',
});

describe.each(engines.ids)('the outbox, bundled on %s', id => {
  it('has what was not told yet, and gives it back', async () => {
    const knex = await engines.empty(id);
    const waiting = async () =>
      (await knex(bundles))
        .flatMap(({ entry_ids: ids }) => JSON.parse(ids))
        .sort();
    await migrateUntil(knex, '20261128000100_timeline_bundle_outbox');
    await knex(entries).insert([entry('told'), entry('a'), entry('b')]);
    await knex(singles).insert([{ entry_id: 'a' }, { entry_id: 'b' }]);

    await migrateUp(knex);
    expect(await waiting()).toEqual(['a', 'b']);
    expect(await tablesIn(knex)).not.toContain(singles);

    const many = Array.from({ length: 450 }, (_, i) => `e${i}`);
    await knex(bundles).insert({
      ...{ id: 'x', at },
      entry_ids: JSON.stringify(many),
    });
    await knex(bundles).where({ id: 'a' }).delete();
    await migrateDown(knex);
    const kept = await knex(singles).pluck('entry_id');
    expect(kept.sort()).toEqual(['b', ...many].sort());
    expect(await tablesIn(knex)).not.toContain(bundles);

    await knex(entries).insert(entry('e7'));
    await migrateUp(knex);
    // Those whose entry is gone are not waited for.
    expect(await waiting()).toEqual(['b', 'e7']);
  });
});
