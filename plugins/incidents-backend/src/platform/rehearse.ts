import type { Database, Tx } from './database';

/** Carries an answer out of a transaction that is undone. */
class Undone extends Error {
  override name = 'Undone';

  constructor(readonly answer: unknown) {
    super('nothing was meant to be kept');
  }
}

/** Runs `work` in one transaction, and undoes whatever it wrote. What waits for its commit never happens. */
export async function rehearse<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await database.write<T>(async tx => {
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer as T;
    throw error;
  }
}
