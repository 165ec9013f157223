import type { Knex } from 'knex';

/** A connection inside a transaction: what a store needs to write. */
export type Tx = Knex.Transaction;

/** What a store needs to read, inside a transaction or out of one. */
export type Reader = Knex;

/** Somebody else wrote the same row first; the whole transaction is done again. */
export class WriteConflict extends Error {
  override name = 'WriteConflict';
}

const pendingCallbacks = new WeakMap<Tx, Array<() => void>>();

/**
 * Runs something once what `tx` writes is committed, never when it is rolled back. It must not throw; what it does is lost when
 * the process dies first, so there must be a sweep that finds it.
 */
export function afterCommit(tx: Tx, callback: () => void): void {
  pendingCallbacks.set(tx, [...(pendingCallbacks.get(tx) ?? []), callback]);
}

export interface Database {
  readonly read: Reader;
  /**
   * Runs `work` in one transaction, again when another writer was faster. `work` must therefore leave nothing behind
   * but what it wrote through `tx`.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

const maxAttempts = 12;

export function isPostgres(reader: Reader): boolean {
  return reader.client.config.client === 'pg';
}

/** Whether rows that are read can be held against other writers: on PostgreSQL inside a transaction. On SQLite writers take turns. */
export function canHold(reader: Reader): boolean {
  return Boolean(reader.isTransaction) && isPostgres(reader);
}

export function createDatabase(knex: Knex): Database {
  keepToItself(knex);
  return {
    read: knex,
    async write(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await attemptWrite(knex, work);
        } catch (error) {
          if (attempt >= maxAttempts || !isConflict(error)) throw error;
          await pause(Math.random() * 4 * attempt);
        }
      }
    },
  };
}

/**
 * Errors of the database reach the log, and by default they carry what was to be written: payloads of monitors, which may hold
 * secrets. The statement stays, without its values.
 */
function keepToItself(knex: Knex): void {
  knex.client.config.compileSqlOnError = false;
  knex.client.on(
    'query-error',
    (error: { detail?: string; where?: string }) => {
      delete error.detail;
      delete error.where;
    },
  );
}

async function attemptWrite<T>(
  knex: Knex,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let callbacks: Array<() => void> = [];
  const result = await knex.transaction(async tx => {
    const worked = await work(tx);
    callbacks = pendingCallbacks.get(tx) ?? [];
    return worked;
  });
  for (const callback of callbacks) callback();
  return result;
}

// PostgreSQL: serialization failure, deadlock, unique violation, and the division by zero of `writeAtOnce`. SQLite: busy, unique
// violation.
const conflictCodes = new Set([
  '22012',
  '40001',
  '40P01',
  '23505',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/** True for errors of two writers that met: one of them is to try again. */
export function isConflict(error: unknown): boolean {
  if (error instanceof WriteConflict) return true;
  return conflictCodes.has(String((error as { code?: unknown }).code));
}

/**
 * True for errors that speak of the connection or the server, not of what was written: the same write may succeed later.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, name, message } = error as {
    code?: unknown;
    name?: string;
    message?: string;
  };
  const text = String(code ?? '');
  return (
    /^(08|53|57P|58)/.test(text) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|SQLITE_(FULL|IOERR|BUSY|CANTOPEN|READONLY))/.test(
      text,
    ) ||
    name === 'KnexTimeoutError' ||
    /connection (terminated|ended)|Client has encountered a connection error|Unable to acquire a connection/i.test(
      message ?? '',
    )
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
