import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

export type Settings = {
  token: string;
  /** Without a slash at its end. */
  apiUrl: string;
  everySeconds: number;
  requestsPerMinute: number;
};

const place = 'incidents.onCall.pagerduty';
const apis: Record<string, string> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};
/** The account may be asked 960 times a minute, by everybody together. */
const mostRequests = 900;

/**
 * Nothing when PagerDuty is not configured.
 *
 * @throws InputError that names the line of config which is wrong.
 */
export function readSettings(config: RootConfigService): Settings | undefined {
  const own = config.getOptionalConfig(place);
  if (!own) return undefined;
  const region = own.getOptionalString('region') ?? 'us';
  if (!Object.hasOwn(apis, region)) {
    throw new InputError(`${place}.region must be us or eu`);
  }
  const token = own.getString('token').trim();
  // Fetch would refuse any other, and tell it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InputError(`${place}.token must be letters, digits and signs`);
  }
  const apiUrl = own.getOptionalString('apiUrl') ?? apis[region];
  if (!isSafe(apiUrl)) {
    throw new InputError(
      `${place}.apiUrl must begin with https://, or be on this machine: the token is sent there`,
    );
  }
  const requestsPerMinute = own.getOptionalNumber('requestsPerMinute') ?? 300;
  const isCount = Number.isInteger(requestsPerMinute) && requestsPerMinute >= 1;
  if (!isCount || requestsPerMinute > mostRequests) {
    throw new InputError(
      `${place}.requestsPerMinute must be from 1 to ${mostRequests}`,
    );
  }
  const every = own.has('every')
    ? durationToMilliseconds(readDurationFromConfig(own, { key: 'every' }))
    : 5 * 60_000;
  if (every < 60_000) {
    throw new InputError(`${place}.every must be a minute or more`);
  }
  return {
    ...{ token, requestsPerMinute },
    apiUrl: apiUrl.replace(/\/+$/, ''),
    everySeconds: every / 1000,
  };
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}
