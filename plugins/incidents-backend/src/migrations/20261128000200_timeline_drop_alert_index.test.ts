import { openEngines } from '../testing/engines';
import {
  indexesOf,
  migrateDown,
  migrateUntil,
  migrateUp,
} from '../testing/migrations';

const engines = openEngines();
const index = 'incidents_timeline_alert_idx';

describe.each(engines.ids)('the entries of an alert on %s', id => {
  it('have no index of their own, and get it back', async () => {
    const knex = await engines.empty(id);
    const indexes = () => indexesOf(knex, 'incidents_timeline');
    await migrateUntil(knex, '20261128000200_timeline_drop_alert_index');
    expect(await indexes()).toContain(index);
    await migrateUp(knex);
    expect(await indexes()).not.toContain(index);
    await migrateDown(knex);
    expect(await indexes()).toContain(index);
  });
});
