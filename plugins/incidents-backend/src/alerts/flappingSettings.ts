import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { ConfigItem } from '../platform/configFields';
import type { FlappingSettings } from './rules/flapping';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Fewer would be an alert that fires, resolves and fires once more. */
const fewest = 3;
/** Each of them is remembered with the alert. */
const most = 100;

const defaults: FlappingSettings = {
  changes: 6,
  within: 30 * minute,
  calm: 15 * minute,
};

/** What the parts of an integration that are not set are taken from, and whether alerts are held at all. */
export type FlappingConfig = FlappingSettings & { disabled: boolean };

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readFlapping(config: RootConfigService): FlappingConfig {
  const section = config.getOptionalConfig('incidents.flapping');
  return read(section, 'incidents.flapping', { ...defaults, disabled: false });
}

/**
 * What holds for one integration; nothing when its alerts are never held.
 *
 * @throws InputError that names the line of config which is wrong.
 */
export function flappingOf(
  integration: ConfigItem,
  place: string,
  general: FlappingConfig,
): FlappingSettings | undefined {
  const section = integration.getOptionalConfig('flapping');
  return unlessDisabled(read(section, `${place}: flapping`, general));
}

export function unlessDisabled({
  disabled,
  ...settings
}: FlappingConfig): FlappingSettings | undefined {
  return disabled ? undefined : settings;
}

function read(
  section: ConfigItem | undefined,
  place: string,
  otherwise: FlappingConfig,
): FlappingConfig {
  if (!section) return otherwise;
  const changes = section.getOptionalNumber('changes') ?? otherwise.changes;
  if (!Number.isInteger(changes) || changes < fewest || changes > most) {
    throw new InputError(
      `${place}.changes must be a whole number from ${fewest} to ${most}`,
    );
  }
  const duration = (key: 'within' | 'calm') => {
    if (!section.has(key)) return otherwise[key];
    const time = durationToMilliseconds(
      readDurationFromConfig(section, { key }),
    );
    if (time >= minute && time <= day) return time;
    throw new InputError(`${place}.${key} must be from a minute to a day`);
  };
  return {
    changes,
    within: duration('within'),
    calm: duration('calm'),
    disabled: section.getOptionalBoolean('disabled') ?? otherwise.disabled,
  };
}
