import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Database } from '../platform/database';
import { listOf } from '../platform/sentences';
import { deliveryStore } from './deliveryStore';
import { letterStore } from './letterStore';
import { payloadStore } from './payloadStore';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Milliseconds for which something is kept. */
export type Retention = {
  /** Keys of deliveries. */
  deliveries: number;
  deadLetters: number;
  /** Bodies of deliveries that were understood; 0 when none is kept. */
  payloads: number;
};

const defaults: Retention = {
  deliveries: 30 * day,
  deadLetters: 90 * day,
  payloads: 7 * day,
};

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readRetention(config: RootConfigService): Retention {
  const read = (key: keyof Retention) => {
    const section = config.getOptionalConfig('incidents.retention');
    if (!section?.has(key)) return defaults[key];
    if (key === 'payloads' && isOff(section.get(key))) return 0;
    const kept = durationToMilliseconds(
      readDurationFromConfig(section, { key }),
    );
    // Until then a delivery that is sent again must be known.
    if (kept >= hour) return kept;
    throw new InputError(`incidents.retention.${key} must be an hour or more`);
  };
  return {
    deliveries: read('deliveries'),
    deadLetters: read('deadLetters'),
    payloads: read('payloads'),
  };
}

function isOff(value: unknown): boolean {
  return value === false || value === 0 || value === '0' || value === 'false';
}

/** Deletes what is older than its retention; what nobody has looked at goes with a word in the log. */
export async function forgetOld(deps: {
  database: Database;
  clock: { now(): Date };
  logger: LoggerService;
  settings: { retention: Retention };
}): Promise<void> {
  const { database, clock, logger } = deps;
  const { deliveries, deadLetters, payloads } = deps.settings.retention;
  const ago = (milliseconds: number) =>
    new Date(clock.now().getTime() - milliseconds);
  await database.write(tx => deliveryStore.forget(tx, ago(deliveries)));
  for (let hasMore = true; hasMore; ) {
    hasMore = await database.write(tx =>
      payloadStore.forgetSome(tx, ago(payloads)),
    );
  }
  const before = ago(deadLetters);
  const gone = await database.write(tx => letterStore.forget(tx, before));
  if (gone.length === 0) return;
  const counts = gone.map(
    ({ integration, count }) => `${count} of ${integration}`,
  );
  logger.warn(
    `Deleted dead letters from before ${before.toISOString()} that nobody read again: ${listOf(
      counts,
    )}`,
  );
}
