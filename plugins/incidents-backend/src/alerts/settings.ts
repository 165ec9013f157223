import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { AlertSource } from 'backstage-plugin-incidents-node';
import {
  readEntityRef,
  readId,
  readSeveral,
  type ConfigItem,
} from '../platform/configFields';
import {
  flappingOf,
  readFlapping,
  unlessDisabled,
  type FlappingConfig,
} from './flappingSettings';
import { readHeartbeats, type Heartbeat } from './heartbeatSettings';
import {
  readMaintenanceSettings,
  type MaintenanceSettings,
} from './maintenanceSettings';
import { readRetention, type Retention } from './retention';
import type { FlappingSettings } from './rules/flapping';
import { integrationsByTopic, readHoldFor } from './topicSettings';

/** One place from which alerts come, as `incidents.integrations[]` has it. */
export type Integration = {
  id: string;
  source: AlertSource;
  /** Several at once while one replaces another. */
  tokens: string[];
  /** For sources that sign; several at once too. */
  secrets: string[];
  /** Of the portal's event bus. */
  topics: string[];
  entityRef?: string;
  /** When its alerts flap; never when absent. */
  flapping?: FlappingSettings;
};

export type AlertSettings = MaintenanceSettings & {
  integrations: Map<string, Integration>;
  heartbeats: Map<string, Heartbeat>;
  /** Labels whose value may be the name of an entity, in order. */
  nameLabels: string[];
  /** Bytes of one delivery. */
  maxBytes: number;
  /** Milliseconds for which a message of the event bus is held while it cannot be written. */
  holdFor: number;
  retention: Retention;
  /** Of alerts that no integration of config brings. */
  flapping?: FlappingSettings;
};

const defaultNameLabels = ['service', 'app', 'component', 'job'];
const defaultMaxBytes = 4 * 1024 * 1024;

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readAlertSettings(
  config: RootConfigService,
  sources: ReadonlyMap<string, AlertSource>,
): AlertSettings {
  const integrations = new Map<string, Integration>();
  const configs = config.getOptionalConfigArray('incidents.integrations') ?? [];
  const flapping = readFlapping(config);
  for (const [i, item] of configs.entries()) {
    const integration = readIntegration(item, { sources, flapping }, i);
    if (integrations.has(integration.id)) {
      throw new InputError(
        `incidents.integrations has the id ${integration.id} twice`,
      );
    }
    integrations.set(integration.id, integration);
  }
  integrationsByTopic(integrations.values());
  return {
    integrations,
    heartbeats: readHeartbeats(config, integrations),
    nameLabels:
      config.getOptionalStringArray('incidents.routing.labels') ??
      defaultNameLabels,
    maxBytes:
      config.getOptionalNumber('incidents.webhooks.maxBytes') ??
      defaultMaxBytes,
    holdFor: readHoldFor(config),
    retention: readRetention(config),
    flapping: unlessDisabled(flapping),
    ...readMaintenanceSettings(config),
  };
}

function readIntegration(
  config: ConfigItem,
  given: {
    sources: ReadonlyMap<string, AlertSource>;
    flapping: FlappingConfig;
  },
  i: number,
): Integration {
  const { sources } = given;
  const { id, place } = readId(config, 'incidents.integrations', i);
  const sourceId = config.getString('source');
  const source = configured(sources.get(sourceId), config, place);
  if (!source) {
    throw new InputError(
      `${place}: there is no source ${sourceId}; known are ${[
        ...sources.keys(),
      ].join(', ')}`,
    );
  }
  const tokens = readSeveral(config, 'token', 'tokens');
  const secrets = readSeveral(config, 'secret', 'secrets');
  const topics = config.getOptionalStringArray('topics') ?? [];
  if (tokens.length + secrets.length + topics.length === 0) {
    throw new InputError(`${place}: it needs a token, a secret or topics`);
  }
  if (secrets.length > 0 && !source.isGenuine) {
    throw new InputError(
      `${place}: ${sourceId} signs nothing, so give a token and no secret`,
    );
  }
  return {
    ...{ id, source, tokens, secrets, topics },
    entityRef: readEntityRef(config.getOptionalString('entityRef')),
    flapping: flappingOf(config, place, given.flapping),
  };
}

/** The fields of an integration that are not its source's business. */
const ours = [
  ...['id', 'source', 'topics', 'flapping'],
  ...['token', 'tokens', 'secret', 'secrets'],
];

/**
 * A source as an integration wants it.
 */
function configured(
  source: AlertSource | undefined,
  config: ConfigItem,
  place: string,
): AlertSource | undefined {
  if (!source?.configure) return source;
  const names = config.keys().filter(name => !ours.includes(name));
  try {
    return source.configure(
      Object.fromEntries(names.map(name => [name, config.get(name)])),
    );
  } catch (error) {
    throw new InputError(`${place}: ${(error as Error).message}`);
  }
}
