import type {
  AuditorService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  Actor,
  HandOnPage,
  OnCallPage,
  OnCallPages,
  PageSomebody,
} from 'backstage-plugin-incidents-common';
import type { Clock, IncidentNotifier } from 'backstage-plugin-incidents-node';
import type { Router } from 'express';
import type { Alerts } from '../alerts';
import type { OnCall } from '../oncall';
import type { Bell } from '../platform/bell';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import type { NewId } from '../platform/identity';
import type { PortalNotices } from '../platform/portalNotices';
import type { RowWrite } from '../platform/writeRows';
import type { Runbooks } from '../runbooks';
import type { Timeline } from '../timeline';
import { mountAnswers } from './answerDoor';
import { createAnswerLinks } from './answerLinks';
import { acknowledgePage, handOnPage } from './answerPage';
import { calledStore, type CalledPerson } from './calledStore';
import { callStore } from './callStore';
import type { IncidentPort, PageCall } from './incidentPort';
import { mountNotifiers } from './notifierDoor';
import { noticeStore } from './noticeStore';
import { createEmailNotifier } from './notifiers/email';
import { createPortalNotifier } from './notifiers/portal';
import { createWebhookNotifier } from './notifiers/webhook';
import { pageSomebody } from './pageSomebody';
import { pageStore } from './pageStore';
import { readLatest, readPages, type PageReader } from './readPages';
import { runPages } from './runPages';
import type { EscalationSettings } from './settings';
import { createWriteNotice } from './writeNotice';

export type { CalledPerson } from './calledStore';
export { hidePeople } from './rules/hidePeople';
export { readEscalationSettings, type EscalationSettings } from './settings';
export type {
  CallKind,
  IncidentPort,
  PageCall,
  PagedIncident,
} from './incidentPort';

/** Ids that notifiers of modules cannot have. */
export const builtInNotifiers = [{ id: 'portal' }, { id: 'webhook' }];

type By = { actor: Actor } & PageReader;
type Waiting = { count: number; since?: string };

/** Who is woken, until somebody takes it up. */
export type Paging = {
  list(key: string, reader: PageReader): Promise<OnCallPages>;
  acknowledge(key: string, by: By): Promise<OnCallPage>;
  handOn(key: string, by: HandOnPage & By): Promise<OnCallPage>;
  pageSomebody(key: string, by: PageSomebody & By): Promise<OnCallPage>;
  /** Incidents of these for which nobody has answered. */
  exhausted(keys: string[]): Promise<Array<{ key: string; since: string }>>;
  /** Who was called in a window, oldest first, `limit` at most. */
  called(
    window: { from: Date; to: Date },
    limit: number,
  ): Promise<CalledPerson[]>;
  /** The doors for people who answer where they were told, without having signed in. */
  mountAnswers(router: Router): void;
  /** Does all that is due; answers how much that was. */
  run(): Promise<number>;
  /** Steps that should have been taken, and incidents that nobody was called for yet. */
  late(): Promise<Waiting>;
  undelivered(): Promise<Waiting>;
};

/** What is to be written together with incidents, so that people are called for them; ring the bell once it is committed. */
export function callRows(calls: PageCall[], at: Date): RowWrite[] {
  return callStore.toRows(calls, at);
}

/**
 * @throws Error when two notifiers have the same id.
 */
export function createPaging(deps: {
  database: Database;
  catalog: Catalog;
  clock: Clock;
  newId: NewId;
  logger: LoggerService;
  auditor: AuditorService;
  discovery: Pick<DiscoveryService, 'getExternalBaseUrl'>;
  bell: Bell;
  timeline: Timeline;
  notices: PortalNotices;
  alerts: Alerts;
  oncall: OnCall;
  runbooks: Runbooks;
  incidents: IncidentPort;
  /** Those of modules. */
  notifiers: IncidentNotifier[];
  baseUrl: string;
  settings: EscalationSettings;
}): Paging {
  const { database, clock } = deps;
  const { webhooks, email, links } = deps.settings;
  const notifiers = byId([
    createPortalNotifier(deps),
    createWebhookNotifier(webhooks),
    ...(email ? [createEmailNotifier(email, deps)] : []),
    ...deps.notifiers,
  ]);
  const answers = createAnswerLinks({ ...deps, notifiers, links });
  const write = createWriteNotice({ ...deps, linkFor: answers.linkFor });
  const all = { ...deps, notifiers, write };
  const run = oneAtATime(() => runPages(all));
  deps.bell.heardBy(run);
  return {
    run,
    list: (key, reader) => readPages(deps, key, reader),
    async acknowledge(key, by) {
      await acknowledgePage(all, key, { ...by, how: 'in the portal' });
      return readLatest(deps, key, by);
    },
    async handOn(key, by) {
      await handOnPage(all, key, by);
      return readLatest(deps, key, by);
    },
    async pageSomebody(key, { people, ...asked }) {
      await pageSomebody(all, key, asked);
      return readLatest(deps, key, { people });
    },
    called: (window, limit) =>
      calledStore.between(database.read, window, limit),
    mountAnswers(router) {
      mountAnswers(router, { ...deps, answers });
      mountNotifiers(router, all);
    },
    exhausted: keys => pageStore.exhausted(database.read, keys),
    async late() {
      const now = clock.now();
      const both = await Promise.all([
        pageStore.late(database.read, now),
        callStore.waiting(database.read),
      ]);
      const [since] = both.flatMap(one => one.since ?? []).sort();
      const count = both[0].count + both[1].count;
      return { count, ...(since && { since }) };
    },
    undelivered: () => noticeStore.undelivered(database.read),
  };
}

function byId(all: IncidentNotifier[]): Map<string, IncidentNotifier> {
  const notifiers = new Map<string, IncidentNotifier>();
  for (const notifier of all) {
    if (notifiers.has(notifier.id)) {
      throw new Error(`Two notifiers have the id "${notifier.id}".`);
    }
    notifiers.set(notifier.id, notifier);
  }
  return notifiers;
}

/** The bell and the task of one process do not do the same work twice, and whoever waits for it sees it done. */
function oneAtATime(work: () => Promise<number>): () => Promise<number> {
  let latest: Promise<unknown> = Promise.resolve();
  return () => {
    const next = latest.then(work, work);
    latest = next.catch(() => undefined);
    return next;
  };
}
