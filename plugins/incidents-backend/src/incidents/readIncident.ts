import { NotFoundError } from '@backstage/errors';
import {
  actionsFrom,
  type Alert,
  type Incident,
  type IncidentDetail,
  type Page,
  type Section,
  type TimelineEntry,
  type TimelineQuery,
} from 'backstage-plugin-incidents-common';
import type { Alerts } from '../alerts';
import type { OnCall } from '../oncall';
import { hidePeople } from '../paging';
import type { AccessFilter } from '../platform/access';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import type { Runbooks } from '../runbooks';
import type { Severities } from '../severity';
import type { Timeline } from '../timeline';
import { causeStore } from './causeStore';
import { incidentStore } from './store';

export type ReadDeps = {
  database: Database;
  alerts: Alerts;
  oncall: OnCall;
  runbooks: Runbooks;
  severities: Severities;
};

/** What a reader may not see is hidden, not missing. */
export type Sight = { people: boolean; definitions: boolean };

export type IncidentReader = { incidents: AccessFilter; sight: Sight };

/** Incidents that are shown as likely because of one. */
const effectsShown = 20;

/**
 * @throws NotFoundError
 */
export async function readIncident(
  deps: ReadDeps & { catalog: Catalog },
  key: string,
  reader: IncidentReader,
): Promise<IncidentDetail> {
  const { sight } = reader;
  const kept = await incidentStore.find(deps.database.read, key);
  if (!kept) throw new NotFoundError(`There is no incident ${key}`);
  const { incident } = kept;
  const [entityRef] = incident.entityRefs;
  const [related, severities, runbooks, onCall] = await Promise.all([
    relatedTo(deps, incident, reader),
    definitionSection(sight, () =>
      deps.severities.schemeAt(
        incident.severityVersion,
        incident.severityScheme,
      ),
    ),
    definitionSection(sight, async () =>
      deps.runbooks.answerFor({
        entityRef,
        alerts: await alertsOf(deps.alerts, key),
        severity: incident.severity,
      }),
    ),
    onCallSection(deps.oncall, entityRef, sight),
  ]);
  return {
    ...incident,
    actions: actionsFrom(incident.status),
    ...related,
    ...{ severities, runbooks, onCall },
  };
}

async function relatedTo(
  { database, catalog }: ReadDeps & { catalog: Catalog },
  { key, likelyBecauseOf = [] }: Incident,
  { incidents }: IncidentReader,
): Promise<Pick<IncidentDetail, 'likelyCauses' | 'likelyEffects'>> {
  const index = await catalog.index().catch(() => undefined);
  const scope = { filter: incidents, index };
  const [likelyCauses, likelyEffects] = await Promise.all([
    causeStore.among(database.read, likelyBecauseOf, scope),
    causeStore.effectsOf(database.read, key, scope, effectsShown),
  ]);
  return { likelyCauses, likelyEffects };
}

/**
 * @throws NotFoundError
 */
export async function readTimeline(
  deps: Pick<ReadDeps, 'database'> & { timeline: Timeline },
  key: string,
  query: TimelineQuery,
  { people }: Pick<Sight, 'people'>,
): Promise<Page<TimelineEntry>> {
  const kept = await incidentStore.find(deps.database.read, key);
  if (!kept) throw new NotFoundError(`There is no incident ${key}`);
  const page = await deps.timeline.of(key, query);
  return people ? page : { ...page, items: page.items.map(hidePeople) };
}

/** The alerts that speak for an incident: those that fire, else the latest. */
export async function alertsOf(alerts: Alerts, key: string): Promise<Alert[]> {
  const items = await alerts.first(
    { incident: key, sort: '-startedAt', limit: 50 },
    { filter: 'everything', index: undefined },
  );
  const firing = items.filter(alert => alert.status !== 'resolved');
  return firing.length > 0 ? firing : items;
}

export async function onCallSection(
  oncall: OnCall,
  entityRef: string,
  sight: Sight,
): Promise<IncidentDetail['onCall']> {
  return sight.people
    ? section(() => oncall.answerFor(entityRef))
    : {
        status: 'hidden',
        reason: 'Seeing who is on call needs incidents.oncall.read',
      };
}

/** Severity schemes and runbooks. */
export async function definitionSection<T>(
  sight: Sight,
  read: () => Promise<T>,
): Promise<Section<T>> {
  return sight.definitions
    ? section(read)
    : {
        status: 'hidden',
        reason: 'Seeing this needs incidents.definition.read',
      };
}

/** One panel of a page: when it fails, it says so, and the others stand. */
export async function section<T>(read: () => Promise<T>): Promise<Section<T>> {
  try {
    return { status: 'ok', value: await read() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'failed', reason: reason.slice(0, 500) };
  }
}
