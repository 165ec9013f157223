import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const at = new Date('2026-11-20T03:00:00.000Z');
const alert = {
  id: 'a1',
  integration_id: 'prometheus',
  source: 'alertmanager',
  fingerprint: 'f1',
  is_current: true,
  status: 'firing',
  title: 'ログ 🔥',
  severity: 'SEV2',
  routed_by: 'name',
  routing_reason: 'label',
  routing_pending: false,
  triage_outcome: 'declared',
  triage_reason: 'none was open',
  labels: '{}',
  links: '[]',
  started_at: at,
  last_fired_at: at,
  occurrences: 1,
  version: 1,
};
const delivery = { integration_id: 'p', delivery_key: 'k', received_at: at };
const letter = {
  id: 'd1',
  integration_id: 'p',
  received_at: at,
  reason: 'not JSON',
  body: '{',
};

describe.each(engines.ids)('alerts, created on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000300_alerts_create_alerts');
    await migrateUp(knex);
  });

  it('have one current episode of a fingerprint, and any number of past ones', async () => {
    const alerts = () => knex('incidents_alerts');
    await alerts().insert(alert);
    const again = { ...alert, id: 'a2' };
    await expect(alerts().insert(again)).rejects.toThrow(/unique/i);
    await alerts().insert([
      { ...again, is_current: false },
      { ...alert, id: 'a3', is_current: false },
      { ...alert, id: 'a4', integration_id: 'grafana' },
    ]);
    expect(await alerts().count({ n: '*' })).toEqual([
      { n: id === 'SQLITE_3' ? 4 : '4' },
    ]);
    expect(await alerts().where('id', 'a1').first()).toMatchObject({
      title: alert.title,
      entity_ref: null,
      incident_n: null,
      resolved_at: null,
    });
  });

  it('come by deliveries that are known by integration and key', async () => {
    const deliveries = () => knex('incidents_deliveries');
    await deliveries().insert([delivery, { ...delivery, integration_id: 'q' }]);
    await expect(deliveries().insert(delivery)).rejects.toThrow(/unique/i);
    await knex('incidents_dead_letters').insert(letter);
    expect(await knex('incidents_dead_letters').first()).toMatchObject({
      reason: 'not JSON',
      content_type: null,
    });
  });

  it('go, and come back empty', async () => {
    const tables = [
      'incidents_alerts',
      'incidents_deliveries',
      'incidents_dead_letters',
    ];
    await knex('incidents_alerts').insert(alert);
    await knex('incidents_deliveries').insert(delivery);
    await knex('incidents_dead_letters').insert(letter);
    await migrateDown(knex);
    const left = await tablesIn(knex);
    expect(left.filter(table => tables.includes(table))).toEqual([]);
    await migrateUp(knex);
    for (const table of tables) expect(await knex(table)).toEqual([]);
  });
});
