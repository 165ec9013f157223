import { openEngines } from '../testing/engines';
import {
  likePattern,
  toInstant,
  toOptionalDate,
  toOptionalInstant,
  withoutEmpty,
} from './columns';

const instant = '2026-11-20T03:00:00.123Z';

describe('a date of a row', () => {
  it.each([
    ['as PostgreSQL gives it', new Date(instant)],
    ['as SQLite gives it', Date.parse(instant)],
    ['as text', '2026-11-20 03:00:00.123Z'],
  ])('%s becomes an instant', (_, stored) => {
    expect(toInstant(stored)).toBe(instant);
    expect(toOptionalInstant(stored)).toBe(instant);
  });

  it('may be missing', () => {
    expect(toOptionalInstant(null)).toBeUndefined();
    expect(toOptionalInstant(undefined)).toBeUndefined();
    expect(toOptionalDate(undefined)).toBeNull();
    expect(toOptionalDate(instant)).toEqual(new Date(instant));
  });

  it('may be the beginning of time', () => {
    expect(toOptionalInstant(0)).toBe('1970-01-01T00:00:00.000Z');
  });
});

it('an answer carries no empty field, but zero, false and empty text', () => {
  const record = { a: undefined, b: null, c: 0, d: false, e: '', f: [] };
  expect(withoutEmpty(record)).toEqual({ c: 0, d: false, e: '', f: [] });
});

const engines = openEngines();

describe.each(engines.ids)('a search for text on %s', id => {
  const titles = [
    '100 % of CPU',
    'a_b',
    'a\\b',
    'CHECKOUT',
    'ログ',
    '100 bytes',
  ];
  const find = async (text: string) => {
    const knex = await engines.empty(id);
    await knex.schema.createTable('t', table => table.text('title'));
    await knex('t').insert(titles.map(title => ({ title })));
    const rows = await knex('t').whereRaw("lower(title) LIKE ? ESCAPE '\\'", [
      likePattern(text),
    ]);
    return rows.map(({ title }) => title);
  };

  it.each([
    ['100 %', ['100 % of CPU']],
    ['%', ['100 % of CPU']],
    ['a_b', ['a_b']],
    ['\\', ['a\\b']],
    ['checkout', ['CHECKOUT']],
    ['Check', ['CHECKOUT']],
    ['ログ', ['ログ']],
    ['100', ['100 % of CPU', '100 bytes']],
  ])('finds %j as it stands there', async (text, found) => {
    expect(await find(text)).toEqual(found);
  });
});
