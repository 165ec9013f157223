import type { ReactElement } from 'react';
import { configure } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import type {
  EntitySummary,
  IncidentsApi,
} from 'backstage-plugin-incidents-common';
import { rootRouteRef } from '../../routes';
import { entityIncidentsRouteRef } from '../route';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
};

// Whole pages are drawn here, which takes its time where many tests share a machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

/** Shows something on the page of `component:default/checkout`, of which the backend says what the test wants. */
export function renderOnEntity(
  element: ReactElement,
  getEntitySummary: () => Promise<EntitySummary>,
  about: Partial<IncidentsApi> = {},
) {
  const api: Partial<IncidentsApi> = { getEntitySummary, ...about };
  return renderInTestApp(
    <EntityProvider entity={checkout}>{element}</EntityProvider>,
    {
      apis: [
        [incidentsApiRef, api as IncidentsApi],
        [permissionApiRef, mockApis.permission()],
        [catalogApiRef, catalogApiMock({ entities: [checkout] })],
      ],
      mountedRoutes: {
        '/incidents': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/catalog/default/component/checkout/incidents':
          entityIncidentsRouteRef,
      },
    },
  );
}

/** The clock of the browser stands still, its timers run. */
export function stopTheClock(now: Date) {
  jest.useFakeTimers({
    now,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'requestIdleCallback',
      'cancelIdleCallback',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
