import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { notifiersExtensionPoint } from 'backstage-plugin-incidents-node';
import { createPagerDutyNotifier } from './pagerDutyNotifier';
import { readSettings } from './settings';

/**
 * Lets escalation policies name services of PagerDuty. Does nothing without `incidents.escalation.pagerduty` in config.
 *
 * @public
 */
export const incidentsModulePagerDutyEvents = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'pagerduty-events',
  register(module) {
    module.registerInit({
      deps: {
        config: coreServices.rootConfig,
        notifiers: notifiersExtensionPoint,
      },
      async init({ config, notifiers }) {
        const settings = readSettings(config);
        if (settings) notifiers.addNotifiers(createPagerDutyNotifier(settings));
      },
    });
  },
});
