import type { Config } from '@backstage/config';
import { figuresOf } from './figures';
import { momentAt } from './fillTimes';
import { openTarget } from './openTarget';
import { readRecording } from './recording';
import { replay } from './replay';
import { startReplayBackend, type ReplayDatabases } from './replayBackend';
import type { Target } from './target';

/** How a portal is to be filled. */
export interface FillOptions {
  config: Config;
  /** Where the recording lies. */
  folder: string;
  /** The moment at which the recording ends. */
  end: Date;
  /** Does nothing where there is something already, or where no examples are wanted. */
  ifEmpty: boolean;
  tell(line: string): void;
}

async function isRunning(url: string): Promise<boolean> {
  return fetch(`${url}/.backstage/health/v1/liveness`, {
    signal: AbortSignal.timeout(2000),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** A portal that runs would go on with the database that was replaced. */
async function refuseWhenRunning(config: Config): Promise<void> {
  const url = config.getString('backend.baseUrl');
  if (await isRunning(url)) {
    throw new Error(`A portal runs at ${url}. Stop it first`);
  }
}

async function play(
  options: FillOptions,
  databases: ReplayDatabases,
): Promise<void> {
  const { config, folder, end, tell } = options;
  const startedAt = performance.now();
  tell('Replaying the recorded quarter:');
  const recording = await readRecording(folder);
  const backend = await startReplayBackend({
    ...{ config, databases },
    start: momentAt(end, recording[0].t - 1),
  });
  try {
    await replay(backend, recording, { end, tell });
    const seconds = (performance.now() - startedAt) / 1000;
    tell(`${await figuresOf(backend.url)}, in ${seconds.toFixed(1)} s`);
  } finally {
    await backend.stop();
  }
}

/** The catalog that was read for the replay serves the portal too, unless it has one. */
async function fill(target: Target, options: FillOptions): Promise<void> {
  const catalog = await openTarget(options.config, 'catalog');
  try {
    const isNew = await catalog.isEmpty();
    await play(options, {
      incidents: await target.draft(),
      catalog: isNew ? await catalog.draft() : undefined,
    });
    if (isNew) {
      await catalog.finish();
    }
    // Last, because this is what tells a portal that was filled.
    await target.finish();
  } finally {
    await catalog.close();
  }
}

/**
 * Replays the recorded quarter into an empty portal.
 *
 * @throws Error with a sentence when the portal is not empty, or runs, or when
 * the replay stopped.
 */
export async function fillPortal(options: FillOptions): Promise<void> {
  const { config, ifEmpty } = options;
  if (ifEmpty && config.getOptionalBoolean('incidents.examples') === false) {
    return;
  }
  const target = await openTarget(config, 'incidents');
  try {
    if (await target.isEmpty()) {
      await refuseWhenRunning(config);
      await fill(target, options);
    } else if (!ifEmpty) {
      throw new Error(
        `There are incidents or alerts in ${target.name} already. Remove it, and the next start fills it again`,
      );
    }
  } finally {
    await target.close();
  }
}
