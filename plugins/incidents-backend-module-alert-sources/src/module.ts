import { createBackendModule } from '@backstage/backend-plugin-api';
import { alertSourcesExtensionPoint } from 'backstage-plugin-incidents-node';
import { alertSources as sources } from './sources';

/**
 * Teaches the incidents backend the monitors that need nothing but a schema.
 *
 * @public
 */
export const incidentsModuleAlertSources = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'alert-sources',
  register(module) {
    module.registerInit({
      deps: { alertSources: alertSourcesExtensionPoint },
      async init({ alertSources }) {
        alertSources.addAlertSources(...sources);
      },
    });
  },
});
