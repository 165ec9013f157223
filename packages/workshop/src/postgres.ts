import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort';
import { postgresBinaries } from './postgresBinaries';

/** How a PostgreSQL is to be run. */
export interface PostgresOptions {
  /**
   * Writes reach the disk before a commit is answered, as in production. Off
   * for tests, which are faster without and lose nothing that matters.
   */
  durable?: boolean;
}

/** A running PostgreSQL of this process alone. */
export interface RunningPostgres {
  /** Leads to the database `postgres` as its superuser. */
  connectionString: string;
  host: string;
  port: number;
  user: string;
  password: string;
  /** Stops the server, and starts it again on the same files after so many milliseconds. */
  restart(after: number): Promise<void>;
  /** Stops the server and deletes what it stored. */
  stop(): Promise<void>;
}

interface Owner {
  uid?: number;
  gid?: number;
}

const host = '127.0.0.1';
const user = 'postgres';

/** PostgreSQL refuses to run as root, so root runs it as somebody harmless. */
function harmlessUser(): Owner {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function settingsOf(options: PostgresOptions, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: host,
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '500',
    shared_buffers: '256MB',
    ...(options.durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
}

function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let log = '';
    server.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-4000);
      if (log.includes('ready to accept connections')) {
        ready();
      }
    });
    server.once('error', failed);
    server.once('exit', () =>
      failed(new Error(`PostgreSQL did not start:\n${log}`)),
    );
  });
}

/** Starts an empty PostgreSQL on a free port of the loopback, in a temporary folder. */
export async function startPostgres(
  options: PostgresOptions = {},
): Promise<RunningPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'incidents-postgres-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const server = await launch(directory, options);
    return { ...server, stop: () => server.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function launch(
  directory: string,
  options: PostgresOptions,
): Promise<RunningPostgres> {
  const owner = harmlessUser();
  const password = randomBytes(12).toString('hex');
  const cluster = join(directory, 'cluster');
  const passwordFile = join(directory, 'password');
  await chmod(directory, 0o755);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await mkdir(cluster, { mode: 0o700 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    await chown(passwordFile, owner.uid, owner.gid);
    await chown(cluster, owner.uid, owner.gid);
  }

  const bin = join(await postgresBinaries(directory), 'bin');
  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${cluster}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorts and folds the same on every machine, installed locales or not.
      '--no-locale',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.durable ? [] : ['--no-sync']),
    ],
    { ...owner, stdio: 'pipe' },
  );

  const port = await freePort();
  const start = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', cluster, ...settingsOf(options, port)],
      { ...owner, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  let server = start();
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
  const shutDown = () => server.kill('SIGINT');
  process.once('exit', shutDown);
  await whenReady(server);

  return {
    connectionString: `postgresql://${user}:${password}@${host}:${port}/postgres`,
    host,
    port,
    user,
    password,
    async restart(after) {
      await end(server, shutDown);
      await sleep(after);
      server = start();
      await whenReady(server);
    },
    async stop() {
      process.off('exit', shutDown);
      await end(server, shutDown);
    },
  };
}

async function end(server: ChildProcess, shutDown: () => void): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise(resolve => server.once('exit', resolve));
  shutDown();
  await ended;
}
