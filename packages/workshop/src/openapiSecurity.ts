import type { JsonObject } from '@backstage/types';
import type { Endpoint } from 'backstage-plugin-incidents-common';

/** The ways in, as the document names them. */
export const securitySchemes: JsonObject = {
  portalToken: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token of the portal: of a signed-in user, or of a service that `backend.auth.externalAccess` lets in.',
  },
  integrationToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of `incidents.integrations`.',
  },
  integrationPassword: {
    type: 'http',
    scheme: 'basic',
    description:
      'A token of `incidents.integrations` as the password; the user name is not looked at.',
  },
  heartbeatToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of `incidents.heartbeats`.',
  },
  heartbeatPassword: {
    type: 'http',
    scheme: 'basic',
    description:
      'A token of `incidents.heartbeats` as the password; the user name is not looked at.',
  },
};

/** Any one of these opens the endpoint. */
export function securityOf({ needs }: Endpoint): JsonObject[] {
  if (needs === 'integration-token') {
    return [{ integrationToken: [] }, { integrationPassword: [] }];
  }
  return needs === 'heartbeat-token'
    ? [{ heartbeatToken: [] }, { heartbeatPassword: [] }]
    : [{ portalToken: [] }];
}
