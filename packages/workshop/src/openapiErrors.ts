import type { JsonObject } from '@backstage/types';
import type { Endpoint } from 'backstage-plugin-incidents-common';

/** The body with which every backend of a portal answers an error. */
export const errorSchema: JsonObject = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        name: { type: 'string', examples: ['InputError'] },
        message: {
          type: 'string',
          description: 'A sentence that says what to do differently',
        },
      },
      required: ['name', 'message'],
    },
    request: {
      type: 'object',
      properties: { method: { type: 'string' }, url: { type: 'string' } },
      required: ['method', 'url'],
    },
    response: {
      type: 'object',
      properties: { statusCode: { type: 'integer' } },
      required: ['statusCode'],
    },
  },
  required: ['error', 'response'],
};

const meanings = {
  portal: {
    400: 'The query or the body is not valid',
    401: 'There is no valid token of the portal',
    403: 'The permission is missing',
  },
  webhook: {
    400: 'The body is not JSON, or not what the source sends. It is kept as a dead letter.',
    401: 'The token is missing or wrong',
    404: 'There is no such integration',
    413: 'The body is too large',
  },
  heartbeat: {
    401: 'The token is missing or wrong',
    404: 'There is no such heartbeat',
    413: 'The body is too large',
    503: 'The database does not answer: send it again, after the seconds of `Retry-After`',
  },
};

/** What can go wrong with an endpoint, by code. */
export function errorReplies(endpoint: Endpoint): JsonObject {
  const kind = kindOf(endpoint);
  const namesOne = kind === 'portal' && endpoint.path.includes(':');
  const descriptions: Record<string, string> = {
    ...meanings[kind],
    ...(namesOne && { 404: 'There is none, or the caller may not see it' }),
    ...(namesOne &&
      endpoint.method !== 'GET' && {
        409: 'It is in a state in which this is not possible, or has changed since',
      }),
    default: 'Something else went wrong',
  };
  return Object.fromEntries(
    Object.entries(descriptions).map(([code, description]) => [
      code,
      {
        description,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    ]),
  );
}

function kindOf({ needs }: Endpoint): keyof typeof meanings {
  if (needs === 'integration-token') return 'webhook';
  return needs === 'heartbeat-token' ? 'heartbeat' : 'portal';
}
