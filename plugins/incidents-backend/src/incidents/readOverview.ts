import type {
  HeatRow,
  Incident,
  Need,
  Overview,
} from 'backstage-plugin-incidents-common';
import type { Paging } from '../paging';
import type { AccessFilter } from '../platform/access';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import {
  countSince,
  incidentsPerSystem,
  openKeysWithoutRunbook,
} from './historyStore';
import { listIncidents, type IncidentScope } from './listStore';
import { section, type ReadDeps, type Sight } from './readIncident';
import { maintenanceSection } from './readMaintenance';
import { ninetyDays } from './readSummary';
import { heatOf, partsOfSystems } from './rules/heatOf';
import { needsOf, type Neglect } from './rules/needsOf';

type OverviewDeps = ReadDeps & {
  catalog: Catalog;
  clock: { now(): Date };
  paging: Paging;
};

export type OverviewReader = {
  incidents: AccessFilter;
  alerts: AccessFilter;
  sight: Sight & { deadLetters: boolean; routing: boolean };
};

const openShown = 100;

/** What burns, what is neglected, who is awake, where it burned. */
export async function readOverview(
  deps: OverviewDeps,
  reader: OverviewReader,
): Promise<Overview> {
  const { database, alerts } = deps;
  const index = await deps.catalog.index().catch(() => undefined);
  const now = deps.clock.now();
  const since = new Date(now.getTime() - ninetyDays);
  const scope = { filter: reader.incidents, index };
  const open = await listIncidents(
    database.read,
    { status: ['open'], drills: 'hide', sort: 'severity', limit: openShown },
    scope,
  );
  const [maintenance, incidents, alertsSince, needs, onCall, heat] =
    await Promise.all([
      maintenanceSection(deps, { index, isVisible: reader.sight.routing }),
      countSince(database.read, since, scope),
      alerts.countSince(since, { filter: reader.alerts, index }),
      readNeeds(deps, { reader, scope, open: open.items, now }),
      readOnCall(deps, { reader, index, open: open.items }),
      section(() => readHeat(deps, { index, scope, since, now })),
    ]);
  return {
    at: now.toISOString(),
    open: open.items,
    openTotal: open.totalItems,
    incidentsIn90Days: incidents.totalItems,
    alertsIn90Days: alertsSince.totalItems,
    ...(open.totalIsAtLeast && { openTotalIsAtLeast: true }),
    ...(incidents.totalIsAtLeast && { incidentsIn90DaysIsAtLeast: true }),
    ...(alertsSince.totalIsAtLeast && { alertsIn90DaysIsAtLeast: true }),
    ...{ needs, maintenance, onCall, heat },
  };
}

async function readNeeds(
  { database, alerts, paging }: OverviewDeps,
  about: {
    reader: OverviewReader;
    scope: IncidentScope;
    open: Incident[];
    now: Date;
  },
): Promise<Need[]> {
  const { sight, alerts: visible } = about.reader;
  const { index } = about.scope;
  const [
    unanswered,
    withoutRunbook,
    neglected,
    suggested,
    silences,
    maintenance,
    dead,
  ] = await Promise.all([
    paging.exhausted(about.open.map(({ key }) => key)),
    openKeysWithoutRunbook(database.read, about.scope),
    // They belong to no entity, so that only who sees all alerts sees them.
    visible === 'everything' ? alerts.neglected() : [],
    alerts.suggested({ filter: visible, index }),
    sight.routing ? alerts.silences.ending() : { count: 0 },
    sight.routing ? alerts.maintenance.ending() : { count: 0 },
    sight.deadLetters ? alerts.deadLetters.count() : { count: 0 },
  ]);
  const neglect: Neglect = {
    ...{ unanswered, withoutRunbook, suggested, silences, maintenance, dead },
    alerts: neglected,
  };
  return needsOf(about.open, neglect, about.now);
}

/** Who should be awake for what is open now: one answer for all that the same people answer for. */
async function readOnCall(
  { oncall }: OverviewDeps,
  about: {
    reader: OverviewReader;
    index: CatalogIndex | undefined;
    open: Incident[];
  },
): Promise<Overview['onCall']> {
  if (!about.reader.sight.people) {
    return {
      status: 'hidden',
      reason: 'Seeing who is on call needs incidents.oncall.read',
    };
  }
  const { index } = about;
  const byAnswerer = new Map(
    about.open
      .flatMap(({ entityRefs }) => entityRefs)
      .map(ref => [index ? oncall.answererOf(index, ref) : ref, ref]),
  );
  return section(() =>
    Promise.all(
      [...byAnswerer.values()].map(async entityRef => ({
        entityRef,
        answer: await oncall.answerFor(entityRef),
      })),
    ),
  );
}

async function readHeat(
  { database }: OverviewDeps,
  about: {
    index: CatalogIndex | undefined;
    scope: IncidentScope;
    since: Date;
    now: Date;
  },
): Promise<HeatRow[]> {
  if (!about.index) throw new Error('The catalog does not answer');
  const happened = await incidentsPerSystem(
    database.read,
    about.since,
    about.scope,
    partsOfSystems(about.index),
  );
  return heatOf(about.index, happened, about.now);
}
