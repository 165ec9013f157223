import type { Knex } from 'knex';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { memoryDatabase } from './memoryDatabase';
import { isUntouched, type FilledPlugin, type Target } from './target';

/** The draft is held in memory, and the file appears by one rename. */
export function sqliteTarget(plugin: FilledPlugin, portal: Knex): Target {
  const { filename } = portal.client.config.connection;
  if (filename === ':memory:') {
    throw new Error(
      'The database of this portal is held in memory, where a replay would be lost',
    );
  }
  const file = resolve(filename);
  const draft = memoryDatabase();
  return {
    name: file,
    // Not even to look does an empty file appear.
    isEmpty: async () => !existsSync(file) || isUntouched(portal, plugin),
    draft: async () => draft,
    async finish() {
      await portal.destroy();
      const unfinished = `${file}.unfinished`;
      await rm(unfinished, { force: true });
      await draft.raw('VACUUM INTO ?', [unfinished]);
      await rename(unfinished, file);
    },
    async close() {
      await Promise.all([portal.destroy(), draft.destroy()]);
    },
  };
}
