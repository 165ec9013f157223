import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

export type SelfCheckSettings = {
  /** Is called while all is well; whoever waits for it there notices when it stays away. */
  heartbeat?: { url: string };
};

const key = 'incidents.selfCheck.heartbeat.url';

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readSelfCheckSettings(
  config: RootConfigService,
): SelfCheckSettings {
  const url = config.getOptionalString(key);
  if (url === undefined) return {};
  // The address is a secret: whoever has it can say that all is well.
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputError(`${key} must begin with https:// or http://`);
  }
  return { heartbeat: { url } };
}
