import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  Actor,
  Alert,
  AlertDetail,
  AlertQuery,
  Delivery,
  DeliveryDetail,
  DeliveryQuery,
  DryRun,
  DryRunReply,
  Heartbeats,
  Page,
  ReplayDeadLetters,
  ReplayDeliveries,
  ReplayDeliveriesReply,
  ReplayReply,
  TimelineEntry,
  TimelineQuery,
} from 'backstage-plugin-incidents-common';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Router } from 'express';
import type { AccessFilter } from '../platform/access';
import type { Total } from '../platform/countUpTo';
import type { Tx } from '../platform/database';
import type { FetchPublicText } from '../platform/fetchPublicText';
import type { PortalNotices } from '../platform/portalNotices';
import type { RowWrite } from '../platform/writeRows';
import { acknowledgeAlert } from './acknowledgeAlert';
import { announceEndings } from './announceEndings';
import { bindAlert, type BindAlert } from './bindAlert';
import { calmFlapping } from './calmFlapping';
import { holdAlert, holdSuggested } from './changeAlert';
import { createDeadLetters, type DeadLetters } from './deadLetters';
import { listDeliveries, readDelivery } from './deliveries';
import { dryRun } from './dryRun';
import { mountHeartbeats } from './heartbeatDoor';
import { flappingStore } from './flappingStore';
import { heldStore } from './heldStore';
import type { IngestDeps } from './ingestSignals';
import { listenToTopics } from './listenToTopics';
import { listHeartbeats } from './listHeartbeats';
import {
  countAlertsSince,
  countSuggested,
  firstAlerts,
  listAlerts,
  type AlertScope,
} from './listStore';
import { createMaintenanceBook, type MaintenanceBook } from './maintenance';
import { readAlert, readAlertTimeline } from './readAlert';
import { createReceiver } from './receiveDelivery';
import { releaseHeld } from './releaseHeld';
import { replayDeliveries } from './replayDeliveries';
import { replayLetters } from './replayLetters';
import { forgetOld } from './retention';
import { routePending } from './routePending';
import { createRuleBook, type RuleBook } from './routingRules';
import type { AlertSettings } from './settings';
import { createSilenceBook, type SilenceBook } from './silences';
import { sweepHeartbeats } from './sweepHeartbeats';
import { alertStore, type KeptAlert } from './store';
import type { ExplainTriage } from './triagePort';
import { mountWebhooks } from './webhook';

export { readAlertSettings, type AlertSettings } from './settings';
export type {
  AlertChanges,
  ExplainTriage,
  TriageAlerts,
  TriageAnswer,
} from './triagePort';
export type { AlertScope } from './listStore';
export type { KeptAlert } from './store';

/** What the world tells us. */
export type Alerts = {
  mountWebhooks(router: Router): void;
  listenToTopics(events: EventsService): Promise<void>;
  list(query: AlertQuery, scope: AlertScope): Promise<Page<Alert>>;
  /** The first of a list, without counting the others. */
  first(
    query: Omit<AlertQuery, 'q' | 'cursor'>,
    scope: AlertScope,
  ): Promise<Alert[]>;
  find(id: string): Promise<Alert | undefined>;
  /** @throws NotFoundError */
  read(id: string): Promise<AlertDetail>;
  /** @throws NotFoundError */
  timeline(id: string, query: TimelineQuery): Promise<Page<TimelineEntry>>;
  acknowledge(id: string, by: { actor: Actor; note?: string }): Promise<Alert>;
  bind(id: string, bound: BindAlert): Promise<Alert>;
  rules: RuleBook;
  /** For the floor above, which moves alerts between incidents: held against other writers until `tx` ends. */
  hold(tx: Tx, id: string): Promise<KeptAlert>;
  holdOf(tx: Tx, incidentKey: string): Promise<KeptAlert[]>;
  /** An alert, and what else of its entity waits for a person to declare it. @throws NotFoundError */
  holdSuggested(tx: Tx, id: string, most: number): Promise<KeptAlert[]>;
  toRows(alerts: KeptAlert[]): RowWrite[];
  /** Alerts that fire and belong to nobody, and since when. */
  neglected(): ReturnType<typeof alertStore.neglected>;
  /** Alerts that fire and may be incidents, if a person says so, and since when. */
  suggested(
    scope: Pick<AlertScope, 'filter' | 'index'>,
  ): Promise<{ count: number; since?: string }>;
  countSince(
    from: Date,
    scope: Pick<AlertScope, 'filter' | 'index'>,
  ): Promise<Total>;
  silences: SilenceBook;
  /** Raises alerts for signals that did not come; answers how many. */
  sweepHeartbeats(): Promise<number>;
  maintenance: MaintenanceBook;
  /** Triages what fires on after its silence or its maintenance has ended; answers how many. */
  releaseHeld(): Promise<number>;
  /** Tells whom it concerns which of them end soon; answers how many. */
  announceEndings(): Promise<number>;
  /** Lets alerts that have flapped and are calm be ordinary ones again; answers how many. */
  calmFlapping(): Promise<number>;
  deadLetters: DeadLetters;
  /** Reads dead letters again. */
  replay(wanted: ReplayDeadLetters): Promise<ReplayReply>;
  /** Deliveries that were understood. */
  deliveries: {
    list(query: DeliveryQuery): Promise<Page<Delivery>>;
    /** @throws NotFoundError */
    read(id: string): Promise<DeliveryDetail>;
    replay(
      wanted: ReplayDeliveries,
      actor: Actor,
    ): Promise<ReplayDeliveriesReply>;
  };
  /** How the signals stand that are expected, as far as one may see their alerts. */
  heartbeats(filter: AccessFilter): Promise<Heartbeats>;
  /** What a delivery would do if it came now. */
  dryRun(wanted: DryRun): Promise<DryRunReply>;
  /** Routes what came while the catalog was away; answers how many. */
  routePending(): Promise<number>;
  /** Firing alerts that wait for the catalog, and since when. */
  pending(): Promise<{ count: number; since?: string }>;
  /** Firing alerts that should have an incident and have none. */
  orphaned(): Promise<{ count: number; since?: string }>;
  /** Alerts that are held as flapping although they have been calm for long enough, and since when. */
  overheld(): Promise<{ count: number; since?: string }>;
  /** Deletes deliveries, their payloads and dead letters that are older than their retention. */
  forgetOld(): Promise<void>;
};

