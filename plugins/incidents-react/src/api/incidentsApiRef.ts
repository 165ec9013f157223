import { createApiRef } from '@backstage/frontend-plugin-api';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';

/**
 * The incidents backend, for pages and for other plugins. Works in both frontend systems.
 *
 * @public
 */
export const incidentsApiRef = createApiRef<IncidentsApi>().with({
  id: 'plugin.incidents.api',
  pluginId: 'incidents',
});
