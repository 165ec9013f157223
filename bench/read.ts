import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { parseArgs } from 'node:util';
import { judge, quantile } from '../packages/workshop/src/load/figures';
import { fill } from '../packages/workshop/src/load/fill';
import { questions } from '../packages/workshop/src/load/questions';
import {
  onPairOfStages,
  paths,
  roundAt,
} from '../packages/workshop/src/load/stage';

// What a reader waits for when there is a hundred times as much to read in: the slowest of a hundred answers, with 1 000 000 alerts
// and 100 000 incidents, as a multiple of that with 10 000 and 1 000. Two backends are asked the same in turns, a few hundred
// questions each time, so that what else the machine does slows both.

const readers = 2;
/** Questions of one turn. */
const turn = 200;
/** Alerts that fire in each, so that there is something open to read. */
const burning = 400;

type Waits = Map<string, number[]>;

/** Asks questions one after the other, two readers at once, and notes how long each answer took. */
async function ask(
  api: IncidentsApi,
  { kind, from, waits }: { kind: string; from: number; waits: Waits },
): Promise<void> {
  const all = Object.entries(questions[kind]);
  let n = from;
  async function read() {
    while (n < from + turn) {
      const [name, question] = all[n % all.length];
      const about = Math.floor(n / all.length);
      n += 1;
      const timed = timing(api, took => {
        for (const key of [kind, `${kind}: ${name}`]) {
          waits.set(key, waits.get(key) ?? []);
          waits.get(key)!.push(took);
        }
      });
      await question(timed, about);
    }
  }
  await Promise.all(Array.from({ length: readers }, read));
}

/** The same client, which tells how many milliseconds each of its calls took. */
function timing(api: IncidentsApi, tell: (took: number) => void): IncidentsApi {
  const timed = Object.entries(api).map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      const begin = performance.now();
      const answer = await (call as (...all: unknown[]) => unknown)(...args);
      tell(performance.now() - begin);
      return answer;
    },
  ]);
  return Object.fromEntries(timed);
}

function describe(name: string, small: number[], large: number[]): void {
  const at = (waits: number[], share: number) =>
    quantile(waits, share).toFixed(1).padStart(7);
  console.log(
    [
      name.padEnd(40),
      `p50${at(small, 0.5)} ${at(large, 0.5)} ms`,
      `p99${at(small, 0.99)} ${at(large, 0.99)} ms`,
    ].join('  '),
  );
}

/** `--alerts` and `--incidents` that the large one holds, `--reads` of each kind, `--details` of each question. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      alerts: { type: 'string', default: '1000000' },
      incidents: { type: 'string', default: '100000' },
      reads: { type: 'string', default: '4000' },
      details: { type: 'boolean', default: false },
    },
  });
  const sizes = [
    { alerts: 10_000, incidents: 1_000 },
    { alerts: Number(values.alerts), incidents: Number(values.incidents) },
  ];
  const turns = Math.ceil(Number(values.reads) / turn);
  const isGood = await onPairOfStages(async stages => {
    const { postgres, driver, backends, databases } = stages;
    for (const i of [0, 1]) {
      await fill(postgres, sizes[i], databases[i]);
      await driver.play(
        roundAt(backends[i], paths.intake, {
          ...{ seconds: 2, from: 0, batch: 20, rate: burning / 20 / 2 },
        }),
      );
    }
    const good: boolean[] = [];
    for (const kind of Object.keys(questions)) {
      const waits: [Waits, Waits] = [new Map(), new Map()];
      for (let i = -4; i < turns; i += 1) {
        // The first turns only warm up. Who goes first changes each time.
        if (i === 0) for (const one of waits) one.clear();
        const from = Math.abs(i) * turn;
        for (const which of i % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
          await ask(backends[which].api, { kind, from, waits: waits[which] });
        }
      }
      const [small, large] = waits;
      for (const name of small.keys()) {
        if (name === kind || values.details) {
          describe(name, small.get(name)!, large.get(name)!);
        }
      }
      const [was, is] = waits.map(one => quantile(one.get(kind)!, 0.99));
      good.push(judge(`${kind}, multiple`, is / was, { atMost: 1.5 }));
    }
    return good.every(Boolean);
  });
  return isGood ? 0 : 1;
}
