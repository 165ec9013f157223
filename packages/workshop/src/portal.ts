import type { JsonObject } from '@backstage/types';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort';
import type { RunningPostgres } from './postgres';
import { inRepository } from './repository';
import { unpackPortal } from './unpackPortal';

/** What a portal is started with; everything has a default. */
export interface PortalOptions {
  /** A free one by default. */
  port?: number;
  /** Where databases and configuration lie: a temporary folder by default, deleted when the portal stops. */
  dataDir?: string;
  /** SQLite in files of `dataDir` by default. Portals on one PostgreSQL share their data. */
  database?:
    | 'sqlite'
    | Pick<RunningPostgres, 'host' | 'port' | 'user' | 'password'>;
  /** Read after everything else. */
  config?: JsonObject;
  /** What `yarn build` made, or the sources; the build by default. */
  from?: 'build' | 'source';
  /** Runs before the backend starts, with the same configuration. */
  prepare?: (configArgs: string[]) => Promise<void>;
  /** What its clock says when it starts; the real time by default. */
  startsAt?: Date;
  /** Receives what the backend prints, line by line or in larger pieces. */
  onLog?: (text: string) => void;
}

/** A portal of its own, in a process of its own. */
export interface RunningPortal {
  url: string;
  dataDir: string;
  /** `--config` arguments that give another process the same configuration. */
  configArgs: string[];
  /** Asks the backend to end, waits for it, and cleans up. */
  stop(): Promise<void>;
  /** Ends the backend in the middle of whatever it does, as a power cut would. */
  kill(): Promise<void>;
}

const patience = { attempts: 600, pauseMs: 100 };
const farewellMs = 10_000;

function databaseConfig(
  database: PortalOptions['database'],
  dataDir: string,
): JsonObject {
  if (!database || database === 'sqlite') {
    return {
      client: 'better-sqlite3',
      connection: { directory: join(dataDir, 'databases') },
    };
  }
  const { host, port, user, password } = database;
  return { client: 'pg', connection: { host, port, user, password } };
}

async function writeConfig(
  options: PortalOptions,
  url: string,
  dataDir: string,
): Promise<string[]> {
  await mkdir(dataDir, { recursive: true });
  const own = join(dataDir, 'portal.yaml');
  const { port } = new URL(url);
  const placed: JsonObject = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: Number(port) },
      cors: { origin: url },
      database: databaseConfig(options.database, dataDir),
    },
  };
  await writeFile(own, JSON.stringify(placed, undefined, 2));
  const files = [
    inRepository('app-config.yaml'),
    inRepository('app-config.e2e.yaml'),
    own,
  ];
  if (options.config) {
    const asked = join(dataDir, 'asked.yaml');
    await writeFile(asked, JSON.stringify(options.config, undefined, 2));
    files.push(asked);
  }
  return files.flatMap(file => ['--config', file]);
}

async function launch(
  options: PortalOptions,
  configArgs: string[],
): Promise<ChildProcess> {
  const { from = 'build', startsAt } = options;
  const script =
    from === 'build'
      ? [await unpackPortal()]
      : [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          inRepository('packages/backend/src/index.ts'),
        ];
  const clock = startsAt
    ? ['--require', inRepository('packages/workshop/bin/movedDate.cjs')]
    : [];
  return spawn(process.execPath, [...clock, ...script, ...configArgs], {
    // Paths of app-config.yaml are relative to this folder.
    cwd: inRepository('packages/backend'),
    env: {
      ...process.env,
      NODE_ENV: from === 'build' ? 'production' : 'development',
      NODE_OPTIONS: '',
      ...(startsAt && { PORTAL_STARTS_AT: startsAt.toISOString() }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function whenReady(url: string, backend: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    if (backend.exitCode !== null) {
      throw new Error(`The backend ended with code ${backend.exitCode}`);
    }
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      return;
    }
    await sleep(patience.pauseMs);
  }
  throw new Error(`Nothing answers at ${url}`);
}

/**
 * A guest who is not in the catalog yet owns nothing, which would last as long
 * as the session: waits until the catalog has read who the guest is.
 */
async function whenGuestIsKnown(url: string): Promise<void> {
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    const answer = await fetch(`${url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    if (!answer.ok) {
      return;
    }
    const { backstageIdentity } = await answer.json();
    if (backstageIdentity.identity.ownershipEntityRefs.length > 1) {
      return;
    }
    await sleep(patience.pauseMs);
  }
}

/** Ends a process, by force when it lingers, and comes back when it is gone. */
async function end(backend: ChildProcess, signal: NodeJS.Signals) {
  if (backend.exitCode !== null || backend.signalCode !== null) {
    return;
  }
  const gone = new Promise(resolve => backend.once('exit', resolve));
  backend.kill(signal);
  const insist = setTimeout(() => backend.kill('SIGKILL'), farewellMs);
  await gone;
  clearTimeout(insist);
}

/** Starts a whole portal, app and backend on one address of the loopback. */
export async function startPortal(
  options: PortalOptions = {},
): Promise<RunningPortal> {
  const url = `http://localhost:${options.port ?? (await freePort())}`;
  const dataDir =
    options.dataDir ?? (await mkdtemp(join(tmpdir(), 'incidents-portal-')));
  const cleanUp = async () => {
    if (!options.dataDir) {
      await rm(dataDir, { recursive: true, force: true });
    }
  };

  const configArgs = await writeConfig(options, url, dataDir);
  await options.prepare?.(configArgs);
  const backend = await launch(options, configArgs);
  let log = '';
  const onLog = (text: string) => {
    log = (log + text).slice(-4000);
    options.onLog?.(text);
  };
  backend.stdout!.setEncoding('utf8').on('data', onLog);
  backend.stderr!.setEncoding('utf8').on('data', onLog);
  const endWithUs = () => backend.kill('SIGKILL');
  process.once('exit', endWithUs);

  const finish = async (signal: NodeJS.Signals) => {
    await end(backend, signal);
    process.off('exit', endWithUs);
    await cleanUp();
  };
  try {
    await whenReady(url, backend);
    await whenGuestIsKnown(url);
  } catch (error) {
    await finish('SIGKILL');
    throw new Error(`The portal did not start: ${error}\n${log}`);
  }
  return {
    url,
    dataDir,
    configArgs,
    stop: () => finish('SIGTERM'),
    kill: () => end(backend, 'SIGKILL'),
  };
}
