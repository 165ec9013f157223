import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// Serves the built app, so that one process is a whole portal.
backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
// Steps aside on any other database, where the in-memory engine takes over.
backend.add(import('@backstage/plugin-search-backend-module-pg'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('backstage-plugin-incidents-backend'));
backend.add(import('backstage-plugin-incidents-backend-module-alert-sources'));
backend.add(
  import('backstage-plugin-incidents-backend-module-pagerduty-events'),
);
backend.add(import('backstage-plugin-incidents-backend-module-pagerduty'));

backend.start();
