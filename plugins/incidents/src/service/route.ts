import { createRouteRef } from '@backstage/core-plugin-api';

/** The tab "Incidents" of the entity that is on the screen. */
export const entityIncidentsRouteRef = createRouteRef({
  id: 'incidents/entity',
});
