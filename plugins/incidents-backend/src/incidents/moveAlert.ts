import type { Alert } from 'backstage-plugin-incidents-common';
import {
  arrivalsAt,
  holdIncidents,
  writeHanded,
  type ByPerson,
  type HandDeps,
} from './alertHands';
import { handOver } from './rules/handOver';

/**
 * Takes an alert to another incident; nothing happens when it is there.
 *
 * @throws NotFoundError; ConflictError when that incident is over.
 */
export async function moveAlert(
  deps: HandDeps,
  id: string,
  { incidentKey: to, ...by }: ByPerson & { incidentKey: string },
): Promise<Alert> {
  const index = await deps.catalog.index().catch(() => undefined);
  const { severities } = deps;
  return deps.database.write(async tx => {
    const kept = await deps.alerts.hold(tx, id);
    const { incidentKey: from } = kept.alert;
    if (from === to) return kept.alert;
    const held = await holdIncidents(tx, from ? [from, to] : [to]);
    const [source, target] = [held.get(from ?? ''), held.get(to)!];
    const [arrival] = arrivalsAt(target, [kept], { severities, index });
    const now = deps.clock.now();
    const handed = handOver(arrival, { source, target }, { ...by, now });
    await writeHanded(deps, tx, [kept], {
      ...handed,
      ...{ now, before: held.values(), actor: by.actor },
    });
    return handed.alerts[0];
  });
}
