import type { Knex } from 'knex';
import { isPostgres, type Reader } from './database';

/** PostgreSQL returns dates, SQLite the milliseconds that knex wrote. */
export type StoredDate = Date | number | string;

export function toInstant(stored: StoredDate): string {
  return new Date(stored).toISOString();
}

export function toOptionalInstant(
  stored: StoredDate | null | undefined,
): string | undefined {
  return stored === null || stored === undefined
    ? undefined
    : toInstant(stored);
}

export function toOptionalDate(instant: string | undefined): Date | null {
  return instant === undefined ? null : new Date(instant);
}

/** A column of SQL: on which day in UTC it was, counted from 1970. */
export function utcDay(reader: Reader, column: string): Knex.Raw {
  return isPostgres(reader)
    ? reader.raw('floor(extract(epoch FROM ??) / 86400)::int', [column])
    : reader.raw('?? / 86400000', [column]);
}

/** Drops the keys whose value is `undefined` or `null`, so that answers carry no empty fields. */
export function withoutEmpty<T extends object>(record: T): T {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  ) as T;
}

/** `%` and `_` stand for themselves in a search for text; use with `ESCAPE '\\'`. */
export function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
