import { openDatabase, openEngines } from '../testing/engines';
import { countUpTo } from './countUpTo';

const engines = openEngines();

describe.each(engines.ids)('how many there are, on %s', id => {
  it.each([
    [0, { totalItems: 0 }],
    [3, { totalItems: 3 }],
    [1_000, { totalItems: 1_000 }],
    [1_001, { totalItems: 1_000, totalIsAtLeast: true }],
  ])('of %i is said as %j', async (count, expected) => {
    const { knex, read } = await openDatabase(engines, id);
    await knex.schema.createTable('things', table => {
      table.integer('n').primary();
    });
    await knex.raw(
      `INSERT INTO things (n) WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       SELECT n FROM numbers WHERE n <= ?`,
      [count, count],
    );
    expect(await countUpTo(read, read('things').where('n', '>', 0))).toEqual(
      expected,
    );
  });
});
