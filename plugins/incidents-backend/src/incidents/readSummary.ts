import type {
  Alert,
  DependencyHealth,
  EntitySummary,
} from 'backstage-plugin-incidents-common';
import type { AccessFilter } from '../platform/access';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import { causeStore } from './causeStore';
import { historyOf } from './historyStore';
import { firstIncidents } from './listStore';
import { maintenanceSection } from './readMaintenance';
import {
  definitionSection,
  onCallSection,
  section,
  type ReadDeps,
  type Sight,
} from './readIncident';

type SummaryDeps = ReadDeps & { catalog: Catalog; clock: { now(): Date } };

export type SummaryReader = {
  incidents: AccessFilter;
  alerts: AccessFilter;
  sight: Sight & { routing: boolean };
};

export const ninetyDays = 90 * 24 * 60 * 60 * 1000;
const openShown = 50;
const recentShown = 20;

/**
 * What the tab of an entity shows. Its incidents are ours and always there; what others must answer for fails by itself.
 */
export async function readSummary(
  deps: SummaryDeps,
  entityRef: string,
  reader: SummaryReader,
): Promise<EntitySummary> {
  const index = await deps.catalog.index().catch(() => undefined);
  const now = deps.clock.now();
  const covered = index?.covers(entityRef) ?? [entityRef];
  const [history, firing, maintenance] = await Promise.all([
    readHistory(deps, { covered, reader, index, now }),
    readFiring(deps, { covered, reader, index }),
    maintenanceSection(deps, {
      ...{ entityRefs: covered, index },
      isVisible: reader.sight.routing,
    }),
  ]);
  const alerts = firing.filter(alert => alert.entityRef === entityRef);
  const sections = await readSections(deps, {
    ...{ entityRef, reader, index, alerts },
    severity: history.open[0]?.severity,
  });
  return {
    entityRef,
    at: now.toISOString(),
    covers: covered.length,
    ...history,
    ...{ firing, maintenance },
    ...sections,
  };
}

type Scoped = {
  covered: string[];
  reader: SummaryReader;
  index: CatalogIndex | undefined;
};

async function readHistory(
  { database }: SummaryDeps,
  { covered, reader, index, now }: Scoped & { now: Date },
) {
  const scope = { filter: reader.incidents, index, entityRefs: covered };
  const since = new Date(now.getTime() - ninetyDays);
  const [open, recent, history] = await Promise.all([
    firstIncidents(
      database.read,
      { status: ['open'], drills: 'hide', sort: 'severity', limit: openShown },
      scope,
    ),
    firstIncidents(
      database.read,
      { drills: 'hide', sort: '-declaredAt', limit: recentShown },
      scope,
    ),
    historyOf(database.read, since, scope),
  ]);
  const { items, days, countedSince, total } = history;
  const [last] = recent;
  const causes = open.flatMap(({ likelyBecauseOf }) => likelyBecauseOf ?? []);
  return {
    ...{ open, recent, strip: items },
    likelyCauses: await causeStore.among(database.read, causes, {
      ...{ filter: reader.incidents, index },
    }),
    ...(days && { days }),
    ...(countedSince && { countedSince }),
    incidentsIn90Days: total.totalItems,
    ...(last && { lastIncidentAt: last.declaredAt }),
  };
}

async function readFiring(
  { alerts }: SummaryDeps,
  { covered, reader, index }: Scoped,
) {
  return alerts.first(
    {
      status: ['firing', 'acknowledged'],
      sort: '-startedAt',
      limit: openShown,
    },
    { filter: reader.alerts, index, entityRefs: covered },
  );
}

type Subject = {
  entityRef: string;
  reader: SummaryReader;
  index: CatalogIndex | undefined;
};

async function readSections(
  deps: SummaryDeps,
  subject: Subject & { alerts: Alert[]; severity?: string },
): Promise<
  Pick<EntitySummary, 'onCall' | 'runbooks' | 'severities' | 'dependencies'>
> {
  const { entityRef, reader, index, alerts, severity } = subject;
  const [onCall, runbooks, severities, dependencies] = await Promise.all([
    onCallSection(deps.oncall, entityRef, reader.sight),
    definitionSection(reader.sight, () =>
      deps.runbooks.answerFor({ entityRef, alerts, severity }),
    ),
    definitionSection(reader.sight, async () =>
      deps.severities.schemeFor(entityRef, known(index, entityRef)),
    ),
    section(() => readDependencies(deps, subject)),
  ]);
  return { onCall, runbooks, severities, dependencies };
}

async function readDependencies(
  { database }: SummaryDeps,
  subject: Subject,
): Promise<DependencyHealth[]> {
  const index = known(subject.index, subject.entityRef);
  const refs = index.dependencies(subject.entityRef);
  const items = await firstIncidents(
    database.read,
    { status: ['open'], drills: 'hide', sort: 'severity', limit: 200 },
    { filter: subject.reader.incidents, index, entityRefs: refs },
  );
  return refs.map(entityRef => {
    const open = items.filter(({ entityRefs }) =>
      entityRefs.includes(entityRef),
    );
    return {
      entityRef,
      openIncidents: open.length,
      keys: open.map(({ key }) => key),
      ...(open[0] && { worst: open[0].severity }),
    };
  });
}

/** An entity that the catalog does not show is no entity without dependencies: the panel must say that it does not know. */
function known(
  index: CatalogIndex | undefined,
  entityRef: string,
): CatalogIndex {
  if (!index) throw new Error('The catalog does not answer');
  if (!index.get(entityRef)) {
    throw new Error(`${entityRef} is not in the catalog`);
  }
  return index;
}
