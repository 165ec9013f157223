import type { LoggerService } from '@backstage/backend-plugin-api';
import { reasonOf } from './sentences';
import { soon } from './soon';
import { within } from './within';

/** Milliseconds. */
const patience = 2_000;

/**
 * Lets one room wake another that is built later. Who rings does not wait. It is a courtesy: what is to be done stands in rows, and
 * a task finds it without a bell too.
 */
export type Bell = {
  ring(): void;
  /** Who comes; one at a time, and once more for whoever rang meanwhile. */
  heardBy(work: () => Promise<unknown>): void;
  /** Nobody comes any more; answers when whoever is there has gone, or after two seconds. */
  fallSilent(): Promise<void>;
};

export function createBell({ logger }: { logger: LoggerService }): Bell {
  let hear: () => Promise<unknown> = async () => {};
  let working: Promise<void> | undefined;
  let rang = false;
  let isSilent = false;

  async function answer() {
    while (rang) {
      rang = false;
      await hear().catch(error =>
        logger.debug(`It waits for the next round: ${reasonOf(error)}`),
      );
    }
    working = undefined;
  }

  return {
    ring() {
      rang = true;
      if (isSilent || working) return;
      working = new Promise(done => {
        soon(() => answer().then(done));
      });
    },
    heardBy(work) {
      hear = work;
    },
    async fallSilent() {
      isSilent = true;
      rang = false;
      if (working) await within(working, patience, '').catch(() => {});
    },
  };
}
