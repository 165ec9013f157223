import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What config says of PagerDuty. */
export type PagerDutySettings = {
  /** By the id that policies name. */
  routingKeys: Map<string, string>;
  eventsUrl: string;
  webhookSecrets: string[];
};

const line = 'incidents.escalation.pagerduty';
const regions: Record<string, string> = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
};

/**
 * Nothing when config does not speak of PagerDuty.
 *
 * @throws InputError that names the line of config which is wrong, without a key.
 */
export function readSettings(config: Config): PagerDutySettings | undefined {
  const pagerduty = config.getOptionalConfig(line);
  if (!pagerduty) return undefined;
  const region = pagerduty.getOptionalString('region') ?? 'us';
  if (!Object.hasOwn(regions, region)) {
    throw new InputError(`${line}.region must be us or eu`);
  }
  const eventsUrl = pagerduty.getOptionalString('eventsUrl') ?? regions[region];
  if (!isSafe(eventsUrl)) {
    throw new InputError(`${line}.eventsUrl must begin with https://`);
  }
  const webhookSecrets =
    pagerduty.getOptionalStringArray('webhookSecrets') ?? [];
  if (webhookSecrets.some(secret => secret.length < 16)) {
    throw new InputError(
      `${line}.webhookSecrets must be of 16 characters or more each`,
    );
  }
  return { routingKeys: readServices(pagerduty), eventsUrl, webhookSecrets };
}

function readServices(pagerduty: Config): Map<string, string> {
  const routingKeys = new Map<string, string>();
  pagerduty.getConfigArray('services').forEach((service, i) => {
    const id = service.getString('id');
    const place = `${line}.services[${i}]`;
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
      throw new InputError(
        `${place}.id must be lower-case letters, digits and dashes`,
      );
    }
    if (routingKeys.has(id)) {
      throw new InputError(`${place}.id ${id} is there twice`);
    }
    const routingKey = service.getString('routingKey').trim();
    if (!/^\w{32}$/.test(routingKey)) {
      throw new InputError(
        `${place}.routingKey must be the 32 characters of an Events API v2 integration`,
      );
    }
    routingKeys.set(id, routingKey);
  });
  return routingKeys;
}

/** In the open only on this machine, where a relay may stand. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}
