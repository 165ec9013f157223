import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader, type Config } from '@backstage/config';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
// Starts the plugin, as packages/backend does.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import incidentsPlugin from 'backstage-plugin-incidents-backend';
import alertSources from 'backstage-plugin-incidents-backend-module-alert-sources';
import { clockServiceRef } from 'backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { freePort } from '../freePort';
import { memoryDatabase } from './memoryDatabase';
import { createMovedClock, type MovedClock } from './movedClock';
import { createMovedTasks, type MovedTasks } from './movedTasks';

/** A backend of this process alone, in which it is whatever time it is told. */
export interface ReplayBackend {
  url: string;
  config: Config;
  clock: MovedClock;
  tasks: MovedTasks;
  stop(): Promise<void>;
}

/** Empty databases by the id of the plugin. */
export type ReplayDatabases = Record<string, Knex | undefined>;

/** On the loopback, and closed within itself: nobody else hears of what is replayed. */
function secluded(config: Config, port: number): Config {
  const baseUrl = `http://127.0.0.1:${port}`;
  const data: JsonObject = {
    backend: { baseUrl, listen: { host: '127.0.0.1', port } },
    events: { useEventBus: 'never' },
    permission: { enabled: false },
  };
  return ConfigReader.fromConfigs([
    { context: 'portal', data: config.get<JsonObject>() },
    { context: 'replay', data },
  ]);
}

/** What the caller gives no database for is thrown away. */
function databasesWith(given: ReplayDatabases) {
  const others: Knex[] = [];
  const factory = createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    factory({ plugin }) {
      const own = given[plugin.getId()];
      if (own) {
        return { getClient: async () => own };
      }
      const other = memoryDatabase();
      others.push(other);
      return { getClient: async () => other };
    },
  });
  return {
    factory,
    close: () => Promise.all(others.map(other => other.destroy())),
  };
}

/** Starts the real plugins on a free port, with the configuration of a portal. */
export async function startReplayBackend(options: {
  config: Config;
  databases: ReplayDatabases;
  start: Date;
}): Promise<ReplayBackend> {
  const port = await freePort();
  const config = secluded(options.config, port);
  const clock = createMovedClock(options.start);
  const tasks = createMovedTasks(clock);
  const databases = databasesWith(options.databases);

  const backend = createBackend();
  backend.add(catalogPlugin);
  backend.add(incidentsPlugin);
  backend.add(alertSources);
  backend.add(mockServices.rootConfig.factory({ data: config.get() }));
  backend.add(mockServices.rootLogger.factory({ level: 'error' }));
  // Lets the people of the examples act without signing in.
  backend.add(mockServices.auth.factory());
  backend.add(
    mockServices.httpAuth.factory({
      defaultCredentials: mockCredentials.none(),
    }),
  );
  backend.add(mockServices.userInfo.factory());
  backend.add(databases.factory);
  backend.add(tasks.factory);
  backend.add(
    createServiceFactory({
      service: clockServiceRef,
      deps: {},
      factory: () => clock,
    }),
  );
  backend.add(
    createServiceFactory({
      service: notificationService,
      deps: {},
      // Whoever was paged then was reached, and is not told again.
      factory: () => ({ send: async () => {} }),
    }),
  );
  await backend.start();

  return {
    url: `http://127.0.0.1:${port}`,
    ...{ config, clock, tasks },
    async stop() {
      await backend.stop();
      await databases.close();
    },
  };
}
