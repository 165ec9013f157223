import type { Knex } from 'knex';

/** Plugins that a replay fills. */
export type FilledPlugin = 'incidents' | 'catalog';

/**
 * Where a portal keeps what a plugin knows.
 *
 * A replay is never written into that place: it goes into a draft, and the
 * finished draft takes the place in one step. Whatever ends the replay before,
 * the place is as empty as it was and the next start begins anew, without
 * having to tell a half-filled database from a full one.
 */
export interface Target {
  /** As a person would find it. */
  name: string;
  /** Nothing was recorded there yet. */
  isEmpty(): Promise<boolean>;
  /** An empty database, to be replayed into. */
  draft(): Promise<Knex>;
  /** Puts the draft in place. */
  finish(): Promise<void>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** What a portal may have received that must not be lost. */
const records: Record<FilledPlugin, string[]> = {
  incidents: [
    'incidents_incidents',
    'incidents_alerts',
    'incidents_dead_letters',
  ],
  catalog: ['refresh_state'],
};

/** Whether a plugin has written nothing into its database, if it was there at all. */
export async function isUntouched(
  database: Knex,
  plugin: FilledPlugin,
): Promise<boolean> {
  for (const table of records[plugin]) {
    if (
      (await database.schema.hasTable(table)) &&
      (await database(table).first(database.raw('1')))
    ) {
      return false;
    }
  }
  return true;
}
