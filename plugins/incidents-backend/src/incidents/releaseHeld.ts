import { isOpenStatus, type Incident } from 'backstage-plugin-incidents-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { causeStore } from './causeStore';
import { changeIncident, type ChangeDeps } from './changeIncident';
import type { InhibitionSettings } from './inhibitionSettings';
import { reasonToRelease, releasePages } from './rules/likelyCauses';
import { incidentStore } from './store';

const perRound = 100;
const actor = { type: 'system', ref: 'inhibition' } as const;

type ReleaseDeps = ChangeDeps & {
  logger: LoggerService;
  settings: { inhibition: InhibitionSettings };
};

/**
 * Lets people be paged again for incidents that are still open although what they were likely because of is in effect no more. Answers how many.
 */
export async function releaseHeld(deps: ReleaseDeps): Promise<number> {
  const { inhibition } = deps.settings;
  const keys = await causeStore.findReleasable(
    deps.database.read,
    inhibition.holdPages ? inhibition : undefined,
    perRound,
  );
  let released = 0;
  for (const key of keys) {
    try {
      if (await release(deps, key)) released += 1;
    } catch (error) {
      // The next round finds it again.
      deps.logger.debug(`${key} stays held: ${String(error)}`);
    }
  }
  return released;
}

/** Looks again while it is held against other writers: another replica may have been faster, or its cause may be back. */
async function release(deps: ReleaseDeps, key: string): Promise<boolean> {
  let isReleased = false;
  await changeIncident(deps, { key }, async (kept, now, tx) => {
    const reason = await reasonFor(deps, kept.incident, tx);
    isReleased = reason !== undefined;
    if (!reason) return undefined;
    const { after, because } = releasePages(kept.incident, {
      ...{ reason, now, actor },
    });
    return { after: { ...kept, incident: after }, because };
  });
  return isReleased;
}

async function reasonFor(
  { settings }: ReleaseDeps,
  { status, pagesHeld }: Incident,
  tx: Parameters<typeof incidentStore.findMany>[0],
): Promise<string | undefined> {
  if (!pagesHeld || !isOpenStatus(status)) return undefined;
  const causes = await incidentStore.findMany(tx, pagesHeld.because);
  return reasonToRelease(causes, settings.inhibition);
}
