import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  acceptedOf,
  describeRound,
  judge,
  quantile,
  verify,
} from '../packages/workshop/src/load/figures';
import { residentOf } from '../packages/workshop/src/load/memory';
import { notification } from '../packages/workshop/src/load/notification';
import {
  onStage,
  paths,
  type Stage,
} from '../packages/workshop/src/load/stage';

// A storm: 100 000 alerts of 200 services in ten seconds, in hundreds, while somebody asks again and again for the alert that came
// last. Every accepted one must be there afterwards, in no more incidents than there are services, and the process must be as large
// after the third storm as after the first.

const batch = 100;
const seconds = 10;
const probes = 1_000_000_000;

/** Seconds from sending an alert until it can be read, one probe after the other until told to end. */
async function probeUntil(
  { backend, round }: Stage,
  from: number,
  signal: AbortSignal,
): Promise<number[]> {
  const waits: number[] = [];
  const { authorization } = round(paths.intake, { seconds: 0, from });
  while (!signal.aborted) {
    const sent = performance.now();
    const answer = await fetch(`${backend.url}${paths.intake}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: notification(from + waits.length),
    });
    if (answer.status !== 202) {
      await sleep(100);
      continue;
    }
    const { alerts } = await answer.json();
    await backend.api.getAlert({ params: { id: alerts[0].alertId } });
    waits.push((performance.now() - sent) / 1_000);
    await sleep(50);
  }
  return waits;
}

/** `--storms`, one after the other; `--alerts` of each. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      storms: { type: 'string', default: '3' },
      alerts: { type: 'string', default: '100000' },
    },
  });
  const rate = Number(values.alerts) / batch / seconds;
  const isGood = await onStage(async stage => {
    const { backend, driver, round } = stage;
    let from = 0;
    let accepted = 0;
    const waits: number[] = [];
    const sizes: number[] = [];
    for (let i = 0; i < Number(values.storms); i += 1) {
      const ended = new AbortController();
      const probing = probeUntil(stage, probes * (i + 1), ended.signal);
      const result = await driver.play(
        round(paths.intake, {
          ...{ seconds, from, batch, rate },
          connections: 64,
        }),
      );
      ended.abort();
      const probed = await probing;
      from = result.next;
      accepted += acceptedOf(result) * batch + probed.length;
      waits.push(...probed);
      describeRound(`storm ${i + 1}`, result, batch);
      await sleep(2_000);
      sizes.push(residentOf(backend.pid));
      console.log(
        `  ${acceptedOf(result) * batch} accepted in ${result.took.toFixed(
          1,
        )} s; the process holds ${sizes[i].toFixed(0)} MB`,
      );
    }
    const isKept = await verify(stage, accepted);
    const { totalItems } = await backend.api.listIncidents({
      query: { limit: 1 },
    });
    const good = [
      judge('incidents', totalItems, { atMost: 200 }),
      judge('alert to readable, p95 in seconds', quantile(waits, 0.95), {
        atMost: 1,
      }),
      judge(
        'memory after the last, multiple of the first',
        sizes.at(-1)! / sizes[0],
        {
          atMost: 1.2,
        },
      ),
    ];
    return isKept && good.every(Boolean);
  });
  return isGood ? 0 : 1;
}
