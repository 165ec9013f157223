import { openEngines } from '../testing/engines';
import { migrateDown, migrateUntil, migrateUp } from '../testing/migrations';

const engines = openEngines();
const table = 'incidents_alerts';
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

describe.each(engines.ids)('the words of monitors, kept on %s', id => {
  it('are added to the alerts that there are, and taken away without a loss', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000500_alerts_keep_said_words');
    await knex(table).insert(alert);
    const [before] = await knex(table);
    await migrateUp(knex);
    expect(await knex(table)).toEqual([
      { ...before, said_severity: null, said_entity_ref: null },
    ]);
    await knex(table).update({ said_severity: '致命的', said_entity_ref: 'x' });
    await migrateDown(knex);
    expect(await knex(table)).toEqual([before]);
    await expect(knex(table).insert({ ...alert, id: 'a2' })).rejects.toThrow(
      /unique/i,
    );
    await migrateUp(knex);
    expect((await knex(table).first()).said_severity).toBeNull();
  });
});
