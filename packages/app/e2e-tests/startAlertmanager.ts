import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where Debian's package puts it. */
export const alertmanagerBinary =
  process.env.ALERTMANAGER ?? '/usr/bin/prometheus-alertmanager';

/** An alert as Prometheus hands it to Alertmanager. */
export interface PostedAlert {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  generatorURL?: string;
  startsAt?: string;
  /** In the past when the alert is over. */
  endsAt?: string;
}

/** A real Alertmanager on a port of its own. */
export interface RunningAlertmanager {
  url: string;
  /** Comes back when Alertmanager has accepted the alert. */
  post(alert: PostedAlert): Promise<void>;
  stop(): Promise<void>;
}

/** Alertmanager says itself which free port it took. */
const listening = /msg="Listening on" address=(\S+)/;

/** Starts Alertmanager on the loopback, without peers. */
export async function startAlertmanager(
  configuration: string,
): Promise<RunningAlertmanager> {
  const folder = await mkdtemp(join(tmpdir(), 'alertmanager-'));
  const file = join(folder, 'alertmanager.yml');
  await writeFile(file, configuration);
  const child = spawn(
    alertmanagerBinary,
    [
      `--config.file=${file}`,
      `--storage.path=${join(folder, 'data')}`,
      '--web.listen-address=127.0.0.1:0',
      '--cluster.listen-address=',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  const log: string[] = [];
  const address = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stderr }).on('line', line => {
      log.push(line);
      const match = listening.exec(line);
      if (match) found(match[1]);
    });
    ended.then(() =>
      failed(new Error(`Alertmanager did not start:\n${log.join('\n')}`)),
    );
  });

  const url = `http://${address}`;
  return {
    ...{ url, stop },
    async post(alert) {
      const answer = await fetch(`${url}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([alert]),
      });
      if (!answer.ok) {
        throw new Error(`Alertmanager refused: ${await answer.text()}`);
      }
    },
  };
}
