import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
  type PermissionsRegistryService,
  type PermissionsService,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  alertResourceRef,
  alertSourcesExtensionPoint,
  clockServiceRef,
  incidentResourceRef,
  notifiersExtensionPoint,
  onCallProvidersExtensionPoint,
} from 'backstage-plugin-incidents-node';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { readAlertSettings } from './alerts';
import { readTriageSettings } from './incidents';
import { openDoors, scheduleTasks } from './openDoors';
import { readOnCallCalendars, readOnCallSettings } from './oncall';
import { builtInNotifiers, readEscalationSettings } from './paging';
import { createAccess } from './platform/access';
import { createCatalog } from './platform/catalog';
import { createDatabase } from './platform/database';
import { createNewId } from './platform/identity';
import { createDoors } from './platform/mount';
import { registerResources } from './registerResources';
import { readRunbookSettings } from './runbooks';
import { readSelfCheckSettings } from './selfcheck';
import { levelsOf, readSeveritySettings } from './severity';
import { createSockets } from './sockets';
import { createSuite, type SuiteDeps } from './suite';

/** Monitors, calendar programs and people who read a mail at night have not signed in, and bring secrets of their own. */
const pathsWithSecrets = [
  ...['/webhooks', '/calendars'],
  ...['/answers', '/notifiers'],
];

/**
 * The incidents backend: alerts in, incidents out, at `/api/incidents`.
 *
 * @public
 */
export const incidentsPlugin = createBackendPlugin({
  pluginId: 'incidents',
  register(env) {
    const sockets = createSockets();
    env.registerExtensionPoint(
      alertSourcesExtensionPoint,
      sockets.alertSourcesPoint,
    );
    env.registerExtensionPoint(
      onCallProvidersExtensionPoint,
      sockets.onCallProvidersPoint,
    );
    env.registerExtensionPoint(notifiersExtensionPoint, sockets.notifiersPoint);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: clockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        // Works without the notifications plugin: then nobody is told by it.
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { clock, config, permissionsRegistry } = services;
        const knex = await services.database.getClient();
        if (!services.database.migrations?.skip) {
          await knex.migrate.latest({ directory: migrationsDirectory() });
        }
        const catalog = createCatalog(services);
        const suite = createSuite({
          ...services,
          catalog,
          database: createDatabase(knex),
          newId: createNewId(clock),
          onCallProviders: sockets.onCallProviders(),
          remoteOnCallProviders: sockets.remoteOnCallProviders(),
          notifiers: sockets.notifiers(),
          baseUrl: config.getString('app.baseUrl'),
          settings: readSettings(config, sockets),
        });
        services.lifecycle.addShutdownHook(suite.rest);
        registerResources(permissionsRegistry, { ...suite, catalog });
        const access = accessOf(services);
        const router = PromiseRouter();
        // Before the JSON parser: signatures are checked over the bytes as they came.
        suite.alerts.mountWebhooks(router);
        suite.oncall.mountCalendars(router);
        suite.paging.mountAnswers(router);
        router.use(express.json({ limit: '1mb' }));
        openDoors(createDoors({ ...services, router, access }), suite, catalog);
        services.httpRouter.use(router);
        for (const path of pathsWithSecrets) {
          services.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        await suite.severities.keep(clock.now());
        await scheduleTasks(services.scheduler, suite);
        await suite.alerts.listenToTopics(services.events);
      },
    });
  },
});

/** Who may do what; of one incident or alert by its rules, too. */
function accessOf(services: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}) {
  const { permissionsRegistry } = services;
  return createAccess({
    ...services,
    transformers: {
      [incidentResourceRef.resourceType]: createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(incidentResourceRef),
      ),
      [alertResourceRef.resourceType]: createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(alertResourceRef),
      ),
    },
  });
}

/** @throws InputError that names the line of config which is wrong. */
function readSettings(
  config: RootConfigService,
  sockets: ReturnType<typeof createSockets>,
): SuiteDeps['settings'] {
  const severity = readSeveritySettings(config);
  const levels = levelsOf(severity);
  const added = sockets.notifiers();
  return {
    severity,
    runbooks: readRunbookSettings(config),
    onCallCalendars: readOnCallCalendars(config),
    alerts: readAlertSettings(config, sockets.alertSources()),
    triage: readTriageSettings(config, levels),
    onCall: readOnCallSettings(config),
    escalation: readEscalationSettings(config, {
      ...{ levels, notifiers: [...builtInNotifiers, ...added] },
    }),
    selfCheck: readSelfCheckSettings(config),
  };
}

function migrationsDirectory(): string {
  return resolvePackagePath('backstage-plugin-incidents-backend', 'migrations');
}
