import type { JsonObject } from '@backstage/types';
import type { Endpoint } from 'backstage-plugin-incidents-common';
import { errorReplies, errorSchema } from './openapiErrors';
import { securityOf, securitySchemes } from './openapiSecurity';
import { createSchemaShelf, type SchemaShelf } from './schemaShelf';

/**
 * The OpenAPI 3.1 document of a table of endpoints. The same table gives the
 * same document, in the same order.
 */
export function toOpenApi(endpoints: Record<string, Endpoint>): JsonObject {
  const shelf = createSchemaShelf('#/components/schemas');
  const paths: Record<string, JsonObject> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    for (const [path, operation] of operationsOf(name, endpoint, shelf)) {
      paths[path] = {
        ...paths[path],
        [endpoint.method.toLowerCase()]: operation,
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'incidents',
      version: '1',
      description:
        'Alerts, incidents, on-call and runbooks of the entities in a Backstage catalog.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [
      { url: '/api/incidents', description: 'Below `backend.baseUrl`' },
    ],
    tags: [...new Set(Object.values(endpoints).map(tagOf))].map(name => ({
      name,
    })),
    paths,
    components: {
      schemas: { ...shelf.named(), Error: errorSchema },
      securitySchemes,
    },
  };
}

/** Usually one; a webhook can also be called with its token as the last segment. */
function operationsOf(
  name: string,
  endpoint: Endpoint,
  shelf: SchemaShelf,
): Array<[string, JsonObject]> {
  const { path, needs } = endpoint;
  const usual: [string, JsonObject] = [
    pathTemplate(path),
    operationOf(name, endpoint, shelf),
  ];
  if (typeof needs !== 'string') return [usual];
  const withToken = { ...endpoint, path: `${path}/:token` };
  return [
    usual,
    [
      pathTemplate(withToken.path),
      {
        ...operationOf(`${name}WithTokenInPath`, withToken, shelf),
        description: `For senders that can set no header: the token of the ${bearerOf(
          needs,
        )} is the last segment of the path, and appears in access logs.`,
        security: [],
      },
    ],
  ];
}

function operationOf(
  name: string,
  endpoint: Endpoint,
  shelf: SchemaShelf,
): JsonObject {
  const parameters = [
    ...pathParameters(endpoint.path),
    ...queryParameters(endpoint, shelf),
  ];
  return {
    operationId: name,
    tags: [tagOf(endpoint)],
    summary: endpoint.summary,
    description: needsSentence(endpoint),
    security: securityOf(endpoint),
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: jsonContent(shelf.read(endpoint.body, 'input')),
      },
    }),
    responses: {
      [endpoint.status ?? 200]: {
        description: endpoint.status === 202 ? 'What became of it' : 'Done',
        content: {
          [endpoint.file?.type ?? 'application/json']: {
            schema: shelf.read(endpoint.reply, 'output'),
          },
        },
      },
      ...errorReplies(endpoint),
    },
  };
}

/** What it is about: the first word of its path. */
function tagOf({ path }: Endpoint): string {
  return path.split('/')[1];
}

function needsSentence({ needs }: Endpoint): string {
  if (needs === 'integration-token') {
    return 'Needs a token of the integration. The body is what its source sends: see docs/integrations.';
  }
  return needs === 'heartbeat-token'
    ? 'Needs a token of the heartbeat. A body may be there and is not looked at: see docs/integrations/heartbeats.md.'
    : `Needs the permission \`${needs.name}\`.`;
}

/** What a token of a monitor belongs to. */
function bearerOf(needs: Extract<Endpoint['needs'], string>): string {
  return needs === 'integration-token' ? 'integration' : 'heartbeat';
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(
  { query }: Endpoint,
  shelf: SchemaShelf,
): JsonObject[] {
  if (!query) return [];
  const { properties, required } = shelf.read(query, 'input');
  return Object.entries((properties ?? {}) as Record<string, JsonObject>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      ...(description && { description }),
      ...((required as string[] | undefined)?.includes(name) && {
        required: true,
      }),
      // Several values are separated by commas.
      ...(schema.type === 'array' && { style: 'form', explode: false }),
      schema,
    }),
  );
}

function pathTemplate(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function jsonContent(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}
