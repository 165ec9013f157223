import type { Actor, Alert } from 'backstage-plugin-incidents-common';
import { holdAlert, writeHanded, type HandDeps } from './changeAlert';
import { acknowledgeByPerson } from './rules/byPerson';

/**
 * Somebody takes an alert up, and with it the incident that it belongs to.
 *
 * @throws NotFoundError; ConflictError when it is over.
 */
export function acknowledgeAlert(
  deps: HandDeps,
  id: string,
  by: { actor: Actor; note?: string },
): Promise<Alert> {
  return deps.database.write(async tx => {
    const kept = await holdAlert(tx, id);
    const decision = acknowledgeByPerson(kept.alert, by);
    if (!decision) return kept.alert;
    const { after, because } = decision;
    return writeHanded(deps, tx, kept, {
      after,
      changes: { acknowledged: [after] },
      because: () => because,
      ...{ now: deps.clock.now(), index: undefined, actor: by.actor },
    });
  });
}
