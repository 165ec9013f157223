import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  Alert,
  AlertQuery,
  Page,
} from 'backstage-plugin-incidents-common';
import type { Router } from 'express';
import { createDeadLetters, type DeadLetters } from './deadLetters';
import { deliveryStore } from './deliveryStore';
import type { IngestDeps } from './ingestSignals';
import { createReceiver } from './receiveDelivery';
import { routePending } from './routePending';
import type { AlertSettings } from './settings';
import { alertStore, type AlertScope } from './store';
import { mountWebhooks } from './webhook';

export { readAlertSettings, type AlertSettings } from './settings';
export type { AlertChanges, TriageAlerts, TriageAnswer } from './triagePort';
export type { AlertScope } from './store';

/** What the world tells us. */
export type Alerts = {
  mountWebhooks(router: Router): void;
  list(query: AlertQuery, scope: AlertScope): Promise<Page<Alert>>;
  find(id: string): Promise<Alert | undefined>;
  /** Alerts that fire and belong to nobody, and since when. */
  neglected(): ReturnType<typeof alertStore.neglected>;
  countSince(
    from: Date,
    scope: Pick<AlertScope, 'filter' | 'index'>,
  ): Promise<number>;
  deadLetters: DeadLetters;
  /** Routes what came while the catalog was away; answers how many. */
  routePending(): Promise<number>;
  /** Deletes deliveries and dead letters that are older than their retention. */
  forgetOld(): Promise<void>;
};

const retention = 30 * 24 * 60 * 60 * 1000;

export function createAlerts(
  deps: Omit<IngestDeps, 'nameLabels'> & {
    settings: AlertSettings;
    auditor: AuditorService;
    logger: LoggerService;
  },
): Alerts {
  const { database, clock, settings } = deps;
  const ingest = { ...deps, nameLabels: settings.nameLabels };
  const deadLetters = createDeadLetters(deps);
  const receive = createReceiver(ingest);
  return {
    deadLetters,
    mountWebhooks: router =>
      mountWebhooks(router, { ...deps, receive, deadLetters }),
    list: (query, scope) => alertStore.list(database.read, query, scope),
    find: id => alertStore.find(database.read, id),
    neglected: () => alertStore.neglected(database.read),
    countSince: (from, scope) =>
      alertStore.countSince(database.read, from, scope),
    routePending: () => routePending(ingest),
    forgetOld: () =>
      database.write(tx =>
        deliveryStore.forget(tx, new Date(clock.now().getTime() - retention)),
      ),
  };
}
