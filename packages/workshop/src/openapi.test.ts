import {
  endpoints,
  incidentReadPermission,
  incidentUpdatePermission,
  type Endpoint,
} from 'backstage-plugin-incidents-common';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { toOpenApi } from './openapi';
import { openApiFile, openApiYaml } from './openapiDocument';

const thing = z.object({ name: z.string() }).meta({ id: 'Thing' });

function documentOf(endpoint: Partial<Endpoint>): any {
  return toOpenApi({
    getThing: {
      method: 'GET',
      path: '/things/:name',
      summary: 'One thing',
      needs: incidentReadPermission,
      reply: thing,
      ...endpoint,
    },
  });
}

describe('docs/openapi.yaml', () => {
  it('is what the table of endpoints says; if not, run `yarn openapi`', async () => {
    expect(await readFile(openApiFile, 'utf8')).toBe(openApiYaml());
  });

  it('is the same each time', () => {
    expect(openApiYaml()).toBe(openApiYaml());
  });

  it('refers to nothing that it does not contain', () => {
    const text = JSON.stringify(toOpenApi(endpoints));
    const { components } = JSON.parse(text);
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(refs).not.toEqual([]);
    expect(
      refs.filter(
        ref => !components.schemas[ref.replace('#/components/schemas/', '')],
      ),
    ).toEqual([]);
  });
});

describe('an endpoint as an operation', () => {
  it('has its parameters, its reply, its permission and its errors', () => {
    const { paths, components } = documentOf({
      query: z.strictObject({
        status: z.array(z.string()).meta({ description: 'several' }),
        limit: z.coerce.number().int().min(1).default(50),
      }),
    });
    const { get } = paths['/things/{name}'];
    expect(get).toMatchObject({
      operationId: 'getThing',
      description: 'Needs the permission `incidents.incident.read`.',
      security: [{ portalToken: [] }],
      parameters: [
        { name: 'name', in: 'path', required: true },
        {
          name: 'status',
          in: 'query',
          required: true,
          description: 'several',
          explode: false,
          schema: { type: 'array', items: { type: 'string' } },
        },
        {
          name: 'limit',
          in: 'query',
          schema: { type: 'integer', minimum: 1, default: 50 },
        },
      ],
    });
    expect(get.parameters[2]).not.toHaveProperty('required');
    expect(Object.keys(get.responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      'default',
    ]);
    expect(get.responses[200].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Thing',
    });
    expect(components.schemas.Thing).toEqual({
      type: 'object',
      properties: { name: { type: 'string' } },
      required: ['name'],
    });
  });

  it('asks for a body as callers write it, and answers with its own code', () => {
    const { post } = documentOf({
      method: 'POST',
      needs: incidentUpdatePermission,
      status: 201,
      body: z.strictObject({ size: z.number().default(1) }),
    }).paths['/things/{name}'];
    expect(post.requestBody.content['application/json'].schema).toEqual({
      type: 'object',
      properties: { size: { type: 'number', default: 1 } },
      additionalProperties: false,
    });
    expect(Object.keys(post.responses)).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '409',
      'default',
    ]);
  });

  it('can be a webhook, with a token in a header or in the path', () => {
    const { paths } = documentOf({
      method: 'POST',
      path: '/webhooks/:integration',
      needs: 'integration-token',
      status: 202,
    });
    expect(paths['/webhooks/{integration}'].post.security).toEqual([
      { integrationToken: [] },
      { integrationPassword: [] },
    ]);
    expect(paths['/webhooks/{integration}/{token}'].post).toMatchObject({
      operationId: 'getThingWithTokenInPath',
      security: [],
      parameters: [{ name: 'integration' }, { name: 'token' }],
    });
  });

  it('can be the door of a heartbeat, which takes no body', () => {
    const { paths } = toOpenApi(endpoints) as any;
    const beat = paths['/webhooks/heartbeats/{heartbeat}'];
    expect(beat.post.security).toEqual([
      { heartbeatToken: [] },
      { heartbeatPassword: [] },
    ]);
    expect(beat.post).not.toHaveProperty('requestBody');
    expect(Object.keys(beat.get.responses)).toEqual([
      ...['202', '401', '404', '413', '503', 'default'],
    ]);
    const withToken = paths['/webhooks/heartbeats/{heartbeat}/{token}'];
    expect(withToken.get.description).toContain('token of the heartbeat');
  });

  it('shares its path with another method', () => {
    const { paths } = toOpenApi(endpoints) as any;
    expect(Object.keys(paths['/incidents'])).toEqual(['get', 'post']);
  });

  it('has a name twice when it means one thing in a request and another in a reply', () => {
    const filled = z.object({ n: z.number().default(1) }).meta({ id: 'Part' });
    const both = z.object({ part: filled }).meta({ id: 'Both' });
    const same = z.object({ n: z.number() }).meta({ id: 'Same' });
    const body = z.object({ both, same });
    const { paths, components } = documentOf({
      ...{ method: 'POST', body, reply: body },
    });
    const { post } = paths['/things/{name}'];
    const placed = (name: string) => `#/components/schemas/${name}`;
    expect(
      post.requestBody.content['application/json'].schema.properties,
    ).toMatchObject({
      both: { $ref: placed('Both') },
      same: { $ref: placed('Same') },
    });
    expect(
      post.responses[200].content['application/json'].schema.properties,
    ).toMatchObject({
      both: { $ref: placed('BothReply') },
      same: { $ref: placed('Same') },
    });
    const { Part, PartReply, BothReply } = components.schemas;
    expect(Part).not.toHaveProperty('required');
    expect(PartReply.required).toEqual(['n']);
    expect(BothReply.properties.part.$ref).toBe(placed('PartReply'));
  });

  it('is refused when a name means two things in requests', () => {
    const as = (n: z.ZodType) => z.object({ n }).meta({ id: 'Thing' });
    const body = z.object({ a: as(z.number()), b: as(z.string()) });
    expect(() => documentOf({ method: 'POST', body })).toThrow('Thing');
  });
});
