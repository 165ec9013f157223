import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  createIncidentsClient,
  type IncidentsApi,
} from 'backstage-plugin-incidents-common';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../freePort';
import { inRepository } from '../repository';

/** What a backend is started with. */
export interface LoneBackendOptions {
  /** `backend.database`. Backends with the same one are replicas. */
  database: JsonObject;
  /** The whole catalog. */
  entities: Entity[];
  /** `incidents` */
  incidents: JsonObject;
  /** Arguments for Node.js, such as `--cpu-prof`. */
  nodeArgs?: string[];
}

/** A backend with the incidents plugin alone, in a process of its own. */
export interface LoneBackend {
  url: string;
  api: IncidentsApi;
  /** Of its process. */
  pid: number;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does, as a power cut would. */
  kill(): Promise<void>;
}

const patience = { attempts: 600, pauseMs: 100 };
/** In each line about a request, of which there are too many to learn from. */
const requestLog = 'incomingRequest';
const bootFailure = 'Backend startup failed';
const token = 'token-of-another-service';

function configOf(options: LoneBackendOptions, url: string): JsonObject {
  const { port } = new URL(url);
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: Number(port) },
      database: options.database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'workshop' } },
        ],
      },
    },
    incidents: options.incidents,
    workshop: { entities: options.entities as unknown as JsonObject[] },
  };
}

function launch(configFile: string, nodeArgs: string[]): ChildProcess {
  return spawn(
    process.execPath,
    [
      ...nodeArgs,
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      inRepository('packages/workshop/src/loneBackend/entry.ts'),
      '--config',
      configFile,
    ],
    {
      cwd: inRepository('packages/workshop'),
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Comes back when it serves, and fails with its last words when it never will. */
async function whenReady(url: string, backend: ChildProcess): Promise<void> {
  let words = '';
  const listen = (text: string) => {
    const lines = text.split('\n').filter(line => !line.includes(requestLog));
    words = (words + lines.join('\n')).slice(-4_000);
  };
  const outputs = [backend.stdout!, backend.stderr!];
  for (const output of outputs) output.setEncoding('utf8').on('data', listen);
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      for (const output of outputs) output.off('data', listen).resume();
      return;
    }
    // Backstage stays up, and unready, when a plugin could not start.
    const failed = backend.exitCode !== null || words.includes(bootFailure);
    if (failed) break;
    await sleep(patience.pauseMs);
  }
  throw new Error(`The backend at ${url} did not start:\n${words}`);
}

async function end(backend: ChildProcess, signal: NodeJS.Signals) {
  if (backend.exitCode !== null || backend.signalCode !== null) return;
  const gone = new Promise(resolve => backend.once('exit', resolve));
  backend.kill(signal);
  await gone;
}

/** Asks as another service of the portal would. */
function clientOf(url: string): IncidentsApi {
  const Authorization = `Bearer ${token}`;
  return createIncidentsClient({
    discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
    fetchApi: {
      fetch: (address, init) =>
        fetch(address, {
          ...init,
          headers: { ...init?.headers, Authorization },
        }),
    },
  });
}

/** Starts the incidents plugin from its sources, on a free port of the loopback. */
export async function startLoneBackend(
  options: LoneBackendOptions,
): Promise<LoneBackend> {
  const directory = await mkdtemp(join(tmpdir(), 'incidents-backend-'));
  const configFile = join(directory, 'config.yaml');
  const url = `http://127.0.0.1:${await freePort()}`;
  await writeFile(configFile, JSON.stringify(configOf(options, url)));
  const backend = launch(configFile, options.nodeArgs ?? []);
  const endWithUs = () => backend.kill('SIGKILL');
  process.once('exit', endWithUs);

  const finish = async (signal: NodeJS.Signals) => {
    await end(backend, signal);
    process.off('exit', endWithUs);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await whenReady(url, backend);
  } catch (error) {
    await finish('SIGKILL');
    throw error;
  }
  return {
    url,
    api: clientOf(url),
    pid: backend.pid!,
    stop: () => finish('SIGTERM'),
    kill: () => finish('SIGKILL'),
  };
}
