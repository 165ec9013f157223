import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** An address outside that is told by a signed message. */
export type WebhookSettings = {
  id: string;
  /** May itself be a secret. */
  url: string;
  secret: string;
  allowPrivateAddress: boolean;
};

/**
 * @throws InputError that names the line of config which is wrong, without the address or the secret.
 */
export function readWebhooks(
  escalation: Config | undefined,
  line: string,
): WebhookSettings[] {
  const items = escalation?.getOptionalConfigArray('webhooks') ?? [];
  const webhooks = items.map((item, i) => readWebhook(item, line, i));
  const ids = webhooks.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice) throw new InputError(`${line}.webhooks has ${twice} twice`);
  return webhooks;
}

function readWebhook(item: Config, line: string, i: number): WebhookSettings {
  const id = item.getString('id');
  const place = `${line}.webhooks[${i}] (${id})`;
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
    throw new InputError(
      `${place}: id must be lower-case letters, digits and dashes`,
    );
  }
  const url = item.getString('url');
  const secret = item.getString('secret');
  const allowPrivateAddress =
    item.getOptionalBoolean('allowPrivateAddress') ?? false;
  const allowed = allowPrivateAddress ? /^https?:$/ : /^https:$/;
  if (!URL.canParse(url) || !allowed.test(new URL(url).protocol)) {
    throw new InputError(`${place}: url must begin with https://`);
  }
  if (secret.length < 16) {
    throw new InputError(`${place}: secret must be 16 characters or longer`);
  }
  return { id, url, secret, allowPrivateAddress };
}
