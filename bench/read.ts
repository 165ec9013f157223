import { parseArgs } from 'node:util';
import { judge, quantile } from '../packages/workshop/src/load/figures';
import { fill } from '../packages/workshop/src/load/fill';
import {
  onStage,
  paths,
  type Stage,
} from '../packages/workshop/src/load/stage';

// What a reader waits for when there is a hundred times as much to read in: the slowest of a hundred answers, with 1 000 000 alerts
// and 100 000 incidents, as a multiple of that with 10 000 and 1 000.

const small = { alerts: 10_000, incidents: 1_000 };
const readers = 2;

type Api = Stage['backend']['api'];

const questions: Record<string, (api: Api, n: number) => Promise<unknown>> = {
  'service summary': (api, n) =>
    api.getEntitySummary({
      params: {
        ...{ kind: 'component', namespace: 'default' },
        name: `service-${(n % 200) + 1}`,
      },
    }),
  'incident list': (api, n) =>
    api.listIncidents({
      query: n % 2 ? { limit: 50 } : { limit: 50, status: ['open'] },
    }),
  'alert list': (api, n) =>
    api.listAlerts({
      query:
        n % 2
          ? { limit: 50 }
          : {
              limit: 50,
              entityRef: [`component:default/service-${(n % 200) + 1}`],
            },
    }),
};

async function slowestOf(
  api: Api,
  ask: (api: Api, n: number) => Promise<unknown>,
  count: number,
): Promise<number> {
  const latencies: number[] = [];
  let n = 0;
  async function read() {
    while (n < count) {
      n += 1;
      const begin = performance.now();
      await ask(api, n);
      latencies.push(performance.now() - begin);
    }
  }
  await Promise.all(Array.from({ length: readers }, read));
  return quantile(latencies, 0.99);
}

/** `--alerts` and `--incidents` that are stored, `--reads` of each kind. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      alerts: { type: 'string', default: '1000000' },
      incidents: { type: 'string', default: '100000' },
      reads: { type: 'string', default: '600' },
    },
  });
  const reads = Number(values.reads);
  const large = {
    alerts: Number(values.alerts),
    incidents: Number(values.incidents),
  };
  const isGood = await onStage(async ({ postgres, backend, driver, round }) => {
    // A few that burn, so that there is something open to read.
    await driver.play(round(paths.intake, { seconds: 1, from: 0, rate: 40 }));
    await fill(postgres, small);
    const before = new Map<string, number>();
    for (const [name, ask] of Object.entries(questions)) {
      await slowestOf(backend.api, ask, reads / 2);
      before.set(name, await slowestOf(backend.api, ask, reads));
    }
    await fill(postgres, large);
    const good: boolean[] = [];
    for (const [name, ask] of Object.entries(questions)) {
      await slowestOf(backend.api, ask, reads / 10);
      const p99 = await slowestOf(backend.api, ask, reads);
      const was = before.get(name)!;
      console.log(
        `${name}: p99 ${was.toFixed(1)} ms, then ${p99.toFixed(1)} ms`,
      );
      good.push(judge(`${name}, multiple`, p99 / was, { atMost: 1.5 }));
    }
    return good.every(Boolean);
  });
  return isGood ? 0 : 1;
}
