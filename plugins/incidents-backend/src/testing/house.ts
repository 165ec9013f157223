import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type Alert,
  type Incident,
  type IncidentDetail,
  type TimelineEntry,
} from 'backstage-plugin-incidents-common';
import alertSources, {
  alertmanager,
  generic,
} from 'backstage-plugin-incidents-backend-module-alert-sources';
import { clockServiceRef } from 'backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { incidentsPlugin } from '../plugin';
import { company } from './company';
import { createTestScheduler } from './testScheduler';

export const threeInTheMorning = new Date('2026-11-20T03:00:00.000Z');

const token = 'test-token';
const sources = { alertmanager, generic };

export type HouseOptions = {
  knex?: Knex;
  entities?: Entity[];
  config?: object;
  /** Makes the catalog fail while it answers `true`. */
  catalogIsAway?: () => boolean;
  permissions?: ReturnType<typeof mockServices.permissions.factory>;
  /** What stands in the place of something, or joins in. */
  features?: BackendFeature[];
};

type Time = { hours?: number; minutes?: number; seconds?: number };

/**
 * The real backend, with routes, stores and tasks, in a process of its own kind: frozen clock, a catalog of a small company, and
 * time that passes only when a story says so.
 */
export async function house(options: HouseOptions = {}) {
  let now = threeInTheMorning;
  const scheduler = createTestScheduler();
  const signals: unknown[] = [];
  const notices: NotificationSendOptions[] = [];
  const backend = await startTestBackend({
    features: [
      incidentsPlugin,
      alertSources,
      scheduler.factory,
      mockServices.rootConfig.factory({ data: configOf(options) }),
      catalogOf(options),
      given(clockServiceRef, { now: () => now }),
      given(signalsServiceRef, {
        publish: async (signal: unknown) => void signals.push(signal),
      }),
      given(notificationService, {
        send: async notice => void notices.push(notice),
      }),
      ...(options.permissions ? [options.permissions] : []),
      ...(options.features ?? []),
      ...(options.knex
        ? [
            given(coreServices.database, {
              getClient: async () => options.knex!,
            }),
          ]
        : []),
    ],
  });
  const agent = request(backend.server);

  const get = async (path: string, user = 'user:default/ada') => {
    const response = await agent
      .get(`/api/incidents${path}`)
      .set('Authorization', mockCredentials.user.header(user));
    return response;
  };
  const post = (path: string, body: object, user = 'user:default/ada') =>
    agent
      .post(`/api/incidents${path}`)
      .set('Authorization', mockCredentials.user.header(user))
      .send(body);
  const put = (path: string, body: object, user = 'user:default/ada') =>
    agent
      .put(`/api/incidents${path}`)
      .set('Authorization', mockCredentials.user.header(user))
      .send(body);
  const deliver = (integration: string, body: unknown) =>
    agent
      .post(`/api/incidents/webhooks/${integration}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));

  return {
    ...{ agent, get, post, put, deliver, signals, notices, scheduler },
    stop: () => backend.stop(),
    now: () => now,
    /** Time passes, and no task runs yet. */
    passes(time: Time) {
      const { hours = 0, minutes = 0, seconds = 0 } = time;
      now = new Date(
        now.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000,
      );
    },
    waits(time: Time) {
      this.passes(time);
      return scheduler.runAll();
    },
    /** A recorded sample of a source, as its integration of the same name sends it. */
    receives(source: keyof typeof sources, sample: string) {
      return deliver(source, sources[source].samples[sample].payload);
    },
    fires(name: string, service = 'checkout', more: object = {}) {
      return deliver('generic', {
        title: name,
        status: 'firing',
        dedupKey: name,
        severity: 'error',
        labels: { service },
        ...more,
      });
    },
    resolves(name: string, service = 'checkout') {
      return deliver('generic', {
        title: name,
        status: 'resolved',
        dedupKey: name,
        labels: { service },
      });
    },
    async incidents(query = ''): Promise<Incident[]> {
      const { body } = await get(`/incidents${query}`);
      return body.items;
    },
    async incident(key: string): Promise<IncidentDetail> {
      return (await get(`/incidents/${key}`)).body;
    },
    async alerts(query = ''): Promise<Alert[]> {
      return (await get(`/alerts${query}`)).body.items;
    },
    /** The timeline as text, oldest first. */
    async story(key: string): Promise<string> {
      const { body } = await get(`/incidents/${key}/timeline?order=oldest`);
      return (body.items as TimelineEntry[])
        .map(({ at, kind, actor, text }) =>
          [at.slice(11, 19), kind, actor.ref, text].join(' | '),
        )
        .join('\n');
    },
  };
}

export type House = Awaited<ReturnType<typeof house>>;

function given<T>(service: ServiceRef<T, 'plugin'>, instance: T) {
  return createServiceFactory({ service, deps: {}, factory: () => instance });
}

function configOf({ config }: HouseOptions) {
  return {
    app: { baseUrl: 'http://localhost:3000' },
    incidents: {
      integrations: [
        { id: 'alertmanager', source: 'alertmanager', token },
        { id: 'generic', source: 'generic', tokens: ['old-token', token] },
      ],
      triage: {
        bySeverity: { SEV4: 'record' },
        autoResolve: { afterMitigated: { hours: 24 } },
      },
      // A story that is not about pages calls nobody.
      escalation: { policies: [] },
      ...config,
    },
  };
}

function catalogOf({ entities = company(), catalogIsAway }: HouseOptions) {
  if (!catalogIsAway) return catalogServiceMock.factory({ entities });
  const real = catalogServiceMock({ entities });
  return catalogServiceMock.mock({
    getEntities: (async (...args: Parameters<typeof real.getEntities>) => {
      if (catalogIsAway()) throw new Error('connect ECONNREFUSED');
      return real.getEntities(...args);
    }) as never,
  }).factory;
}
