import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_incidents';
const causes = 'incidents_incident_causes';
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

describe.each(engines.ids)('the causes of incidents, created on %s', id => {
  it('leave the incidents that there are as they were, when they come and when they go', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100110_incidents_create_causes');
    await knex(table).insert(incident);
    const [before] = await knex(table);
    await migrateUp(knex);
    const [after] = await knex(table);
    expect({ ...after, pages_held: Boolean(after.pages_held) }).toEqual({
      ...before,
      pages_held: false,
    });
    const cause = { incident_n: 2, cause_n: 1 };
    await knex(causes).insert([cause, { ...cause, cause_n: 3 }]);
    await expect(knex(causes).insert(cause)).rejects.toThrow(/unique/i);
    await knex(table).update({ pages_held: true });
    await migrateDown(knex);
    expect(await knex(table)).toEqual([before]);
    expect(await tablesIn(knex)).not.toContain(causes);
    await expect(knex(table).insert({ ...incident, n: 3 })).rejects.toThrow(
      /unique/i,
    );
    await migrateUp(knex);
    expect(await knex(causes)).toEqual([]);
    expect(Boolean((await knex(table).first()).pages_held)).toBe(false);
  });
});
