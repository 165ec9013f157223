import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  handoverLimits,
  type StripItem,
} from 'backstage-plugin-incidents-common';
import type {
  ActOnAlert,
  ActOnIncident,
  Actor,
  Alert,
  DeclareIncident,
  EntitySummary,
  Incident,
  IncidentDetail,
  IncidentQuery,
  MergeIncident,
  Overview,
  Page,
  SetSeverity,
  TimelineEntry,
  TimelineQuery,
} from 'backstage-plugin-incidents-common';
import type { Alerts, TriageAlerts } from '../alerts';
import type { OnCall } from '../oncall';
import type { Paging } from '../paging';
import type { Bell } from '../platform/bell';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import type { Runbooks } from '../runbooks';
import type { Severities } from '../severity';
import type { Timeline } from '../timeline';
import { actOnAlert } from './actOnAlert';
import { actOnIncident } from './actOnIncident';
import { addNote } from './addNote';
import { checkRunbooks } from './checkRunbooks';
import { declareIncident } from './declareIncident';
import { incidentsDuring } from './duringStore';
import { listIncidents, type IncidentScope } from './listStore';
import { mergeIncident } from './mergeIncident';
import {
  readIncident,
  readTimeline,
  type IncidentReader,
  type Sight,
} from './readIncident';
import { readOverview, type OverviewReader } from './readOverview';
import { readSummary, type SummaryReader } from './readSummary';
import { releaseHeld } from './releaseHeld';
import { resolveCalm } from './resolveCalm';
import { setSeverity } from './setSeverity';
import type { TriageSettings } from './settings';
import { incidentStore } from './store';

export { readTriageSettings, type TriageSettings } from './settings';
export { createTriage } from './triageAlerts';
export { createIncidentPort } from './pagedIncidents';
export { explainTriage } from './rules/explainTriage';

type By = { actor: Actor };

/** What we do about it. */
export type Incidents = {
  list(query: IncidentQuery, scope: IncidentScope): Promise<Page<Incident>>;
  /** Those of some entities that were declared or open in a window, newest first. */
  during(
    window: { from: Date; to: Date },
    scope: IncidentScope & { entityRefs: string[] },
  ): Promise<StripItem[]>;
  /** Without those that do not exist. */
  findMany(keys: string[]): Promise<Incident[]>;
  read(key: string, reader: IncidentReader): Promise<IncidentDetail>;
  timeline(
    key: string,
    query: TimelineQuery,
    sight: Pick<Sight, 'people'>,
  ): Promise<Page<TimelineEntry>>;
  declare(declared: DeclareIncident & By): Promise<Incident>;
  act(key: string, act: ActOnIncident & By): Promise<Incident>;
  setSeverity(key: string, judged: SetSeverity & By): Promise<Incident>;
  addNote(key: string, note: { text: string } & By): Promise<TimelineEntry>;
  actOnAlert(alertId: string, act: ActOnAlert & By): Promise<Alert>;
  /** Answers the one that remains. */
  merge(key: string, merge: MergeIncident & By): Promise<Incident>;
  summary(entityRef: string, reader: SummaryReader): Promise<EntitySummary>;
  overview(reader: OverviewReader): Promise<Overview>;
  /** Says on the timelines of new incidents which runbook is theirs; answers how many. */
  checkRunbooks(): Promise<number>;
  /** Ends the holding back of pages whose cause is in effect no more; answers how many. */
  releaseHeld(): Promise<number>;
  /** Resolves what has been calm for long enough; answers how many. */
  resolveCalm(): Promise<number>;
};

export function createIncidents(deps: {
  database: Database;
  catalog: Catalog;
  clock: { now(): Date };
  logger: LoggerService;
  timeline: Timeline;
  severities: Severities;
  alerts: Alerts;
  triage: TriageAlerts;
  oncall: OnCall;
  paging: Paging;
  bell: Bell;
  runbooks: Runbooks;
  settings: TriageSettings;
}): Incidents {
  const { database, settings } = deps;
  return {
    list: (query, scope) => listIncidents(database.read, query, scope),
    during: (window, scope) =>
      incidentsDuring(database.read, window, scope, handoverLimits.incidents),
    findMany: keys => incidentStore.findMany(database.read, keys),
    read: (key, reader) => readIncident(deps, key, reader),
    timeline: (key, query, sight) => readTimeline(deps, key, query, sight),
    declare: declared => declareIncident(deps, declared),
    act: (key, act) => actOnIncident(deps, key, act),
    setSeverity: (key, judged) => setSeverity(deps, key, judged),
    addNote: (key, note) => addNote(deps, key, note),
    actOnAlert: (id, act) => actOnAlert(deps, id, act),
    merge: (key, merge) => mergeIncident(deps, key, merge),
    summary: (entityRef, reader) => readSummary(deps, entityRef, reader),
    overview: reader => readOverview(deps, reader),
    checkRunbooks: () => checkRunbooks(deps),
    releaseHeld: () => releaseHeld(deps),
    resolveCalm: () => resolveCalm(deps, settings.autoResolveAfter),
  };
}
