import { openDatabase, openEngines } from '../testing/engines';
import { isConflict, isPostgres, WriteConflict } from './database';
import { writeAtOnce, writeRows, type RowWrite } from './writeRows';

const engines = openEngines();

describe.each(engines.ids)('rows of several tables on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
    await database.knex.schema.createTable('things', table => {
      table.string('name').primary();
      table.text('words').nullable();
      table.text('kept').nullable();
      table.integer('amount').notNullable().defaultTo(0);
      table.integer('version').notNullable();
    });
    await database.knex.schema.createTable('others', table => {
      table.string('name').primary();
    });
  });

  const thing = (name: string, version: number, words = 'w', kept = 'k') => ({
    ...{ name, words, kept, version },
  });
  const added = (...rows: object[]): RowWrite => ({ table: 'things', rows });
  const replaced = (...rows: object[]): RowWrite => ({
    ...{ table: 'things', rows },
    replace: { key: 'name', except: ['kept'] },
  });
  const others = (...names: string[]): RowWrite => ({
    table: 'others',
    rows: names.map(name => ({ name })),
  });
  const grown = (...rows: object[]): RowWrite => ({
    ...{ table: 'things', rows },
    grow: { key: 'name', add: ['amount'], set: ['words'], unless: ['kept'] },
  });
  const growth = (name: string, amount: number, kept = 'k') => ({
    ...{ name, amount, words: `by ${amount}`, kept },
  });
  const things = async () =>
    (await database.knex('things').orderBy('name')).map(({ amount, ...rest }) =>
      amount === 0 ? rest : { ...rest, amount },
    );
  const ways = isOnPostgres()
    ? ['in a transaction', 'at once']
    : ['in a transaction'];
  const writes: Record<string, (all: RowWrite[]) => Promise<void>> = {
    'in a transaction': all => database.write(tx => writeRows(tx, all)),
    'at once': all => writeAtOnce(database.read, all),
  };

  function isOnPostgres() {
    return id.startsWith('POSTGRES');
  }

  it.each(ways)('are written together, %s', async way => {
    await writes[way]([
      added(thing('a', 1), thing('b', 1, '再起動 \\ud83d "🔥"')),
      others('x', 'y'),
      others(),
    ]);
    expect(await things()).toEqual([
      thing('a', 1),
      thing('b', 1, '再起動 \\ud83d "🔥"'),
    ]);
    expect(await database.knex('others')).toHaveLength(2);
  });

  it.each(ways)(
    'take the place of the version that was read, %s',
    async way => {
      await writes[way]([added(thing('a', 1), thing('b', 1))]);
      await writes[way]([replaced(thing('a', 2, 'new', 'elsewhere'))]);
      expect(await things()).toEqual([
        thing('a', 2, 'new', 'k'),
        thing('b', 1),
      ]);
    },
  );

  it.each(ways)(
    'grow by what two writers add who know nothing of each other, %s',
    async way => {
      await writes[way]([added(thing('a', 1), thing('b', 1), thing('c', 1))]);
      await writes[way]([grown(growth('b', 2), growth('a', 3)), others('x')]);
      await writes[way]([grown(growth('a', 4))]);
      expect(await things()).toEqual([
        { ...thing('a', 3, 'by 4'), amount: 7 },
        { ...thing('b', 2, 'by 2'), amount: 2 },
        thing('c', 1),
      ]);
    },
  );

  it.each(ways)(
    'do not grow when what was decided by has changed since, %s',
    async way => {
      await writes[way]([added(thing('a', 1), thing('b', 1, 'w', 'other'))]);
      const refused = attempt(() =>
        writes[way]([grown(growth('a', 3), growth('b', 2)), others('x')]),
      );
      expect(isConflict(await refused)).toBe(true);
      expect(await things()).toEqual([
        thing('a', 1),
        thing('b', 1, 'w', 'other'),
      ]);
      expect(await database.knex('others')).toEqual([]);
    },
  );

  it.each(ways)(
    'are none of them written when one has changed since, %s',
    async way => {
      await database.write(tx => writeRows(tx, [added(thing('a', 3))]));
      const refused = attempt(() =>
        writes[way]([others('x'), replaced(thing('a', 3))]),
      );
      expect(isConflict(await refused)).toBe(true);
      expect(await things()).toEqual([thing('a', 3)]);
      expect(await database.knex('others')).toEqual([]);
    },
  );

  it.each(ways)(
    'are none of them written when one is there already, %s',
    async way => {
      await database.write(tx => writeRows(tx, [others('x')]));
      const refused = attempt(() =>
        writes[way]([added(thing('a', 1)), others('x')]),
      );
      expect(isConflict(await refused)).toBe(true);
      expect(await things()).toEqual([]);
    },
  );

  it.each(ways)('have bytes beside them as they are, %s', async way => {
    await database.knex.schema.createTable('files', table => {
      table.string('name').primary();
      table.integer('n').notNullable();
      table.binary('bytes').nullable();
    });
    const values = [
      Buffer.from([0x00, 0xff, 0x5c]),
      undefined,
      Buffer.alloc(0),
      Buffer.from('再起動 "🔥"'),
    ];
    const rows = ['a', 'b', 'c', 'd'].map((name, n) => ({ name, n }));
    await writes[way]([
      others('x'),
      { table: 'files', rows, bytes: { column: 'bytes', values } },
      added(thing('a', 1)),
    ]);
    const files = await database.knex('files').orderBy('name');
    expect(files.map(file => file.bytes ?? undefined)).toEqual(values);
    expect(files.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
    expect(await things()).toEqual([thing('a', 1)]);
  });

  it('may be none at all', async () => {
    await database.write(tx => writeRows(tx, [added(), others()]));
    if (isPostgres(database.read)) await writeAtOnce(database.read, [added()]);
    expect(await things()).toEqual([]);
  });

  async function attempt(work: () => Promise<void>): Promise<unknown> {
    try {
      await work();
    } catch (error) {
      return error;
    }
    throw new Error('it was not refused');
  }

  it('say so when another writer was faster', async () => {
    const work = database.knex.transaction(tx =>
      writeRows(tx, [replaced(thing('a', 3)), added(thing('a', 1))]),
    );
    await expect(work).rejects.toThrow();
    await database.write(tx => writeRows(tx, [added(thing('b', 1))]));
    await expect(
      database.knex.transaction(tx => writeRows(tx, [replaced(thing('b', 1))])),
    ).rejects.toThrow(WriteConflict);
  });
});
