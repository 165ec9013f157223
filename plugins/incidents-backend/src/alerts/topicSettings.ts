import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Integration } from './settings';

const defaultHoldFor = 10 * 60 * 1000;

/** Milliseconds for which a message is held while it cannot be written. */
export function readHoldFor(config: RootConfigService): number {
  const events = config.getOptionalConfig('incidents.events');
  if (!events?.has('holdFor')) return defaultHoldFor;
  return durationToMilliseconds(
    readDurationFromConfig(events, { key: 'holdFor' }),
  );
}

/**
 * Whose messages each topic of the event bus brings.
 *
 * @throws InputError when two integrations claim one topic.
 */
export function integrationsByTopic(
  integrations: Iterable<Integration>,
): Map<string, Integration> {
  const byTopic = new Map<string, Integration>();
  for (const integration of integrations) {
    for (const topic of integration.topics) {
      const other = byTopic.get(topic);
      if (other) {
        throw new InputError(
          other === integration
            ? `incidents.integrations: ${integration.id} has the topic ${topic} twice`
            : `incidents.integrations: the topic ${topic} is one of ${other.id} and of ${integration.id}; a topic may be in one integration only`,
        );
      }
      byTopic.set(topic, integration);
    }
  }
  return byTopic;
}
