import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiAlarmWarningLine } from '@remixicon/react';
import { createIncidentsClient } from 'backstage-plugin-incidents-common';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import { homeExtensions } from './home/extensions';
import {
  alertsRouteRef,
  handoverRouteRef,
  incidentListRouteRef,
  incidentRouteRef,
  onCallLoadRouteRef,
  onCallRouteRef,
  rootRouteRef,
  runbookRouteRef,
  scheduleRouteRef,
} from './routes';
import { serviceExtensions } from './service/extensions';
import { entityIncidentsRouteRef } from './service/route';

const incidentsApi = ApiBlueprint.make({
  params: define =>
    define({
      api: incidentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createIncidentsClient,
    }),
});

const incidentsPage = PageBlueprint.make({
  params: {
    path: '/incidents',
    title: 'Incidents',
    icon: <RiAlarmWarningLine />,
    routeRef: rootRouteRef,
    // The pages draw the same header themselves: its tabs speak the reader's language and keep clean addresses.
    noHeader: true,
    loader: () =>
      import('./shell/IncidentsRouter').then(m => <m.IncidentsRouter />),
  },
});

/**
 * Incident pages, the tab and card of entities, and home widgets, for the new frontend system.
 *
 * @public
 */
export const incidentsPlugin = createFrontendPlugin({
  pluginId: 'incidents',
  title: 'Incidents',
  icon: <RiAlarmWarningLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    list: incidentListRouteRef,
    alerts: alertsRouteRef,
    onCall: onCallRouteRef,
    onCallLoad: onCallLoadRouteRef,
    handover: handoverRouteRef,
    schedule: scheduleRouteRef,
    incident: incidentRouteRef,
    runbook: runbookRouteRef,
    entity: entityIncidentsRouteRef,
  },
  extensions: [
    incidentsApi,
    incidentsPage,
    ...serviceExtensions,
    ...homeExtensions,
  ],
});
