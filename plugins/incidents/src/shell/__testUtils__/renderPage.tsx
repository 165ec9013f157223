import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { configure } from '@testing-library/react';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import { rootRouteRef } from '../../routes';
import { IncidentsRouter } from '../IncidentsRouter';

// Whole pages are drawn here, which takes its time where many tests share a machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

const entities = ['checkout', 'mailer'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
}));

/** Opens a page below `/incidents`, of which the backend says what the test wants. */
export function renderPage(path: string, about: Partial<IncidentsApi>) {
  const api: Partial<IncidentsApi> = {
    getSeverities: async () => aScheme(),
    ...about,
  };
  return renderInTestApp(<IncidentsRouter />, {
    apis: [
      [incidentsApiRef, api as IncidentsApi],
      [permissionApiRef, mockApis.permission()],
      [catalogApiRef, catalogApiMock({ entities })],
    ],
    mountPath: '/incidents/*',
    initialRouteEntries: [`/incidents${path}`],
    mountedRoutes: {
      '/incidents': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}
