import type { Alert } from 'backstage-plugin-incidents-common';
import { levelIn } from '../severity';
import { keyOf } from '../timeline';
import {
  holdIncidents,
  writeHanded,
  type ByPerson,
  type HandDeps,
} from './alertHands';
import { planFor } from './rules/planFor';
import { splitOff } from './rules/splitOff';
import { incidentStore } from './store';

/**
 * Makes an incident of its own of an alert.
 *
 * @throws NotFoundError; ConflictError when the alert is over, or has no entity.
 */
export async function splitAlert(
  deps: HandDeps,
  id: string,
  by: ByPerson & { title?: string },
): Promise<Alert> {
  const index = await deps.catalog.index().catch(() => undefined);
  return deps.database.write(async tx => {
    const kept = await deps.alerts.hold(tx, id);
    const { incidentKey: from, entityRef, severity } = kept.alert;
    const held = await holdIncidents(tx, from ? [from] : []);
    const n = (await incidentStore.holdCounter(tx)) + 1;
    await incidentStore.setCounter(tx, n);
    const scheme = deps.severities.schemeFor(entityRef, index);
    const now = deps.clock.now();
    const handed = splitOff(kept.alert, {
      ...{ ...by, now, scheme, key: keyOf(n) },
      level: levelIn(scheme, severity),
      place: planFor(kept.alert, deps.settings, index).place,
      source: held.get(from ?? ''),
    });
    await writeHanded(deps, tx, [kept], {
      ...handed,
      ...{ now, before: held.values(), actor: by.actor },
    });
    return handed.alerts[0];
  });
}
