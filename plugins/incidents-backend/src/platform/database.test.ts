import { openDatabase, openEngines } from '../testing/engines';
import {
  afterCommit,
  isDatabaseAway,
  isPostgres,
  WriteConflict,
  type Tx,
} from './database';
import { writeRows } from './writeRows';

const engines = openEngines();
const counter = 'incidents_counters';

const valueIn = async (reader: Tx) =>
  (await reader(counter).where('name', 'incident').first()).value as number;
const setValue = (tx: Tx, value: number) =>
  tx(counter).where('name', 'incident').update({ value });

describe.each(engines.ids)('a write on %s', id => {
  const open = () => openDatabase(engines, id);

  it('is committed, and answers what was worked out', async () => {
    const database = await open();
    expect(
      await database.write(async tx => {
        await setValue(tx, 7);
        return 'done';
      }),
    ).toBe('done');
    expect(await valueIn(database.read as Tx)).toBe(7);
  });

  it('fails without a word of what was to be written', async () => {
    const database = await open();
    const secret = { name: 'hunter2', value: null as never };
    const writes: Array<(tx: Tx) => Promise<unknown>> = [
      async tx => tx(counter).insert(secret),
      tx => writeRows(tx, [{ table: counter, rows: [secret] }]),
    ];
    for (const write of writes) {
      const error: any = await database.write(write).catch(thrown => thrown);
      const told = [error.stack, error.message, JSON.stringify(error)].join();
      expect(told).toMatch(/insert/i);
      expect(told).not.toContain('hunter2');
    }
  });

  it('is undone as a whole when it fails', async () => {
    const database = await open();
    const failing = database.write(async tx => {
      await setValue(tx, 7);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await valueIn(database.read as Tx)).toBe(0);
  });

  it('is done again when another writer was faster', async () => {
    const database = await open();
    let attempts = 0;
    const answer = await database.write(async tx => {
      attempts += 1;
      await setValue(tx, attempts);
      if (attempts < 3) throw new WriteConflict('faster');
      return attempts;
    });
    expect([answer, await valueIn(database.read as Tx)]).toEqual([3, 3]);
  });

  it('is done again when a unique index says that another was faster', async () => {
    const database = await open();
    let attempts = 0;
    await database.write(async tx => {
      attempts += 1;
      const name = attempts === 1 ? 'incident' : 'other';
      await tx(counter).insert({ name, value: 1 });
    });
    expect(attempts).toBe(2);
  });

  it('gives up after a dozen conflicts, with the conflict', async () => {
    const database = await open();
    let attempts = 0;
    const endless = database.write(async () => {
      attempts += 1;
      throw new WriteConflict('always faster');
    });
    await expect(endless).rejects.toThrow('always faster');
    expect(attempts).toBe(12);
  });

  it('is not done again for any other error', async () => {
    const database = await open();
    let attempts = 0;
    const wrong = database.write(async tx => {
      attempts += 1;
      await tx(counter).insert({ name: 'other', value: null });
    });
    await expect(wrong).rejects.toThrow(/null/i);
    expect(attempts).toBe(1);
  });

  it('tells once what was committed, after the commit and never before', async () => {
    const database = await open();
    const told: string[] = [];
    let attempts = 0;
    await database.write(async tx => {
      attempts += 1;
      const attempt = attempts;
      afterCommit(tx, () => told.push(`attempt ${attempt}`));
      afterCommit(tx, () => told.push('and more'));
      expect(told).toEqual([]);
      if (attempt === 1) throw new WriteConflict('faster');
    });
    expect(told).toEqual(['attempt 2', 'and more']);
  });

  it('tells nothing of what was undone', async () => {
    const database = await open();
    const told: string[] = [];
    await expect(
      database.write(async tx => {
        afterCommit(tx, () => told.push('never'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(told).toEqual([]);
  });

  it('knows on which engine it is', async () => {
    const { read } = await open();
    expect(isPostgres(read)).toBe(id === 'POSTGRES_18');
  });

  it('loses no increment of many writers at once', async () => {
    const database = await open();
    const increment = () =>
      database.write(async tx => {
        const query = tx(counter).where('name', 'incident').first();
        const { value } = await (isPostgres(tx) ? query.forUpdate() : query);
        await setValue(tx, value + 1);
      });
    await Promise.all(Array.from({ length: 40 }, increment));
    expect(await valueIn(database.read as Tx)).toBe(40);
  });
});

describe('an error speaks of the database being away', () => {
  const error = (about: object, message = 'x') =>
    Object.assign(new Error(message), about);
  it.each([
    ['connection refused', error({ code: 'ECONNREFUSED' }), true],
    ['too many connections', error({ code: '53300' }), true],
    ['shutdown', error({ code: '57P01' }), true],
    ['connection failure', error({ code: '08006' }), true],
    ['disk full', error({ code: 'SQLITE_FULL' }), true],
    [
      'no connection left in the pool',
      error({ name: 'KnexTimeoutError' }),
      true,
    ],
    ['terminated', error({}, 'Connection terminated unexpectedly'), true],
    ['a value too long', error({ code: '22001' }), false],
    ['a serialization failure', error({ code: '40001' }), false],
    ['a unique violation', error({ code: 'SQLITE_CONSTRAINT_UNIQUE' }), false],
    ['something else', error({}), false],
    ['no error at all', 'text', false],
  ])('%s: %#', (_, thrown, away) => {
    expect(isDatabaseAway(thrown)).toBe(away);
  });
});
