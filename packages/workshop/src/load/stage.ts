import type { JsonObject } from '@backstage/types';
import {
  startLoneBackend,
  type LoneBackend,
} from '../loneBackend/startLoneBackend';
import { services, servicesInSystems } from '../loneBackend/services';
import { startPostgres, type RunningPostgres } from '../postgres';
import { serviceCount } from './notification';
import { systemSize } from './questions';
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

/** Two backends, each with a database of its own in one PostgreSQL, so that what disturbs one disturbs the other. */
export interface Pair {
  postgres: RunningPostgres;
  driver: Driver;
  backends: [LoneBackend, LoneBackend];
  databases: [string, string];
}

/** Sets a backend up with a PostgreSQL that writes to the disk as in production, and takes it down again. */
export async function onStage<T>(
  play: (stage: Stage) => Promise<T>,
  setting: { nodeArgs?: string[]; integrations?: JsonObject[] } = {},
): Promise<T> {
  return withPostgres(async (postgres, driver) => {
    const backend = await startBackend(postgres, setting);
    try {
      return await play({
        ...{ postgres, backend, driver },
        round: (path, rest) => roundAt(backend, path, rest),
      });
    } finally {
      await backend.stop();
    }
  });
}

/** Sets two backends up side by side. */
export async function onPairOfStages<T>(
  play: (pair: Pair) => Promise<T>,
): Promise<T> {
  const prefixes = ['first_', 'second_'];
  return withPostgres(async (postgres, driver) => {
    const backends: LoneBackend[] = [];
    try {
      for (const prefix of prefixes) {
        backends.push(await startBackend(postgres, { prefix }));
      }
      return await play({
        ...{ postgres, driver },
        backends: backends as Pair['backends'],
        databases: prefixes.map(
          prefix => `${prefix}incidents`,
        ) as Pair['databases'],
      });
    } finally {
      for (const backend of backends) await backend.stop();
    }
  });
}

/** A round against a backend, over 32 connections when not said otherwise. */
export function roundAt(
  { url }: LoneBackend,
  path: string,
  rest: Pick<Round, 'seconds' | 'from'> & Partial<Round>,
): Round {
  return {
    ...{ url, path, connections: 32 },
    authorization: `Bearer ${token}`,
    ...rest,
  };
}

async function withPostgres<T>(
  play: (postgres: RunningPostgres, driver: Driver) => Promise<T>,
): Promise<T> {
  const postgres = await startPostgres({ durable: true });
  const driver = startDriver();
  try {
    return await play(postgres, driver);
  } finally {
    driver.stop();
    await postgres.stop();
  }
}

function startBackend(
  postgres: RunningPostgres,
  {
    nodeArgs,
    prefix,
    integrations = [],
  }: { nodeArgs?: string[]; prefix?: string; integrations?: JsonObject[] },
): Promise<LoneBackend> {
  const { host, port, user, password } = postgres;
  return startLoneBackend({
    database: {
      ...{ client: 'pg', connection: { host, port, user, password } },
      ...(prefix && { prefix }),
    },
    entities: prefix
      ? servicesInSystems(serviceCount, systemSize)
      : services(serviceCount),
    incidents: {
      integrations: [
        { id: 'prometheus', source: 'alertmanager', token },
        ...integrations,
      ],
    },
    nodeArgs,
  });
}
