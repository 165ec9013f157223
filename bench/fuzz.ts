import { alertSources } from 'backstage-plugin-incidents-backend-module-alert-sources';
import { mutated, seededRandom } from 'backstage-plugin-incidents-node/testing';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { judge, quantile } from '../packages/workshop/src/load/figures';
import { residentOf } from '../packages/workshop/src/load/memory';
import { onStage, token } from '../packages/workshop/src/load/stage';

// Payloads that went wrong, of every source in turn, posted to a real backend: each must be taken or refused in a sentence, none may
// be answered with a 5xx or hang, and the process must be no larger in the second half than in the first.

const connections = 16;
/** Milliseconds after which a sender counts as left alone. */
const patience = 5_000;

/** To admit one means to ask Amazon for a certificate, and a measurement asks nobody outside. */
function isOfSns(payload: unknown): boolean {
  return (
    typeof payload === 'object' && payload !== null && 'TopicArn' in payload
  );
}

/** `--payloads` that are posted, `--seed` of their mutations. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      payloads: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const count = Number(values.payloads);
  const random = seededRandom(Number(values.seed));
  const samples = alertSources.flatMap(({ id, samples: all }) =>
    Object.values(all)
      .filter(({ payload }) => !isOfSns(payload))
      .map(({ payload }) => ({ id, payload })),
  );
  const integrations = alertSources.map(({ id, guide }) => ({
    ...(guide?.config as {}),
    ...{ id, source: id, token },
  }));
  const isGood = await onStage(
    async ({ backend }) => {
      const pool = new Pool(backend.url, { connections });
      const statuses: Record<string, number> = {};
      const latencies: number[] = [];
      const wrong: string[] = [];
      const sizes: number[] = [];
      let n = 0;
      const post = async () => {
        while (n < count) {
          const { id, payload } = samples[n % samples.length];
          n += 1;
          if (n % (count >> 3) === 0) sizes.push(residentOf(backend.pid));
          const body = JSON.stringify(mutated(payload, random));
          const begin = performance.now();
          const status = await pool
            .request({
              path: `/api/incidents/webhooks/${id}`,
              method: 'POST',
              headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
              },
              body,
              headersTimeout: patience,
            })
            .then(async answer => {
              await answer.body.dump();
              return answer.statusCode;
            })
            .catch(error => String(error.code ?? error.name));
          latencies.push(performance.now() - begin);
          statuses[status] = (statuses[status] ?? 0) + 1;
          const isFine = [202, 400, 401, 413].includes(Number(status));
          if (!isFine) wrong.push(`${id} ${status}: ${body.slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: connections }, post));
      await pool.close();
      console.log(`${count} payloads of ${alertSources.length} sources:`);
      console.log(statuses);
      console.log(
        `slowest ${quantile(latencies, 1 - 1 / count).toFixed(0)} ms`,
      );
      console.log(`megabytes on the way: ${sizes.map(Math.round).join(', ')}`);
      for (const one of wrong.slice(0, 20)) console.log(one);
      // A single look may fall just behind a collection of garbage.
      const half = sizes.length >> 1;
      const good = [
        judge('answers that are neither taken nor refused', wrong.length, {
          atMost: 0,
        }),
        judge(
          'memory of the second half at its largest, multiple of the first',
          Math.max(...sizes.slice(half)) / Math.max(...sizes.slice(0, half)),
          { atMost: 1.2 },
        ),
      ];
      return good.every(Boolean);
    },
    { integrations },
  );
  return isGood ? 0 : 1;
}
