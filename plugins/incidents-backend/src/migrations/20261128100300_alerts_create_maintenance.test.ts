import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const alerts = 'incidents_alerts';
const silences = 'incidents_silences';
const windows = 'incidents_maintenance';
const openings = 'incidents_maintenance_openings';
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
const by = {
  created_by_type: 'user',
  created_by_ref: 'user:default/ada',
  created_at: at,
};
const silence = {
  ...{ id: 's1', matchers: '[]', reason: 'deploying', ...by },
  ...{ starts_at: at, ends_at: at },
};
const window = {
  ...{ id: 'w1', title: '決済 🔥', entity_refs: '[]', schedule: '{}', ...by },
  ...{ origin: 'calendar', calendar_id: 'ops', source_key: 'calendar:ops:1' },
};
const opening = { id: 'o1', window_id: 'w1', starts_at: at, ends_at: at };

describe.each(engines.ids)('maintenance, created on %s', id => {
  it('leaves alerts and silences as they were, when it comes and when it goes', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128100300_alerts_create_maintenance');
    await knex(alerts).insert(alert);
    await knex(silences).insert(silence);
    const [alertBefore] = await knex(alerts);
    const [silenceBefore] = await knex(silences);
    await migrateUp(knex);
    expect(await knex(alerts)).toEqual([{ ...alertBefore, opening_id: null }]);
    expect(await knex(silences)).toEqual([
      { ...silenceBefore, announced_at: null },
    ]);
    await knex(alerts).update({
      opening_id: 'o1',
      triage_outcome: 'maintenance',
    });
    await knex(windows).insert(window);
    await expect(knex(windows).insert({ ...window, id: 'w2' })).rejects.toThrow(
      /unique/i,
    );
    await knex(openings).insert(opening);
    await expect(
      knex(openings).insert({ ...opening, id: 'o2' }),
    ).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(windows);
    expect(await tablesIn(knex)).not.toContain(openings);
    expect(await knex(alerts)).toEqual([
      { ...alertBefore, triage_outcome: 'maintenance' },
    ]);
    expect(await knex(silences)).toEqual([silenceBefore]);
    await migrateUp(knex);
    expect(await knex(windows)).toEqual([]);
    expect((await knex(alerts).first()).opening_id).toBeNull();
  });
});
