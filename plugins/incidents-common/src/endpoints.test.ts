import { z } from 'zod';
import type { Endpoint } from './endpoint';
import { endpoints } from './endpoints';
import { fillPath } from './fillPath';
import { incidentsPermissions } from './permissions';

const table: Array<[string, Endpoint]> = Object.entries(endpoints);
const tokens = ['integration-token', 'heartbeat-token'];

describe('the table of endpoints', () => {
  it('has each door once', () => {
    const doors = table.map(([, { method, path }]) =>
      `${method} ${path}`.replace(/:\w+/g, ':'),
    );
    expect(new Set(doors).size).toBe(doors.length);
  });

  it.each(table)(
    'of %s names a known permission, or a token',
    (_, endpoint) => {
      expect([...incidentsPermissions, ...tokens]).toContain(endpoint.needs);
    },
  );

  it.each(table)('of %s lets only readers read', (_, endpoint) => {
    if (typeof endpoint.needs === 'string') return;
    // They write nothing; what they are asked is too long for an address.
    const asking: Endpoint[] = [endpoints.dryRun, endpoints.previewSchedule];
    const reads = endpoint.method === 'GET' || asking.includes(endpoint);
    expect(endpoint.needs.attributes.action === 'read').toBe(reads);
  });

  it.each(table)('of %s can be written as JSON schema', (_, endpoint) => {
    const { query = z.never(), body = z.never(), reply } = endpoint;
    for (const schema of [query, body, reply]) {
      expect(z.toJSONSchema(schema, { io: 'input' })).toBeDefined();
    }
  });

  it.each(table)('of %s refuses a query it does not know', (_, endpoint) => {
    if (!endpoint.query) return;
    expect(endpoint.query.safeParse({ nonsense: '1' }).success).toBe(false);
    expect(endpoint.query.safeParse({}).success).toBe(true);
  });

  it.each(table)('of %s has a path that can be filled', (_, { path }) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const params = Object.fromEntries(names.map(name => [name, 'a/b']));
    expect(fillPath(path, params)).not.toMatch(/:|a\/b/);
  });

  it('has no path that is filled in part', () => {
    expect(() =>
      fillPath('/incidents/:key/actions', { name: 'INC-1' }),
    ).toThrow('/incidents/:key/actions needs the parameter key');
  });
});
