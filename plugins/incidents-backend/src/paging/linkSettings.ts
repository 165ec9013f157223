import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** Links that say “I am on it” without a login. */
export type LinkSettings = {
  /** The first seals, all open. */
  keys: string[];
  /** Milliseconds. */
  validFor: number;
};

const minute = 60_000;
const bounds = { least: minute, most: 7 * 24 * 60 * minute };
const usual = 24 * 60 * minute;

/**
 * Nothing when config has no keys: then there are no such links.
 *
 * @throws InputError that names the line of config which is wrong, without a key.
 */
export function readLinks(
  escalation: Config | undefined,
  line: string,
): LinkSettings | undefined {
  const links = escalation?.getOptionalConfig('acknowledgeLinks');
  if (!links) return undefined;
  const place = `${line}.acknowledgeLinks`;
  const keys = links.getStringArray('keys');
  if (keys.length === 0 || keys.some(key => key.length < 32)) {
    throw new InputError(
      `${place}.keys must be one key or more, each of 32 characters or more`,
    );
  }
  return { keys, validFor: readValidFor(links, `${place}.validFor`) };
}

function readValidFor(links: Config, place: string): number {
  if (!links.has('validFor')) return usual;
  let validFor: number;
  try {
    validFor = durationToMilliseconds(
      readDurationFromConfig(links, { key: 'validFor' }),
    );
  } catch (error) {
    throw new InputError(`${place}: ${(error as Error).message}`);
  }
  if (validFor >= bounds.least && validFor <= bounds.most) return validFor;
  throw new InputError(`${place} must be from a minute to seven days`);
}
