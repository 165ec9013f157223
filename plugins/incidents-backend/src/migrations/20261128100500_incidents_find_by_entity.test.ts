import { openEngines } from '../testing/engines';
import { migrateDown, migrateUntil, migrateUp } from '../testing/migrations';
import { oldIncident } from '../testing/oldRows';

const engines = openEngines();
const table = 'incidents_incident_entities';

describe.each(engines.ids)(
  'who is affected by incidents, with the time of each, on %s',
  id => {
    it('is told of those that are there, and forgotten again', async () => {
      const knex = await engines.empty(id);
      await migrateUntil(knex, '20261128100500_incidents_find_by_entity');
      const declared = ['2026-11-19T22:00:00Z', '2026-11-20T03:00:00.123Z'];
      await knex('incidents_incidents').insert(
        declared.map((at, i) => ({
          ...oldIncident(i + 1),
          declared_at: new Date(at),
          drill: i === 1,
        })),
      );
      const affected = [1, 2, 2].map((n, position) => ({
        ...{ incident_n: n, position },
        entity_ref: `component:default/c${position}`,
      }));
      await knex(table).insert(affected);
      const rows = () => knex(table).orderBy('position');
      const known = async () =>
        (await rows()).map(row => [
          row.incident_n,
          new Date(row.declared_at).toISOString(),
          Boolean(row.drill),
        ]);

      await migrateUp(knex);
      const expected = [
        [1, '2026-11-19T22:00:00.000Z', false],
        [2, '2026-11-20T03:00:00.123Z', true],
        [2, '2026-11-20T03:00:00.123Z', true],
      ];
      expect(await known()).toEqual(expected);

      await migrateDown(knex);
      expect(await rows()).toEqual(affected);
      await migrateUp(knex);
      expect(await known()).toEqual(expected);
    });
  },
);
