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
const incident = {
  n: 1,
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
const affected = {
  incident_n: 1,
  entity_ref: 'component:default/checkout',
  position: 0,
};

describe.each(engines.ids)('incidents, created on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await engines.empty(id);
    await migrateUntil(knex, '20261120000400_incidents_create_incidents');
    await migrateUp(knex);
  });

  it('have each a number, and one of them stands in a place', async () => {
    const incidents = () => knex('incidents_incidents');
    await incidents().insert(incident);
    await expect(
      incidents().insert({ ...incident, slot: null }),
    ).rejects.toThrow(/unique/i);
    await expect(incidents().insert({ ...incident, n: 2 })).rejects.toThrow(
      /unique/i,
    );
    await incidents().insert([
      { ...incident, n: 2, slot: null },
      { ...incident, n: 3, slot: null },
    ]);
    expect(await incidents().where('n', 1).first()).toMatchObject({
      title: incident.title,
      description: null,
      integration_id: null,
      resolved_at: null,
    });
  });

  it('affect an entity once', async () => {
    const entities = () => knex('incidents_incident_entities');
    await entities().insert([affected, { ...affected, incident_n: 2 }]);
    await expect(entities().insert(affected)).rejects.toThrow(/unique/i);
  });

  it('are counted from nothing', async () => {
    expect(await knex('incidents_counters')).toEqual([
      { name: 'incident', value: 0 },
    ]);
  });

  it('go, and come back empty, with a counter that begins again', async () => {
    await knex('incidents_incidents').insert(incident);
    await knex('incidents_incident_entities').insert(affected);
    await knex('incidents_counters').update({ value: 1 });
    await migrateDown(knex);
    const left = await tablesIn(knex);
    expect(left.filter(table => /incidents_(inc|count)/.test(table))).toEqual(
      [],
    );
    await migrateUp(knex);
    expect(await knex('incidents_incidents')).toEqual([]);
    expect(await knex('incidents_incident_entities')).toEqual([]);
    expect(await knex('incidents_counters').first()).toMatchObject({
      value: 0,
    });
  });
});
