import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { rootRouteRef } from '../routes';
import { ActiveCard } from './ActiveCard';
import { Content } from './ActiveIncidents';

function show(listIncidents: IncidentsApi['listIncidents']) {
  const api: Partial<IncidentsApi> = { listIncidents };
  renderInTestApp(<ActiveCard Content={Content} />, {
    apis: [[incidentsApiRef, api as IncidentsApi]],
    mountedRoutes: {
      '/incidents': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}

it('lists what is open, the most urgent first', async () => {
  const asked = jest.fn(async () => ({
    items: [
      anIncident({ key: 'INC-1', severity: 'SEV3', severityRank: 3 }),
      anIncident({ key: 'INC-2', severity: 'SEV1', severityRank: 1 }),
    ],
    totalItems: 5,
  }));
  show(asked);
  const [first, second] = await screen.findAllByRole('rowheader');
  expect(first).toHaveTextContent('INC-2');
  expect(second).toHaveTextContent('INC-1');
  expect(
    within(first).getByRole('link', { name: 'HighErrorRate' }),
  ).toHaveAttribute('href', '/incidents/INC-2');
  expect(screen.getByText('3 more')).toBeVisible();
  expect(asked).toHaveBeenCalledWith(
    { query: expect.objectContaining({ status: ['open'] }) },
    expect.anything(),
  );
});

it('is calm when nothing is open', async () => {
  show(async () => ({ items: [], totalItems: 0 }));
  expect(await screen.findByText('Nothing is open.')).toBeVisible();
});

it('never looks calm when it does not know', async () => {
  show(async () => {
    throw Object.assign(new Error('not yours'), { statusCode: 403 });
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('not yours');
  expect(screen.queryByText('Nothing is open.')).not.toBeInTheDocument();
});
