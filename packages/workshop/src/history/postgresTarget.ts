import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import { connectAsPortal } from './connectAsPortal';
import { isUntouched, type FilledPlugin, type Target } from './target';

async function nameOf(database: Knex): Promise<string> {
  const { rows } = await database.raw('SELECT current_database() AS name');
  return rows[0].name;
}

/** Databases cannot be dropped or renamed from within. */
async function fromOutside(
  config: Config,
  plugin: FilledPlugin,
  work: (admin: Knex) => Promise<void>,
): Promise<void> {
  const admin = await connectAsPortal(config, plugin, 'postgres');
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}

/** The draft is a database beside the portal's, which is then renamed. */
export async function postgresTarget(
  config: Config,
  plugin: FilledPlugin,
  portal: Knex,
): Promise<Target> {
  const name = await nameOf(portal);
  const unfinished = `${name}_unfinished`;
  let draft: Knex | undefined;
  const close = async () => {
    await Promise.all([portal.destroy(), draft?.destroy()]);
  };
  return {
    name: `the database ${name}`,
    isEmpty: () => isUntouched(portal, plugin),
    async draft() {
      await fromOutside(config, plugin, admin =>
        admin.raw('DROP DATABASE IF EXISTS ??', [unfinished]),
      );
      draft = await connectAsPortal(config, plugin, unfinished);
      return draft;
    },
    async finish() {
      await close();
      await fromOutside(config, plugin, async admin => {
        await admin.raw('DROP DATABASE ??', [name]);
        await admin.raw('ALTER DATABASE ?? RENAME TO ??', [unfinished, name]);
      });
    },
    close,
  };
}
