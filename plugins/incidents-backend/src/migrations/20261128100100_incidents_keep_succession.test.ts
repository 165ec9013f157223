import { openEngines } from '../testing/engines';
import { migrateDown, migrateUntil, migrateUp } from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_incidents';
const at = new Date('2026-11-20T03:00:00.000Z');
const incident = {
  n: 2,
  title: 'ログ 🔥',
  status: 'declared',
  is_open: true,
  severity: 'SEV2',
  severity_rank: 2,
  severity_scheme: 'standard',
  severity_version: 'v1',
  severity_by: 'system',
  place: 'component:default/checkout',
  slot: 'component:default/checkout',
  detection_source: 'monitor',
  declared_by_type: 'integration',
  declared_by_ref: 'prometheus',
  declared_at: at,
  updated_at: at,
  open_alerts: 1,
  alerts: 1,
  drill: false,
  runbook_state: 'unchecked',
  version: 1,
};

describe.each(engines.ids)('which incident follows which, kept on %s', id => {
  it('is added to the incidents that there are, and taken away without a loss', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100100_incidents_keep_succession');
    await knex(table).insert(incident);
    const [before] = await knex(table);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([
      { ...before, last_alert_at: null, follows_n: null },
    ]);
    await knex(table).update({ last_alert_at: at, follows_n: 1 });
    await migrateDown(knex);
    expect(await knex(table)).toEqual([before]);
    await expect(knex(table).insert({ ...incident, n: 3 })).rejects.toThrow(
      /unique/i,
    );
    await migrateUp(knex);
    expect((await knex(table).first()).follows_n).toBeNull();
  });
});
