import { NotFoundError } from '@backstage/errors';
import type { Actor } from 'backstage-plugin-incidents-common';
import type { Alerts, KeptAlert } from '../alerts';
import { callRows } from '../paging';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import { afterCommit, type Tx } from '../platform/database';
import { levelOf, readSeverity, type Severities } from '../severity';
import type { ChangeDeps } from './changeIncident';
import type { KeptIncident } from './keptIncident';
import { callsFor } from './rules/callsFor';
import type { Handed } from './rules/handOver';
import type { PlanSettings } from './rules/planFor';
import type { Arrival } from './rules/triage';
import { incidentStore } from './store';

/** What it takes to let alerts change hands. */
export type HandDeps = ChangeDeps & {
  alerts: Alerts;
  severities: Severities;
  catalog: Catalog;
  settings: PlanSettings;
};

export type ByPerson = { actor: Actor; note?: string };

/** Alerts, each with how bad it is by the scheme of the incident that it comes to. */
export function arrivalsAt(
  { incident }: KeptIncident,
  coming: KeptAlert[],
  { severities, index }: { severities: Severities; index?: CatalogIndex },
): Arrival[] {
  const scheme = severities.schemeFor(incident.entityRefs[0], index);
  return coming.map(({ alert, said }) => ({
    alert,
    level:
      levelOf(scheme, alert.severity) ??
      readSeverity(scheme, said.severity).level,
  }));
}

/** @throws NotFoundError when one does not exist. */
export async function holdIncidents(
  tx: Tx,
  keys: string[],
): Promise<Map<string, KeptIncident>> {
  const held = await incidentStore.hold(tx, { slots: [], keys });
  const byKey = new Map(held.map(kept => [kept.incident.key, kept]));
  const missing = keys.find(key => !byKey.has(key));
  if (missing) throw new NotFoundError(`There is no incident ${missing}`);
  return byKey;
}

/** Writes alerts that change hands, both incidents and both timelines. */
export async function writeHanded(
  deps: HandDeps,
  tx: Tx,
  kept: KeptAlert[],
  handed: Handed & { now: Date; before: Iterable<KeptIncident>; actor: Actor },
): Promise<void> {
  const { alerts, incidents, because, now, actor } = handed;
  const byId = new Map(alerts.map(alert => [alert.id, alert]));
  const moved = kept.map(one => ({ ...one, alert: byId.get(one.alert.id)! }));
  const before = new Map(
    [...handed.before].map(({ incident }) => [incident.key, incident]),
  );
  const calls = incidents.flatMap(({ incident }) =>
    callsFor(before.get(incident.key), incident, actor),
  );
  await deps.timeline.record(tx, because, now, [
    ...incidentStore.toRows(incidents),
    ...deps.alerts.toRows(moved),
    ...callRows(calls, now),
  ]);
  if (calls.length > 0) afterCommit(tx, () => deps.bell.ring());
}
