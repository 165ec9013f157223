import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { configure, screen } from '@testing-library/react';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { anIncident, aScheme } from 'backstage-plugin-incidents-common/testing';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import { anOverview } from './overview/testing/anOverview';
import { rootRouteRef } from './routes';
import { IncidentsRouter } from './shell/IncidentsRouter';
import {
  EntityIncidentsCard,
  EntityIncidentsContent,
  IncidentsPage,
  incidentsPlugin,
} from './legacy';

configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

describe('the entry for portals on the old frontend system', () => {
  it('brings the API, the pages, the tab and the card', () => {
    const apis = [...incidentsPlugin.getApis()].map(({ api }) => api.id);
    expect(apis).toEqual(['plugin.incidents.api']);
    for (const part of [
      IncidentsPage,
      EntityIncidentsContent,
      EntityIncidentsCard,
    ]) {
      expect(part).toBeTruthy();
    }
  });

  it('draws the pages with the routes of the old system', async () => {
    const api: Partial<IncidentsApi> = {
      getOverview: async () =>
        anOverview({
          open: [anIncident({ key: 'INC-12', title: 'checkout 5xx' })],
          openTotal: 1,
        }),
      getSeverities: async () => aScheme(),
    };
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [incidentsApiRef, api as IncidentsApi],
          [permissionApiRef, mockApis.permission()],
          [catalogApiRef, catalogApiMock()],
        ]}
      >
        <IncidentsRouter />
      </TestApiProvider>,
      {
        mountedRoutes: {
          '/incidents': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByRole('link', { name: 'checkout 5xx' }),
    ).toHaveAttribute('href', '/incidents/INC-12');
    expect(screen.getByRole('button', { name: 'Declare' })).toBeInTheDocument();
  });
});
