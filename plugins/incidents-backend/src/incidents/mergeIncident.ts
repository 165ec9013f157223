import type { Incident } from 'backstage-plugin-incidents-common';
import {
  arrivalsAt,
  holdIncidents,
  writeHanded,
  type ByPerson,
  type HandDeps,
} from './alertHands';
import { mergeInto } from './rules/mergeInto';

/**
 * Makes one of two incidents that are about the same; answers the one that remains.
 *
 * @throws NotFoundError; ConflictError when one of them is over, or they are the same.
 */
export async function mergeIncident(
  deps: HandDeps,
  key: string,
  { into: to, ...by }: ByPerson & { into: string },
): Promise<Incident> {
  const index = await deps.catalog.index().catch(() => undefined);
  const { severities } = deps;
  return deps.database.write(async tx => {
    // Alerts before incidents, as ingestion takes them; then again, because some may have joined before the incident was held.
    await deps.alerts.holdOf(tx, key);
    const held = await holdIncidents(tx, [key, to]);
    const kept = await deps.alerts.holdOf(tx, key);
    const [merged, into] = [held.get(key)!, held.get(to)!];
    const now = deps.clock.now();
    const arrivals = arrivalsAt(into, kept, { severities, index });
    const handed = mergeInto(merged, into, arrivals, { ...by, now });
    await writeHanded(deps, tx, kept, {
      ...handed,
      ...{ now, before: held.values(), actor: by.actor },
    });
    const { incident } = handed.incidents.at(-1)!;
    return { ...incident, version: incident.version + 1 };
  });
}
