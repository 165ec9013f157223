import { parseArgs } from 'node:util';
import { serviceCount } from '../packages/workshop/src/load/notification';
import {
  startDriver,
  type Driver,
  type RoundResult,
} from '../packages/workshop/src/load/startDriver';
import { services } from '../packages/workshop/src/loneBackend/services';
import {
  startLoneBackend,
  type LoneBackend,
} from '../packages/workshop/src/loneBackend/startLoneBackend';
import {
  startPostgres,
  type RunningPostgres,
} from '../packages/workshop/src/postgres';

// How many alerts a backend takes in, as a share of the requests that it can
// answer at all: both in one run, in turns, over the same 32 connections.

const connections = 32;
const wanted = 0.3;
const token = 'token-of-prometheus';

type Kind = 'empty' | 'ingest';

const paths: Record<Kind, string> = {
  empty: '/api/empty',
  ingest: '/api/incidents/webhooks/prometheus',
};

function startBackend(
  postgres: RunningPostgres,
  nodeArgs: string[],
): Promise<LoneBackend> {
  const { host, port, user, password } = postgres;
  return startLoneBackend({
    database: { client: 'pg', connection: { host, port, user, password } },
    entities: services(serviceCount),
    incidents: {
      integrations: [{ id: 'prometheus', source: 'alertmanager', token }],
    },
    nodeArgs,
  });
}

function isAccepted(status: string): boolean {
  return status === '202';
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function acceptedOf({ statuses }: RoundResult): number {
  return sum(
    Object.entries(statuses).map(([status, count]) =>
      isAccepted(status) ? count : 0,
    ),
  );
}

function describeRound(kind: Kind, result: RoundResult) {
  const sorted = [...result.latencies].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1);
  const rate = acceptedOf(result) / result.took;
  const others = Object.entries(result.statuses).filter(
    ([status]) => !isAccepted(status),
  );
  console.log(
    [
      kind.padEnd(6),
      `${rate.toFixed(0).padStart(6)}/s`,
      `p50 ${at(0.5)} ms`,
      `p95 ${at(0.95)} ms`,
      `p99 ${at(0.99)} ms`,
      ...others.map(([status, count]) => `${count} × ${status}`),
    ].join('  '),
  );
  return rate;
}

/** Says whether everything that was answered with a 2xx is there, and counted. */
async function verify({ api }: LoneBackend, accepted: number) {
  const { totalItems } = await api.listAlerts({ query: { limit: 1 } });
  const incidents = await api.listIncidents({ query: { limit: 200 } });
  const counted = sum(incidents.items.map(incident => incident.alerts));
  console.log(
    `${accepted} alerts were accepted, ${totalItems} are kept, ${counted} are counted by ${incidents.totalItems} incidents`,
  );
  return totalItems === accepted && counted === accepted;
}

async function measure(
  backend: LoneBackend,
  driver: Driver,
  options: { rounds: number; seconds: number; warmUp: number },
): Promise<boolean> {
  let from = 0;
  let accepted = 0;
  const play = async (kind: Kind, seconds: number) => {
    const result = await driver.play({
      ...{ url: backend.url, path: paths[kind], connections, seconds, from },
      authorization: `Bearer ${token}`,
    });
    if (kind === 'ingest') {
      from = result.next;
      accepted += acceptedOf(result);
    }
    return result;
  };

  await play('empty', options.warmUp);
  await play('ingest', options.warmUp);
  const ratios: number[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const empty = describeRound('empty', await play('empty', options.seconds));
    const alerts = describeRound(
      'ingest',
      await play('ingest', options.seconds),
    );
    ratios.push(alerts / empty);
    console.log(`ratio  ${(alerts / empty).toFixed(3)}`);
  }
  const median = ratios.sort((a, b) => a - b)[ratios.length >> 1];
  console.log(
    `median ratio ${median.toFixed(3)} of ${
      ratios.length
    } rounds, wanted ${wanted}`,
  );
  return (await verify(backend, accepted)) && median >= wanted;
}

/** `--rounds`, `--seconds` of each, `--warm-up` seconds, `--profile` writes a CPU profile into `bench/`. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '10' },
      'warm-up': { type: 'string', default: '5' },
      profile: { type: 'boolean', default: false },
    },
  });
  const postgres = await startPostgres({ durable: true });
  const driver = startDriver();
  try {
    const backend = await startBackend(
      postgres,
      values.profile ? ['--cpu-prof', `--cpu-prof-dir=${__dirname}`] : [],
    );
    try {
      const isGood = await measure(backend, driver, {
        rounds: Number(values.rounds),
        seconds: Number(values.seconds),
        warmUp: Number(values['warm-up']),
      });
      return isGood ? 0 : 1;
    } finally {
      await backend.stop();
    }
  } finally {
    driver.stop();
    await postgres.stop();
  }
}
