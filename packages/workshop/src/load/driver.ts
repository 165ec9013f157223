import { Pool } from 'undici';
import { setTimeout as sleep } from 'node:timers/promises';
import { notification, postToAlertmanager } from './notification';
import type { Round, RoundResult } from './startDriver';

// The script of a process of its own, so that who asks does not wait for who
// answers: plays one round for each message of its parent.

async function play(round: Round): Promise<RoundResult> {
  const { url, path, connections, seconds, batch = 1, rate } = round;
  const pool = new Pool(url, { connections, pipelining: 1 });
  const headers = {
    authorization: round.authorization,
    'content-type': 'application/json',
  };
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  let next = round.from;
  let turn = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;

  async function sendUntilTheEnd() {
    for (let sent = performance.now(); sent < end; sent = performance.now()) {
      if (rate) {
        const due = begin + (turn++ * 1_000) / rate;
        if (due >= end) return;
        await sleep(Math.max(0, due - performance.now()));
      }
      const body = bodyOf(round, next);
      next += batch;
      const asked = performance.now();
      const status = await pool
        .request({ path, method: 'POST', headers, body })
        .then(async answer => {
          await answer.body.dump();
          return String(answer.statusCode);
        })
        .catch(error => String(error.code ?? error.name));
      latencies.push(performance.now() - asked);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }

  await Promise.all(Array.from({ length: connections }, sendUntilTheEnd));
  const took = (performance.now() - begin) / 1_000;
  await pool.close();
  return { statuses, latencies, took, next };
}

function bodyOf({ to, batch }: Round, n: number): string {
  return to === 'alertmanager' ? postToAlertmanager(n) : notification(n, batch);
}

process.once('disconnect', () => process.exit());
process.on('message', async (round: Round) => {
  process.send!({ played: await play(round) });
});
