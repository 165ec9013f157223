import { ServiceUnavailableError } from '@backstage/errors';
import { isDatabaseAway } from './database';
import { soon } from './soon';

/**
 * Lets concurrent requests share a transaction: whatever arrives while one commit is under way goes into the next one.
 * One durable commit then answers many senders, which is what makes intake as fast as the database.
 */
export type GroupCommit<In, Out> = {
  /**
   * Resolves when the item is committed.
   *
   * @throws ServiceUnavailableError when too much waits already; the sender should try again.
   */
  submit(item: In): Promise<Out>;
};

type Waiting<In, Out> = {
  item: In;
  weight: number;
  resolve(out: Out): void;
  reject(error: unknown): void;
};

export function createGroupCommit<In, Out>(options: {
  /** Commits all items or none; answers in their order. */
  commit(items: In[]): Promise<Out[]>;
  weigh(item: In): number;
  /** Weight of one commit, unless a single item is heavier. */
  maxBatch: number;
  /** Weight of what may wait. */
  maxWaiting: number;
}): GroupCommit<In, Out> {
  let queue: Waiting<In, Out>[] = [];
  let waitingWeight = 0;
  let running = false;

  async function drain() {
    running = true;
    while (queue.length > 0) await settle(takeBatch());
    running = false;
  }

  function takeBatch(): Waiting<In, Out>[] {
    let weight = 0;
    let count = 0;
    while (count < queue.length) {
      weight += queue[count].weight;
      if (count > 0 && weight > options.maxBatch) break;
      count += 1;
    }
    const batch = queue.slice(0, count);
    queue = queue.slice(count);
    for (const waiting of batch) waitingWeight -= waiting.weight;
    return batch;
  }

  async function settle(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await options.commit(batch.map(waiting => waiting.item));
      batch.forEach((waiting, i) => waiting.resolve(outs[i]));
    } catch (error) {
      // One item that cannot be written must not take its neighbours down: each gets a commit of its own.
      if (batch.length > 1 && !isDatabaseAway(error)) {
        for (const waiting of batch) await settle([waiting]);
      } else for (const waiting of batch) waiting.reject(error);
    }
  }

  return {
    submit(item) {
      const weight = options.weigh(item);
      if (waitingWeight > options.maxWaiting) {
        return Promise.reject(
          new ServiceUnavailableError(
            'Too many alerts wait for the database; send this delivery again',
          ),
        );
      }
      waitingWeight += weight;
      return new Promise((resolve, reject) => {
        queue.push({ item, weight, resolve, reject });
        if (!running) {
          running = true;
          soon(drain);
        }
      });
    },
  };
}
