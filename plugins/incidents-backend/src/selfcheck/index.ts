import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Alerts } from '../alerts';
import type { Paging } from '../paging';
import { within } from '../platform/within';
import type { Timeline } from '../timeline';
import { findTrouble, type Waiting } from './rules/findTrouble';
import type { SelfCheckSettings } from './settings';

export { readSelfCheckSettings, type SelfCheckSettings } from './settings';

/** Who watches the watchman. */
export type SelfCheck = {
  /**
   * Looks whether work is stuck; answers what is wrong. All that is found is logged; only while nothing is, the address outside is
   * called, so that the silence of the whole portal is noticed too.
   */
  run(): Promise<string[]>;
};

/** Milliseconds for each look. */
const patience = 10_000;

export function createSelfCheck(deps: {
  timeline: Timeline;
  alerts: Alerts;
  paging: Paging;
  logger: LoggerService;
  clock: { now(): Date };
  settings: SelfCheckSettings;
}): SelfCheck {
  const { timeline, alerts, paging, logger, clock, settings } = deps;
  let said = '';
  return {
    async run() {
      const [untold, pending, orphaned, overheld, late, undelivered] =
        await Promise.all(
          [
            timeline.waiting(),
            alerts.pending(),
            alerts.orphaned(),
            alerts.overheld(),
            paging.late(),
            paging.undelivered(),
          ].map(look),
        );
      const trouble = findTrouble(
        { untold, pending, orphaned, overheld, late, undelivered },
        clock.now(),
      );
      const kinds = trouble
        .map(sentence => sentence.replace(/\d.*/, ''))
        .join();
      for (const sentence of trouble) {
        // Loud when it is new, and then only there for who looks.
        if (kinds === said) logger.debug(sentence);
        else logger.error(`The incidents backend is stuck: ${sentence}`);
      }
      if (said && trouble.length === 0) {
        logger.info('The incidents backend is no longer stuck');
      }
      said = kinds;
      if (trouble.length === 0) await beat(settings, logger);
      return trouble;
    },
  };
}

async function look(answer: Promise<Waiting>): Promise<Waiting | Error> {
  try {
    return await within(answer, patience, `no answer within ${patience} ms`);
  } catch (error) {
    return error as Error;
  }
}

async function beat(
  { heartbeat }: SelfCheckSettings,
  logger: LoggerService,
): Promise<void> {
  if (!heartbeat) return;
  try {
    const answer = await fetch(heartbeat.url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
  } catch (error) {
    // Without the address: it is a secret.
    const { name, message } = error as Error;
    const why = message.replaceAll(heartbeat.url, 'it');
    logger.warn(`The heartbeat did not reach its address: ${name}: ${why}`);
  }
}
