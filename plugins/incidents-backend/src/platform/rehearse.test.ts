import { openDatabase, openEngines } from '../testing/engines';
import { afterCommit } from './database';
import { rehearse } from './rehearse';

const engines = openEngines();

describe.each(engines.ids)('a rehearsal on %s', id => {
  it('answers what would be so, and leaves nothing behind', async () => {
    const database = await openDatabase(engines, id);
    const told = jest.fn();
    const answer = await rehearse(database, async tx => {
      afterCommit(tx, told);
      const raised = await tx('incidents_counters').increment('value', 7);
      expect(raised).toBe(1);
      return (await tx('incidents_counters').first('value')).value;
    });
    expect(Number(answer)).toBe(7);
    const { value } = await database.read('incidents_counters').first('value');
    expect(Number(value)).toBe(0);
    expect(told).not.toHaveBeenCalled();
  });

  it('passes on what goes wrong', async () => {
    const database = await openDatabase(engines, id);
    const failing = rehearse(database, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
  });
});
