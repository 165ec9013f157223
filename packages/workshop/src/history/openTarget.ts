import type { Config } from '@backstage/config';
import { connectAsPortal } from './connectAsPortal';
import { postgresTarget } from './postgresTarget';
import { sqliteTarget } from './sqliteTarget';
import type { FilledPlugin, Target } from './target';

/**
 * Where the portal with this configuration keeps what a plugin knows.
 *
 * @throws Error when nothing can be put there.
 */
export async function openTarget(
  config: Config,
  plugin: FilledPlugin,
): Promise<Target> {
  const division = config.getOptionalString(
    'backend.database.pluginDivisionMode',
  );
  if (division && division !== 'database') {
    throw new Error(
      `The replay needs a database for each plugin, and backend.database.pluginDivisionMode is ${division}`,
    );
  }
  const portal = await connectAsPortal(config, plugin);
  return portal.client.config.client === 'pg'
    ? postgresTarget(config, plugin, portal)
    : sqliteTarget(plugin, portal);
}
