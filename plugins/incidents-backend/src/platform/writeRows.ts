import type { Knex } from 'knex';
import { chunksOf } from './chunksOf';
import { isPostgres, WriteConflict, type Reader, type Tx } from './database';
import { prepared, type Binding } from './prepared';

/** Rows for one table, all with the same columns. */
export type RowWrite = {
  table: string;
  rows: object[];
  /**
   * For rows that are there already: by which column they are found, and what of them stays as it is. Their `version` is one more
   * than the one that was read. Without it all rows are new.
   */
  replace?: { key: string; except?: string[] };
  /** Of new rows, a column of bytes, one for each row in their order: they go beside the JSON as they are, neither escaped nor parsed. */
  bytes?: { column: string; values: Array<Buffer | undefined> };
  /**
   * For rows that are there already and of which nothing is decided anew: `add` is added to numbers, `set` is put in place, and what
   * is in `unless` must still be as it was read. Writers who only count the same thing then need not know of each other.
   */
  grow?: { key: string; add: string[]; set: string[]; unless: string[] };
};

/**
 * Writes rows of several tables, none of which refers to another: on PostgreSQL in one statement, with the rows as JSON. A
 * statement per table and a binding per value would take both sides longer than the writing.
 *
 * @throws WriteConflict when a row has changed since it was read.
 */
export async function writeRows(tx: Tx, writes: RowWrite[]): Promise<void> {
  const wanted = writes.filter(({ rows }) => rows.length > 0);
  if (wanted.length === 0) return;
  const written = isPostgres(tx)
    ? await writeTogether(tx, wanted)
    : await writeInTurn(tx, wanted);
  if (written < countOf(wanted)) {
    throw new WriteConflict('a row was changed by another writer');
  }
}

/**
 * As {@link writeRows}, on PostgreSQL and without a transaction: all of it or nothing, in one journey to the database.
 *
 * @throws an error of which `isConflict` is true, when a row has changed since it was read or is there already.
 */
export async function writeAtOnce(
  reader: Reader,
  writes: RowWrite[],
): Promise<void> {
  const wanted = writes.filter(({ rows }) => rows.length > 0);
  if (wanted.length === 0) return;
  const { ctes, written, bindings } = togetherOf(wanted);
  await prepared(
    reader,
    // To divide by zero is the only way in which plain SQL can give up.
    `${ctes} SELECT 1 / (CASE WHEN ${written} = ?::int THEN 1 ELSE 0 END)`,
    [...bindings, countOf(wanted)],
  );
}

async function writeTogether(tx: Tx, writes: RowWrite[]): Promise<number> {
  const { ctes, written, bindings } = togetherOf(writes);
  const { rows } = await prepared(
    tx,
    `${ctes} SELECT ${written} AS written`,
    bindings,
  );
  return Number(rows[0].written);
}

/** One statement, and what is to be bound to it. */
function togetherOf(all: RowWrite[]) {
  const writes = lastWhatGrows(all);
  const parts = writes.map(
    (write, i) =>
      `w${i} AS (${write.grow ? growthOf(write) : insertOf(write)})`,
  );
  const counts = writes.map((_, i) => `(SELECT count(*) FROM w${i})`);
  return {
    ctes: `WITH ${parts.join(', ')}`,
    written: counts.join(' + '),
    bindings: writes.flatMap(bindingsOf),
  };
}

/** PostgreSQL takes them in this order, and whoever counts the same rows waits for no more than what is left then. */
function lastWhatGrows(writes: RowWrite[]): RowWrite[] {
  const grows = ({ grow }: RowWrite) => grow !== undefined;
  return [...writes.filter(write => !grows(write)), ...writes.filter(grows)];
}

function countOf(writes: RowWrite[]): number {
  return writes.reduce((sum, { rows }) => sum + rows.length, 0);
}

function insertOf({ table, rows, replace, bytes }: RowWrite): string {
  const columns = Object.keys(rows[0]);
  const list = columns.join(', ');
  if (bytes) {
    // Of each row: where in all of the bytes its own begin, and how many they are.
    const own =
      'substring(all_bytes FROM spans[2 * ordinality - 1] FOR spans[2 * ordinality])';
    return `INSERT INTO ${table} (${list}, ${
      bytes.column
    }) SELECT ${list}, ${own} FROM ${given(
      table,
    )} WITH ORDINALITY, (SELECT ?::bytea AS all_bytes, ?::int[] AS spans) AS beside RETURNING 1`;
  }
  const insert = `INSERT INTO ${table} (${list}) ${selectOf(table, list)}`;
  if (!replace) return `${insert} RETURNING 1`;
  const sets = replaced(columns, replace).map(
    name => `${name} = excluded.${name}`,
  );
  return `${insert} ON CONFLICT (${replace.key}) DO UPDATE SET ${sets.join(
    ', ',
  )} WHERE ${isNext(table)} RETURNING 1`;
}

