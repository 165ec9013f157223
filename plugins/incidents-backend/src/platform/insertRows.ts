import type { Knex } from 'knex';
import { isPostgres, type Tx } from './database';

/** Half of a character: JSON can write it, and PostgreSQL refuses it. */
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Begins an insert of rows, which all have the columns of the first. PostgreSQL gets them as one JSON text: with a binding for
 * each value, both sides would take longer to read the statement than to write the rows.
 */
export function insertRows(
  tx: Tx,
  table: string,
  rows: object[],
): Knex.QueryBuilder {
  if (!isPostgres(tx)) return tx(table).insert(rows);
  const columns = Object.keys(rows[0]);
  const names = columns.map(() => '??').join(', ');
  return tx(tx.raw(`?? (${names})`, [table, ...columns])).insert(
    tx
      .select(columns)
      .from(
        tx.raw('json_populate_recordset(null::??, ?)', [table, toJson(rows)]),
      ),
  );
}

function toJson(rows: object[]): string {
  return JSON.stringify(rows, (_, value) =>
    typeof value === 'string' ? value.replace(loneSurrogates, '\uFFFD') : value,
  );
}
