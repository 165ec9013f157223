import {
  isOpenStatus,
  type ActOnIncident,
  type Actor,
  type Incident,
} from 'backstage-plugin-incidents-common';
import type { Tx } from '../platform/database';
import { changeIncident, type ChangeDeps } from './changeIncident';
import type { KeptIncident } from './keptIncident';
import { moveIncident } from './rules/moveIncident';
import { incidentStore } from './store';

/**
 * One step of the lifecycle, by a person or a task.
 *
 * @throws NotFoundError, ConflictError
 */
export function actOnIncident(
  deps: ChangeDeps,
  key: string,
  act: ActOnIncident & { actor: Actor },
): Promise<Incident> {
  const { action, actor, note, version } = act;
  return changeIncident(deps, { key, version }, async (kept, now, tx) => {
    const { after, because } = moveIncident(kept.incident, {
      ...{ action, actor, now },
      reason: note || undefined,
    });
    const stands = await mayStand(tx, kept, after);
    return { after: { ...kept, stands, incident: after }, because };
  });
}

/** An incident that is reopened takes its place again, unless another one stands there by now. */
async function mayStand(
  tx: Tx,
  kept: KeptIncident,
  after: Incident,
): Promise<boolean> {
  if (isOpenStatus(kept.incident.status)) return kept.stands;
  if (!isOpenStatus(after.status)) return false;
  const standing = await incidentStore.findInSlots(tx, [kept.place]);
  return standing.length === 0;
}
