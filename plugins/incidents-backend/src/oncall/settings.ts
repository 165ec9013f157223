import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Times in milliseconds. */
export type OnCallSettings = {
  notices: {
    enabled: boolean;
    /** How long before a shift begins people are told. */
    beforeBegin: number;
    /** Whether they are told that it has ended, too. */
    atEnd: boolean;
  };
  access: {
    /** How long it holds that somebody has confirmed that they can log in to something. */
    holdsFor: number;
  };
};

export const usualOnCallSettings: OnCallSettings = {
  notices: { enabled: true, beforeBegin: hour, atEnd: true },
  access: { holdsFor: 30 * day },
};

const line = 'incidents.onCall';

/** @throws InputError that names the line of config which is wrong. */
export function readOnCallSettings(config: RootConfigService): OnCallSettings {
  const usual = usualOnCallSettings.notices;
  const place = `${line}.notices`;
  return {
    notices: {
      enabled: config.getOptionalBoolean(`${place}.enabled`) ?? usual.enabled,
      beforeBegin: readTime(config, `${place}.beforeBegin`, {
        ...{ usual: usual.beforeBegin, least: 0, most: 7 * day },
      }),
      atEnd: config.getOptionalBoolean(`${place}.atEnd`) ?? usual.atEnd,
    },
    access: {
      holdsFor: readTime(config, `${line}.access.holdsFor`, {
        ...{ usual: usualOnCallSettings.access.holdsFor },
        ...{ least: day, most: 400 * day },
      }),
    },
  };
}

function readTime(
  config: RootConfigService,
  key: string,
  { usual, least, most }: { usual: number; least: number; most: number },
): number {
  if (!config.has(key)) return usual;
  let read: HumanDuration;
  try {
    read = readDurationFromConfig(config, { key });
  } catch (error) {
    throw new InputError(`${key}: ${(error as Error).message}`);
  }
  const milliseconds = durationToMilliseconds(read);
  if (milliseconds < least) {
    throw new InputError(`${key} must be ${least / day} days or more`);
  }
  if (milliseconds > most) {
    throw new InputError(`${key} must be ${most / day} days or less`);
  }
  return milliseconds;
}
