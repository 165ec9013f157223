import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  clockServiceRef,
  onCallProvidersExtensionPoint,
} from 'backstage-plugin-incidents-node';
import { createApi } from './api';
import { createPagerdutyProvider } from './provider';
import { readSettings } from './settings';

/**
 * Lets entities be answered by schedules and escalation policies of PagerDuty, once `incidents.onCall.pagerduty` is configured.
 *
 * @public
 */
export const incidentsModulePagerduty = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'pagerduty',
  register(module) {
    module.registerInit({
      deps: {
        clock: clockServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: onCallProvidersExtensionPoint,
      },
      async init({ clock, config, logger, providers }) {
        const settings = readSettings(config);
        if (!settings) {
          logger.info(
            'PagerDuty is not asked: incidents.onCall.pagerduty is not there',
          );
          return;
        }
        const api = createApi(settings, clock);
        providers.addRemoteOnCallProviders(
          createPagerdutyProvider(api, settings),
        );
      },
    });
  },
});
