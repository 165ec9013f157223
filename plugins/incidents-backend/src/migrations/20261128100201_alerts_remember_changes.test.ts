import { openEngines } from '../testing/engines';
import { migrateDown, migrateUntil, migrateUp } from '../testing/migrations';

const engines = openEngines();
const alerts = 'incidents_alerts';
const at = new Date('2026-11-20T03:00:00.000Z');
const alert = {
  id: 'a1',
  integration_id: 'prometheus',
  source: 'alertmanager',
  fingerprint: 'f1',
  is_current: true,
  status: 'firing',
  title: 'HighErrorRate',
  severity: 'SEV2',
  routed_by: 'none',
  routing_reason: 'away',
  routing_pending: true,
  triage_outcome: 'unrouted',
  triage_reason: 'away',
  labels: '{}',
  links: '[]',
  started_at: at,
  last_fired_at: at,
  occurrences: 1,
  version: 1,
};

describe.each(engines.ids)('what alerts did before, kept on %s', id => {
  it('leaves the alerts that there are as they were, when it comes and when it goes', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100201_alerts_remember_changes');
    await knex(alerts).insert(alert);
    const [before] = await knex(alerts);
    await migrateUp(knex);
    expect(await knex(alerts)).toEqual([
      { ...before, unrest: null, calm_at: null },
    ]);
    await knex(alerts).update({ unrest: '{"before":[]}', calm_at: at });
    expect(await knex(alerts).whereNotNull('calm_at')).toHaveLength(1);

    await migrateDown(knex);
    expect(await knex(alerts)).toEqual([before]);
    await migrateUp(knex);
    expect(await knex(alerts)).toEqual([
      { ...before, unrest: null, calm_at: null },
    ]);
  });
});
