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
const silence = {
  id: 's1',
  matchers: '[{"label":"service","op":"equals","value":"決済 🔥"}]',
  reason: 'deploying',
  created_by_type: 'user',
  created_by_ref: 'user:default/ada',
  created_at: at,
  starts_at: at,
  ends_at: at,
};

describe.each(engines.ids)('silences, created on %s', id => {
  it('leave the alerts that there are as they were, when they come and when they go', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000800_alerts_create_silences');
    await knex(alerts).insert(alert);
    const [before] = await knex(alerts);
    await migrateUp(knex);
    expect(await knex(alerts)).toEqual([{ ...before, silence_id: null }]);
    await knex(alerts).update({ silence_id: 's1', triage_outcome: 'silenced' });
    await knex(silences).insert(silence);
    await expect(knex(silences).insert(silence)).rejects.toThrow(/unique/i);
    expect(await knex(silences).first()).toMatchObject({
      matchers: silence.matchers,
      ended_by: null,
    });

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(silences);
    expect(await knex(alerts)).toEqual([
      { ...before, triage_outcome: 'silenced' },
    ]);
    await migrateUp(knex);
    expect(await knex(silences)).toEqual([]);
    expect((await knex(alerts).first()).silence_id).toBeNull();
  });
});
