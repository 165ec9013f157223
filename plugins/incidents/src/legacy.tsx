/**
 * The same pages for portals on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createIncidentsClient } from 'backstage-plugin-incidents-common';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import { rootRouteRef } from './routes';
import { entityIncidentsRouteRef } from './service/route';

/**
 * The plugin of the old frontend system.
 *
 * @public
 */
export const incidentsPlugin = createPlugin({
  id: 'incidents',
  apis: [
    createApiFactory({
      api: incidentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createIncidentsClient,
    }),
  ],
  routes: { root: rootRouteRef, entity: entityIncidentsRouteRef },
});

/**
 * The pages, for a route at `/incidents`.
 *
 * @public
 */
export const IncidentsPage = incidentsPlugin.provide(
  createRoutableExtension({
    name: 'IncidentsPage',
    component: () =>
      import('./shell/IncidentsRouter').then(m => m.IncidentsRouter),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The content of the tab of an entity page, for an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityIncidentsContent = incidentsPlugin.provide(
  createRoutableExtension({
    name: 'EntityIncidentsContent',
    component: () => import('./service/IncidentsTab').then(m => m.IncidentsTab),
    mountPoint: entityIncidentsRouteRef,
  }),
);

/**
 * The card for the overview of an entity page.
 *
 * @public
 */
export const EntityIncidentsCard = incidentsPlugin.provide(
  createComponentExtension({
    name: 'EntityIncidentsCard',
    component: {
      lazy: () => import('./service/IncidentsCard').then(m => m.IncidentsCard),
    },
  }),
);
