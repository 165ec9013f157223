import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import {
  readEntityRef,
  readId,
  readSeveral,
  type ConfigItem,
} from '../platform/configFields';
import { heartbeatsId } from './heartbeatSource';
import type { Pace } from './rules/overdue';

/** A signal that is expected, as `incidents.heartbeats[]` has it. */
export type Heartbeat = Pace & {
  id: string;
  title: string;
  /** Several at once while one replaces another. */
  tokens: string[];
  entityRef?: string;
  /** A word that the severity scheme of the entity knows. */
  severity?: string;
  labels: Record<string, string>;
};

const minute = 60_000;

/**
 * @throws InputError that names the line of config which is wrong.
 */
export function readHeartbeats(
  config: RootConfigService,
  integrations: ReadonlyMap<string, unknown>,
): Map<string, Heartbeat> {
  // Its address would be that of the heartbeats, and its alerts would be taken for theirs.
  if (integrations.has(heartbeatsId)) {
    throw new InputError(
      `incidents.integrations: the id ${heartbeatsId} is taken by incidents.heartbeats; choose another`,
    );
  }
  const heartbeats = new Map<string, Heartbeat>();
  const items = config.getOptionalConfigArray('incidents.heartbeats') ?? [];
  for (const [i, item] of items.entries()) {
    const { id, place } = readId(item, 'incidents.heartbeats', i);
    if (heartbeats.has(id)) {
      throw new InputError(`incidents.heartbeats has the id ${id} twice`);
    }
    if (integrations.has(id)) {
      throw new InputError(`${place}: an integration has this id already`);
    }
    try {
      heartbeats.set(id, readHeartbeat(item, id));
    } catch (error) {
      throw new InputError(`${place}: ${(error as Error).message}`);
    }
  }
  return heartbeats;
}

function readHeartbeat(config: ConfigItem, id: string): Heartbeat {
  const tokens = readSeveral(config, 'token', 'tokens');
  if (tokens.length === 0) throw new Error('it needs a token');
  const every = readDuration(config, 'every');
  return {
    ...{ id, tokens, every },
    title: config.getOptionalString('title') ?? id,
    grace: config.has('grace')
      ? readDuration(config, 'grace')
      : Math.max(minute, every / 3),
    entityRef: readEntityRef(config.getOptionalString('entityRef')),
    severity: config.getOptionalString('severity'),
    labels: readLabels(config),
  };
}

/** Not shorter than what may pass between two looks at it. */
function readDuration(config: ConfigItem, key: string): number {
  const duration = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (duration >= minute) return duration;
  throw new Error(`${key} must be a minute or more`);
}

function readLabels(config: ConfigItem): Record<string, string> {
  const labels = z
    .record(z.string(), z.string())
    .safeParse(config.getOptional('labels') ?? {});
  if (labels.success) return labels.data;
  throw new Error('labels must be names with a text each');
}
