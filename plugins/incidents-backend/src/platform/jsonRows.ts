import type { Knex } from 'knex';
import { isPostgres, type Reader } from './database';

/**
 * Rows of texts to join with, called `name`: one binding, however many there are.
 */
export function jsonRows(
  reader: Reader,
  name: string,
  rows: { columns: string[]; values: Array<Record<string, string>> },
): Knex.Raw {
  const { columns, values } = rows;
  const json = JSON.stringify(values);
  if (isPostgres(reader)) {
    const types = columns.map(() => '?? text').join(', ');
    return reader.raw(`json_to_recordset(?::json) AS ??(${types})`, [
      ...[json, name],
      ...columns,
    ]);
  }
  const picks = columns.map(() => '? AS ??').join(', ');
  return reader.raw(`(SELECT ${picks} FROM json_each(?)) AS ??`, [
    ...columns.flatMap(column => [
      reader.raw('json_extract(value, ?)', [`$.${column}`]),
      column,
    ]),
    ...[json, name],
  ]);
}