export function createAlerts(
  deps: Omit<
    IngestDeps,
    'nameLabels' | 'rules' | 'silences' | 'maintenance'
  > & {
    fetchText: FetchPublicText;
    notices: PortalNotices;
    settings: AlertSettings;
    explain: ExplainTriage;
    auditor: AuditorService;
    logger: LoggerService;
  },
): Alerts {
  const { database, settings } = deps;
  const rules = createRuleBook(deps);
  const silences = createSilenceBook(deps);
  const maintenance = createMaintenanceBook(deps);
  const { nameLabels } = settings;
  const ingest = { ...deps, rules, silences, maintenance, nameLabels };
  const deadLetters = createDeadLetters(deps);
  const receive = createReceiver(ingest);
  return {
    ...{ deadLetters, rules, silences, maintenance },
    mountWebhooks(router) {
      mountHeartbeats(router, { ...deps, ...ingest });
      mountWebhooks(router, { ...deps, receive, deadLetters });
    },
    listenToTopics: events =>
      listenToTopics(events, { ...deps, receive, deadLetters }),
    list: (query, scope) => listAlerts(database.read, query, scope),
    first: (query, scope) => firstAlerts(database.read, query, scope),
    find: id => alertStore.find(database.read, id),
    read: id => readAlert(deps, id),
    timeline: (id, query) => readAlertTimeline(deps, id, query),
    acknowledge: (id, by) => acknowledgeAlert(deps, id, by),
    bind: (id, bound) => bindAlert(ingest, id, bound),
    hold: holdAlert,
    holdOf: heldStore.ofIncident,
    holdSuggested,
    toRows: alertStore.toRows,
    neglected: () => alertStore.neglected(database.read),
    suggested: scope => countSuggested(database.read, scope),
    countSince: (from, scope) => countAlertsSince(database.read, from, scope),
    sweepHeartbeats: () => sweepHeartbeats(ingest),
    releaseHeld: () => releaseHeld(ingest),
    announceEndings: () => announceEndings(deps),
    calmFlapping: () => calmFlapping(ingest),
    replay: wanted => replayLetters({ ...deps, receive }, wanted),
    deliveries: {
      list: query => listDeliveries(deps, query),
      read: id => readDelivery(deps, id),
      replay: (wanted, actor) =>
        replayDeliveries({ ...deps, ...ingest }, wanted, actor),
    },
    heartbeats: filter => listHeartbeats({ ...deps, ...ingest }, filter),
    dryRun: wanted => dryRun({ ...deps, ...ingest }, wanted),
    routePending: () => routePending(ingest),
    pending: () => alertStore.countStuck(database.read, 'pending'),
    orphaned: () => alertStore.countStuck(database.read, 'orphaned'),
    overheld: () => flappingStore.countOverdue(database.read, deps.clock.now()),
    forgetOld: () => forgetOld(deps),
  };
}
