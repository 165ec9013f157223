import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { emptyRoute } from './emptyRoute';

// The script of a process of its own: incidents and nothing else of a portal.
// Only its catalog is not a real one: a list in its configuration.
const listedCatalog = createServiceFactory({
  service: catalogServiceRef,
  deps: { config: coreServices.rootConfig },
  factory: ({ config }) =>
    new InMemoryCatalogClient({
      entities: config.get<Entity[]>('workshop.entities'),
    }),
});

const backend = createBackend();
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
backend.add(import('backstage-plugin-incidents-backend'));
backend.add(import('backstage-plugin-incidents-backend-module-alert-sources'));
backend.add(listedCatalog);
backend.add(emptyRoute);
backend.start();
