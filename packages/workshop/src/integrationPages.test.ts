import type {
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { alertSources } from 'backstage-plugin-incidents-backend-module-alert-sources';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  integrationIndex,
  integrationPage,
  isGuided,
} from './integrationPages';
import { inRepository } from './repository';

const bell = {
  id: 'door-bell',
  title: 'Door Bell',
  payload: z.unknown(),
  toSignals: () => [],
  guide: {
    steps: ['Enter `{url}`.', 'Enter `{token}`.'],
    token: 'bearer' as const,
    reference: 'https://bell.example.com/webhooks',
    notes: ['It is loud.'],
  },
  samples: {
    test: { payload: {}, expect: [] },
    rung: {
      payload: { who: "the neighbour's" },
      expect: [{ fingerprint: 'a', status: 'firing' as const }],
    },
    'rung-resolved': {
      payload: { who: 'nobody' },
      expect: [{ fingerprint: 'a', status: 'resolved' as const }],
    },
  },
} satisfies AlertSource;

const pageOf = (guide: object = {}, rest: object = {}) =>
  integrationPage({ ...bell, ...rest, guide: { ...bell.guide, ...guide } });

/** The bodies that a page posts. */
function posted(page: string): string[] {
  return [...page.matchAll(/^ +-d '([^']*)'/gm)].map(([, body]) => body);
}

describe('the page of a source', () => {
  it('fills in address and token', () => {
    expect(pageOf()).toContain(`## 2. Tell Door Bell

1. Enter \`http://localhost:7007/api/incidents/webhooks/door-bell\`.
2. Enter \`dev-door-bell-token\`.
`);
  });

  it('has config that can be copied', () => {
    const page = pageOf({ secret: 'Under **Keys**.', config: { loud: true } });
    const [, yaml] = /```yaml.*\n([\s\S]*?)```/.exec(page)!;
    expect(parse(yaml).incidents.integrations).toEqual([
      {
        id: 'door-bell',
        source: 'door-bell',
        token: '${INCIDENTS_DOOR_BELL_TOKEN}',
        secret: '${INCIDENTS_DOOR_BELL_SECRET}',
        loud: true,
      },
    ]);
    expect(page).toContain('The secret: Under **Keys**.');
    expect(pageOf()).not.toContain('secret');
  });

  it.each([
    [
      'bearer',
      "door-bell \\\n  -H 'Authorization: Bearer dev-door-bell-token'",
    ],
    ['basic', 'door-bell \\\n  -u portal:dev-door-bell-token \\'],
    ['path', 'door-bell/dev-door-bell-token \\'],
  ])('shows the token as %s', (token, shown) => {
    expect(pageOf({ token })).toContain(
      `curl -i http://localhost:7007/api/incidents/webhooks/${shown}`,
    );
  });

  it('posts the first firing and its end, whatever the shell thinks of apostrophes', () => {
    expect(posted(pageOf()).map(body => JSON.parse(body))).toEqual([
      { who: "the neighbour's" },
      { who: 'nobody' },
    ]);
  });

  it('says when nothing tells that an alert is over', () => {
    const { rung } = bell.samples;
    expect(pageOf({}, { samples: { rung } })).toContain(
      'a person resolves its incident',
    );
  });
});

describe('the table of sources', () => {
  const page =
    'before\n\n<!-- sources: begin -->\n\nold\n\n<!-- sources: end -->\n\nafter\n';

  it('stands between its marks, in their order, and leaves the rest as it is', () => {
    const index = integrationIndex(page, [
      bell,
      { ...bell, id: 'a', title: 'Alarm', guide: undefined },
    ]);
    expect(index).toMatch(/^before\n\n<!-- sources: begin -->\n/);
    expect(index).toMatch(/\n<!-- sources: end -->\n\nafter\n$/);
    expect(index).not.toContain('old');
    expect(
      [...index.matchAll(/\[(.*)\]\((.*)\)/g)].map(([link]) => link),
    ).toEqual(['[Door Bell](./door-bell.md)', '[Alarm](./a.md)']);
    expect(integrationIndex(index, [bell])).toContain('Door Bell');
  });

  it('needs its marks', () => {
    expect(() => integrationIndex('nothing', [bell])).toThrow(
      'docs/integrations/index.md needs <!-- sources: begin -->',
    );
  });
});

describe('docs/integrations', () => {
  const guided = alertSources.filter(isGuided);

  it.each(guided.map(source => [source.id, source] as const))(
    '%s.md is what its source says; if not, run `yarn integrations-docs`',
    async (id, source) => {
      const file = inRepository(`docs/integrations/${id}.md`);
      expect(await readFile(file, 'utf8')).toBe(integrationPage(source));
    },
  );

  it('index.md has every source', async () => {
    const file = inRepository('docs/integrations/index.md');
    const page = await readFile(file, 'utf8');
    expect(integrationIndex(page, alertSources)).toBe(page);
  });

  it.each(guided.map(source => [source.id, source] as const))(
    '%s.md posts what its source understands',
    (_, source) => {
      const page = integrationPage(source);
      const [firing, resolved] = posted(page).map(body => {
        const rawBody = Buffer.from(body);
        const headers = { 'content-type': 'application/json' };
        const request: WebhookRequest = { rawBody, headers };
        const read = source.readBody?.(request) ?? JSON.parse(body);
        return source.toSignals(source.payload.parse(read));
      });
      expect(firing[0].status).toBe('firing');
      const over = resolved?.map(signal => signal.fingerprint) ?? [];
      expect(firing.map(signal => signal.fingerprint)).toEqual(
        expect.arrayContaining(over),
      );
    },
  );
});
