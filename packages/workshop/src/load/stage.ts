import type { JsonObject } from '@backstage/types';
import {
  startLoneBackend,
  type LoneBackend,
} from '../loneBackend/startLoneBackend';
import { services } from '../loneBackend/services';
import { startPostgres, type RunningPostgres } from '../postgres';
import { serviceCount } from './notification';
import { startDriver, type Driver, type Round } from './startDriver';

export const token = 'token-of-prometheus';

/** Where the load goes. */
export const paths = {
  empty: '/api/empty',
  intake: '/api/incidents/webhooks/prometheus',
} as const;

/** All that a measurement needs, on this machine alone. */
export interface Stage {
  postgres: RunningPostgres;
  backend: LoneBackend;
  driver: Driver;
  /** A round against the backend, by default over 32 connections. */
  round(
    path: string,
    rest: Pick<Round, 'seconds' | 'from'> & Partial<Round>,
  ): Round;
}

/** Sets a backend up with a PostgreSQL that writes to the disk as in production, and takes it down again. */
export async function onStage<T>(
  play: (stage: Stage) => Promise<T>,
  setting: { nodeArgs?: string[]; integrations?: JsonObject[] } = {},
): Promise<T> {
  const postgres = await startPostgres({ durable: true });
  const driver = startDriver();
  try {
    const backend = await startBackend(postgres, setting);
    const round: Stage['round'] = (path, rest) => ({
      ...{ url: backend.url, path, connections: 32 },
      authorization: `Bearer ${token}`,
      ...rest,
    });
    try {
      return await play({ postgres, backend, driver, round });
    } finally {
      await backend.stop();
    }
  } finally {
    driver.stop();
    await postgres.stop();
  }
}

function startBackend(
  postgres: RunningPostgres,
  {
    nodeArgs,
    integrations = [],
  }: { nodeArgs?: string[]; integrations?: JsonObject[] },
): Promise<LoneBackend> {
  const { host, port, user, password } = postgres;
  return startLoneBackend({
    database: { client: 'pg', connection: { host, port, user, password } },
    entities: services(serviceCount),
    incidents: {
      integrations: [
        { id: 'prometheus', source: 'alertmanager', token },
        ...integrations,
      ],
    },
    nodeArgs,
  });
}
