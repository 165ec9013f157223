import type { LoggerService } from '@backstage/backend-plugin-api';
import { actOnIncident } from './actOnIncident';
import type { ChangeDeps } from './changeIncident';
import { incidentStore } from './store';

const perRound = 100;

/**
 * Resolves incidents that have been calm for as long as config asks: mitigated, and no alert fires. Answers how many.
 */
export async function resolveCalm(
  deps: ChangeDeps & { logger: LoggerService },
  after: number | undefined,
): Promise<number> {
  if (after === undefined) return 0;
  const since = new Date(deps.clock.now().getTime() - after);
  const calm = await incidentStore.findCalm(
    deps.database.read,
    since,
    perRound,
  );
  let resolved = 0;
  for (const { key, version } of calm) {
    try {
      await actOnIncident(deps, key, {
        action: 'resolve',
        actor: { type: 'system', ref: 'auto-resolve' },
        note: 'Quiet since it was mitigated, as incidents.triage.autoResolve asks',
        // An alert that fires between the look and the act may have taken it up again, and then it is not over.
        version,
      });
      resolved += 1;
    } catch (error) {
      // Somebody else moved it in the meantime, or the next round will.
      deps.logger.debug(`${key} was not resolved: ${String(error)}`);
    }
  }
  return resolved;
}