/** With a `version` that is one more than whatever it is by then. */
function growthOf({ table, rows, grow }: RowWrite): string {
  const { key, add, set, unless } = grow!;
  const sets = [
    ...add.map(name => `${name} = kept.${name} + more.${name}`),
    ...set.map(name => `${name} = more.${name}`),
    'version = kept.version + 1',
  ];
  const same = [key, ...unless].map(name => `kept.${name} = more.${name}`);
  // Without the limit PostgreSQL thinks of a hundred rows at least, and reads a whole table of some thousands to find a few of them.
  const list = Object.keys(rows[0]).join(', ');
  const more = `${selectOf(table, list)} LIMIT ?::int`;
  return `UPDATE ${table} kept SET ${sets.join(
    ', ',
  )} FROM (${more}) more WHERE ${same.join(' AND ')} RETURNING 1`;
}

function selectOf(table: string, list: string): string {
  return `SELECT ${list} FROM ${given(table)}`;
}

function given(table: string): string {
  return `json_populate_recordset(null::${table}, ?)`;
}

function replaced(
  columns: string[],
  { key, except = [] }: { key: string; except?: string[] },
): string[] {
  return columns.filter(name => name !== key && !except.includes(name));
}

/** The guard against lost updates. */
function isNext(table: string): string {
  return `${table}.version = excluded.version - 1`;
}

function bindingsOf({ rows, grow, bytes }: RowWrite): Binding[] {
  const json = toJson(rows);
  if (grow) return [json, rows.length];
  if (!bytes) return [json];
  const some = bytes.values.filter(value => value !== undefined);
  return [json, Buffer.concat(some), spansOf(bytes.values)];
}

/** Where each value begins, counted from 1, and how long it is, as an array of PostgreSQL. */
function spansOf(values: Array<Buffer | undefined>): string {
  let next = 1;
  const spans = values.map(value => {
    if (!value) return 'NULL,NULL';
    const begin = next;
    next += value.length;
    return `${begin},${value.length}`;
  });
  return `{${spans.join(',')}}`;
}

/** Half of a character: JSON can write it, and PostgreSQL refuses it. */
const loneSurrogates = /\p{Surrogate}/gu;

function toJson(rows: object[]): string {
  const json = JSON.stringify(rows);
  // Only halves of characters are written like this, or somebody who writes about them.
  if (!json.includes('\\ud')) return json;
  return JSON.stringify(rows, (_, value) =>
    typeof value === 'string' ? value.replace(loneSurrogates, '\uFFFD') : value,
  );
}

async function writeInTurn(tx: Tx, writes: RowWrite[]): Promise<number> {
  let written = 0;
  for (const write of writes) {
    if (write.grow) {
      for (const row of write.rows) written += await growRow(tx, write, row);
      continue;
    }
    const { table, rows, replace } = write;
    for (const chunk of chunksOf(withBytes(write))) {
      const insert = tx(table).insert(chunk);
      if (replace) {
        const columns = replaced(Object.keys(rows[0]), replace);
        insert.onConflict(replace.key).merge(columns).whereRaw(isNext(table));
      }
      written += (await insert.returning(Object.keys(chunk[0])[0])).length;
    }
  }
  return written;
}

function withBytes({ rows, bytes }: RowWrite): object[] {
  if (!bytes) return rows;
  const { column, values } = bytes;
  return rows.map((row, i) => ({ ...row, [column]: values[i] ?? null }));
}

function growRow(
  tx: Tx,
  { table, grow }: RowWrite,
  row: object,
): PromiseLike<number> {
  const { key, add, set, unless } = grow!;
  const by: Record<string, Knex.Value> = { ...row, version: 1 };
  const valuesOf = (names: string[]) => names.map(name => [name, by[name]]);
  const counted = [...add, 'version'].map(name => [
    name,
    tx.raw('?? + ?', [name, by[name]]),
  ]);
  return tx(table)
    .where(Object.fromEntries(valuesOf([key, ...unless])))
    .update(Object.fromEntries([...valuesOf(set), ...counted]));
}
