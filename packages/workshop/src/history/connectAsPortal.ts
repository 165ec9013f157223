import { DatabaseManager } from '@backstage/backend-defaults/database';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader, type Config } from '@backstage/config';
import type { Knex } from 'knex';

function pointedTo(config: Config, pluginId: string, database: string) {
  const data = {
    backend: {
      database: { plugin: { [pluginId]: { connection: { database } } } },
    },
  };
  return ConfigReader.fromConfigs([
    { context: 'portal', data: config.get() },
    { context: 'replay', data },
  ]);
}

/**
 * The database of a plugin, as the portal itself finds it.
 *
 * @param database - another one of the same server, created where it is missing
 */
export async function connectAsPortal(
  config: Config,
  pluginId: string,
  database?: string,
): Promise<Knex> {
  const pointed = database ? pointedTo(config, pluginId, database) : config;
  return DatabaseManager.fromConfig(pointed)
    .forPlugin(pluginId, {
      logger: mockServices.rootLogger(),
      lifecycle: { addStartupHook() {}, addShutdownHook() {} },
    })
    .getClient();
}
