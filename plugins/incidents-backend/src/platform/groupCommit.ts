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
  keys: string[];
  resolve(out: Out): void;
  reject(error: unknown): void;
};

/** Milliseconds for which items wait at most to be joined by others. */
const patience = 50;

export function createGroupCommit<In, Out>(options: {
  /** Commits all items or none; answers in their order. */
  commit(items: In[]): Promise<Out[]>;
  weigh(item: In): number;
  /** Weight of one commit, unless a single item is heavier. */
  maxBatch: number;
  /** Weight of what may wait. */
  maxWaiting: number;
  /**
   * How many commits may be under way, one by default. With two, one is prepared while the other waits for the disk; neither may
   * count on what the other writes.
   */
  atOnce?: number;
  /** What an item is about. Who is about the same as a commit under way waits for its end, with all who came later: they would only meet at the same rows. */
  keysOf?(item: In): string[];
}): GroupCommit<In, Out> {
  const { atOnce = 1, keysOf = () => [] } = options;
  const queue = createQueue<In, Out>(options.maxBatch);
  const busy = new Set<string>();
  let underWay = 0;
  let alarm: NodeJS.Timeout | undefined;
  /** Of the last commit: two that take turns begin half-way through each other. */
  let halfTime = 0;
  let lastBegun = 0;
  let lastCount = 1;

  function mayBegin() {
    return underWay < atOnce && queue.hasFreeOf(busy);
  }

  function callForCommit() {
    if (!mayBegin()) return;
    // Who was just answered comes again at once. Half of them are worth a commit, and the other half gathers meanwhile.
    const isWorthIt = queue.count() * 2 >= lastCount;
    const isItsTurn =
      underWay === 0 || performance.now() >= lastBegun + halfTime;
    // In the next turn, so that requests which the event loop reads together are committed together.
    if (isWorthIt && isItsTurn) soon(begin);
    else alarm ??= setTimeout(begin, halfTime);
  }

  function begin() {
    clearTimeout(alarm);
    alarm = undefined;
    if (!mayBegin()) return;
    const batch = queue.takeBatch(busy);
    const keys = batch.flatMap(waiting => waiting.keys);
    for (const key of keys) busy.add(key);
    const begun = performance.now();
    lastBegun = begun;
    lastCount = batch.length;
    underWay += 1;
    settle(options.commit, batch).then(() => {
      underWay -= 1;
      for (const key of keys) busy.delete(key);
      halfTime = Math.min((performance.now() - begun) / 2, patience);
      callForCommit();
    });
    callForCommit();
  }

  return {
    submit(item) {
      const weight = options.weigh(item);
      if (queue.weight() > options.maxWaiting) {
        return Promise.reject(
          new ServiceUnavailableError(
            'Too many alerts wait for the database; send this delivery again',
          ),
        );
      }
      return new Promise((resolve, reject) => {
        const keys = keysOf(item);
        queue.add({ ...{ item, weight, keys }, resolve, reject });
        callForCommit();
      });
    },
  };
}

async function settle<In, Out>(
  commit: (items: In[]) => Promise<Out[]>,
  batch: Waiting<In, Out>[],
): Promise<void> {
  try {
    const outs = await commit(batch.map(waiting => waiting.item));
    batch.forEach((waiting, i) => waiting.resolve(outs[i]));
  } catch (error) {
    // One item that cannot be written must not take its neighbours down: each gets a commit of its own.
    if (batch.length > 1 && !isDatabaseAway(error)) {
      for (const waiting of batch) await settle(commit, [waiting]);
    } else for (const waiting of batch) waiting.reject(error);
  }
}

/** What waits for a commit, in the order in which it came. */
function createQueue<In, Out>(maxBatch: number) {
  let items: Waiting<In, Out>[] = [];
  let total = 0;
  const isFree = ({ keys }: Waiting<In, Out>, busy: Set<string>) =>
    busy.size === 0 || !keys.some(key => busy.has(key));
  return {
    count: () => items.length,
    weight: () => total,
    hasFreeOf: (busy: Set<string>) =>
      items.length > 0 && isFree(items[0], busy),
    add(waiting: Waiting<In, Out>) {
      items.push(waiting);
      total += waiting.weight;
    },
    takeBatch(busy: Set<string>): Waiting<In, Out>[] {
      let weight = 0;
      let count = 0;
      while (count < items.length && isFree(items[count], busy)) {
        weight += items[count].weight;
        if (count > 0 && weight > maxBatch) break;
        count += 1;
      }
      const batch = items.slice(0, count);
      items = items.slice(count);
      for (const waiting of batch) total -= waiting.weight;
      return batch;
    },
  };
}
