import { AuthenticationError, InputError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { tryAgain } from '../platform/tryAgain';
import { admitDelivery } from './admitDelivery';
import type { ReceiveDelivery } from './receiveDelivery';
import { refuseDelivery, type RefusalDeps } from './refuseDelivery';
import { readMessage, type Message } from './rules/readMessage';
import type { AlertSettings, Integration } from './settings';
import { integrationsByTopic } from './topicSettings';

export type TopicDeps = RefusalDeps & {
  settings: AlertSettings;
  receive: ReceiveDelivery;
  clock: { now(): Date };
};

/** So many messages are held at once: more would fill the memory, since not every consumer waits for us. */
const mostHeld = 1_000;

/**
 * Takes alerts from the portal's event bus, as the topics of integrations say.
 *
 * A message that cannot be written for now is held and tried again, because the bus keeps what subscribers throw to itself: its
 * consumer would acknowledge the message, and it would be lost. When it was held for long enough, it is thrown all the same.
 */
export async function listenToTopics(
  events: EventsService,
  deps: TopicDeps,
): Promise<void> {
  const byTopic = integrationsByTopic(deps.settings.integrations.values());
  if (byTopic.size === 0) return;
  let held = 0;
  await events.subscribe({
    id: 'incidents-alerts',
    topics: [...byTopic.keys()],
    async onEvent(message) {
      // From before a restart with another config.
      const integration = byTopic.get(message.topic);
      if (!integration) return;
      held += 1;
      try {
        await tryAgain(() => takeMessage(deps, integration, message), {
          patience: held > mostHeld ? 0 : deps.settings.holdFor,
          onFirstFailure: error =>
            deps.logger.warn(
              `A message of the topic ${message.topic} waits until it can be written`,
              error as Error,
            ),
        });
      } finally {
        held -= 1;
      }
    },
  });
}

/**
 * @throws ServiceUnavailableError when the same message may be written later.
 */
async function takeMessage(
  deps: TopicDeps,
  integration: Integration,
  message: Message,
): Promise<void> {
  let request: WebhookRequest | undefined;
  try {
    request = requestOf(deps.settings, integration, message);
    const remark = await admitDelivery(integration, request, deps.clock.now());
    if (!remark) await deps.receive(integration, request);
  } catch (error) {
    const isForged = error instanceof AuthenticationError;
    const refused = {
      integration: integration.id,
      // What may be forged must not be read again by mistake.
      body: isForged ? '' : bodyOf(message, request),
      contentType: [request?.headers['content-type']].flat()[0],
    };
    const reason = isForged ? new InputError(error.message) : error;
    await refuseDelivery(deps, refused, reason);
  }
}

/**
 * @throws InputError when the message is none that could be a delivery.
 */
function requestOf(
  { maxBytes }: AlertSettings,
  { id, secrets }: Integration,
  message: Message,
): WebhookRequest {
  const { isAsSigned, ...request } = readMessage(message);
  if (request.rawBody.length > maxBytes) {
    throw new InputError(
      `The message is larger than ${maxBytes} bytes, which is incidents.webhooks.maxBytes`,
    );
  }
  if (secrets.length > 0 && !isAsSigned) {
    throw new InputError(
      `Integration ${id} has a secret, but the signature of this message cannot be checked: its payload is an object, and the bytes that were signed are gone. Give its topics an integration without a secret`,
    );
  }
  return request;
}

/** What is kept of a message that was refused. */
function bodyOf(message: Message, request?: WebhookRequest): string {
  try {
    return (request ?? readMessage(message)).rawBody.toString('utf8');
  } catch {
    const { eventPayload } = message;
    return typeof eventPayload === 'object' ? '' : String(eventPayload ?? '');
  }
}
