import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { configure } from '@testing-library/react';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { aScheme, testNow } from 'backstage-plugin-incidents-common/testing';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import { rootRouteRef } from '../../routes';
import { IncidentsRouter } from '../IncidentsRouter';

// Whole pages are drawn here, which takes its time where many tests share a machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

const apiVersion = 'backstage.io/v1alpha1';
const entities = [
  ...['checkout', 'mailer'].map(name => ({
    ...{ apiVersion, kind: 'Component' },
    metadata: { name, namespace: 'default' },
  })),
  {
    ...{ apiVersion, kind: 'User' },
    metadata: { name: 'bo', namespace: 'default' },
    spec: { profile: { displayName: 'Bo Berg' } },
  },
];

/** Opens a page below `/incidents`, of which the backend says what the test wants, for a reader who may do all but what is denied. */
export function renderPage(
  path: string,
  about: Partial<IncidentsApi>,
  { denied = [] }: { denied?: { name: string }[] } = {},
) {
  const forbidden = new Set(denied.map(({ name }) => name));
  const api: Partial<IncidentsApi> = {
    getSeverities: async () => aScheme(),
    listPages: async () => ({ items: [], people: 'shown' as const }),
    listShiftRequests: async () => ({ items: [] }),
    listAccessFindings: async () => ({ tools: [], items: [] }),
    getAccessChecklist: async () => ({ user: 'user:default/ada', items: [] }),
    listPersonShifts: async () => ({
      ...{ user: 'user:default/ada', shifts: [] },
      ...{ from: testNow, to: testNow },
    }),
    getAlertTimeline: async () => ({ items: [], totalItems: 0 }),
    ...about,
  };
  return renderInTestApp(<IncidentsRouter />, {
    apis: [
      [incidentsApiRef, api as IncidentsApi],
      [
        permissionApiRef,
        mockApis.permission({
          authorize: ({ permission }) =>
            forbidden.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
      [catalogApiRef, catalogApiMock({ entities })],
      mockApis.identity({ userEntityRef: 'user:default/ada' }),
    ],
    mountPath: '/incidents/*',
    initialRouteEntries: [`/incidents${path}`],
    mountedRoutes: {
      '/incidents': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}
