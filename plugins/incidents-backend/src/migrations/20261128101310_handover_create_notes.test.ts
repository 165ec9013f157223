import { openEngines } from '../testing/engines';
import {
  migrateDown,
  migrateUntil,
  migrateUp,
  tablesIn,
} from '../testing/migrations';

const engines = openEngines();
const notes = 'incidents_handover_notes';
const versions = 'incidents_handover_versions';
const at = new Date('2026-11-20T08:00:00.000Z');
const note = {
  ...{ id: 'h1', schedule: 'till', level: 1, level_name: 'Primary' },
  ...{ person_ref: 'user:default/ada', person_name: 'Ada' },
  ...{ shift_from: at, shift_to: at, text: 'calm', version: 1 },
  ...{ created_by_type: 'user', created_by_ref: 'x', created_at: at },
  ...{ updated_by_type: 'user', updated_by_ref: 'x', updated_at: at },
};
const version = {
  ...{ note_id: 'h1', version: 1, text: 'calm', at },
  ...{ by_type: 'user', by_ref: 'x' },
};

describe.each(engines.ids)('notes of hand-overs, created on %s', id => {
  it('come without a row, one for a shift, and go', async () => {
    const knex = await engines.empty(id);
    await migrateUntil(knex, '20261128101310_handover_create_notes');
    await migrateUp(knex);
    await knex(notes).insert(note);
    await knex(versions).insert(version);
    await expect(knex(notes).insert({ ...note, id: 'h2' })).rejects.toThrow(
      /unique/i,
    );
    await expect(knex(versions).insert(version)).rejects.toThrow(/unique/i);

    await migrateDown(knex);
    expect(await tablesIn(knex)).not.toContain(notes);
    expect(await tablesIn(knex)).not.toContain(versions);
    await migrateUp(knex);
    expect(await knex(notes)).toEqual([]);
    expect(await knex(versions)).toEqual([]);
  });
});
