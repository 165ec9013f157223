import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import {
  runbookAnswerSchema,
  runbookContentSchema,
} from 'backstage-plugin-incidents-common/schemas';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { indexCatalog } from '../platform/catalogIndex';
import { createRunbooks, readRunbookSettings } from './index';

const now = new Date('2026-11-20T03:00:00Z');
const directory = createMockDirectory();

function entity(
  ref: string,
  relations: Record<string, string> = {},
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  const [kind, name] = ref.split(':');
  const file = directory.resolve(name, 'catalog-info.yaml');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...metadata,
      annotations: {
        'backstage.io/managed-by-location': `file:${file}`,
        ...metadata.annotations,
      },
    },
    relations: Object.entries(relations).map(([type, other]) => ({
      type,
      targetRef: other.replace(':', ':default/'),
    })),
  };
}

const inFolder = { annotations: { 'incidents/runbooks': './runbooks' } };
const parts = { partOf: 'system:store', ownedBy: 'group:team' };

function house(entities: Entity[], config: object = {}) {
  const rootConfig = mockServices.rootConfig({
    data: {
      app: { baseUrl: 'https://portal.example/' },
      incidents: { runbooks: { allowFiles: true } },
      ...config,
    },
  });
  const index = async () => indexCatalog(entities, now);
  return createRunbooks({
    catalog: { index, latest: index },
    urlReader: UrlReaders.default({
      config: new ConfigReader({}),
      logger: mockServices.logger.mock(),
    }),
    settings: readRunbookSettings(rootConfig),
    clock: { now: () => now },
    logger: mockServices.logger.mock(),
  });
}

const entityRef = 'component:default/shop';

beforeEach(() =>
  directory.setContent({
    shop: {
      runbooks: {
        'a.md': '# Anything else\n',
        'broken.md': '---\nalerts: [\n---\n# Broken but here\n',
        'slow.md':
          '---\nalerts: [Shop*, ShopSlow]\nlast_reviewed: 2026-11-01\n---\n# Slow shop\n- [ ] look\n- [ ] act\n',
        'down.md':
          '---\nalerts: [Shop*]\nseverities: [SEV1]\n---\n# Shop is down\n',
        'every.md': '---\nalerts: ["*"]\n---\n# Last resort\n',
      },
    },
    store: { runbooks: { 'store.md': '# Store\n' } },
    team: { runbooks: { 'team.md': '# Team\n' } },
  }),
);

describe('runbooks of an alert', () => {
  const entities = () => [
    entity('component:shop', parts, {
      ...inFolder,
      links: [
        { url: 'https://wiki.example/shop', title: 'Wiki', type: 'runbook' },
        { url: 'https://graphs.example/shop', type: 'dashboard' },
      ],
    }),
    entity('system:store', { partOf: 'domain:sales' }, inFolder),
    entity(
      'domain:sales',
      {},
      {
        annotations: {
          'backstage.io/runbook-url': 'https://wiki.example/sales',
        },
      },
    ),
    entity('group:team', {}, inFolder),
  ];
  const alerts = [
    anAlert({
      title: 'ShopSlow',
      labels: {},
      links: [
        { type: 'runbook', title: 'From rule', url: 'https://rules.example/1' },
        { type: 'runbook', title: 'Evil', url: 'javascript:alert(1)' },
        { type: 'dashboard', title: 'Graph', url: 'https://rules.example/2' },
      ],
    }),
  ];

  it('stand in the order of their nearness, each with its reason', async () => {
    const answer = await house(entities()).answerFor({
      entityRef,
      alerts,
      severity: 'SEV2',
    });
    expect(runbookAnswerSchema.parse(answer)).toEqual(answer);
    expect(
      answer.items.map(
        item =>
          `${item.matches ? '!' : ' '} ${item.from} ${item.title}: ${
            item.because
          }`,
      ),
    ).toEqual([
      '! alert From rule: The alert ShopSlow carries this link.',
      '! entity Slow shop: Its pattern ShopSlow fits the alert ShopSlow.',
      '! entity Last resort: Its pattern * fits the alert ShopSlow.',
      '  entity Anything else: One of the runbooks of component:default/shop itself.',
      '  entity Broken but here: One of the runbooks of component:default/shop itself.',
      '  entity Shop is down: Its pattern Shop* fits the alert ShopSlow, but it is written for SEV1, and this is SEV2.',
      '  entity Wiki: A link of type runbook on component:default/shop itself.',
      '  system Store: One of the runbooks of system:default/store, which it is part of.',
      '  domain Runbook of sales: The annotation backstage.io/runbook-url of domain:default/sales, which it is part of.',
      '  owner Team: One of the runbooks of group:default/team, which owns it.',
    ]);
    expect(answer.problems).toEqual([
      'The runbook link "Evil" of a firing alert is not an address with http or https.',
      expect.stringMatching(
        /^Runbooks of component:default\/shop in "\.\/runbooks": broken\.md: its front matter is not YAML: .*\.$/,
      ),
    ]);
  });

  it('carry what their front matter says, and lead to a page of the portal', async () => {
    const { items } = await house(entities()).answerFor({ entityRef, alerts });
    const { id } = items[1];
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(items[1]).toEqual({
      id,
      title: 'Slow shop',
      kind: 'file',
      url: `https://portal.example/incidents/runbooks/component/default/shop/${id}`,
      from: 'entity',
      fromRef: entityRef,
      because: 'Its pattern ShopSlow fits the alert ShopSlow.',
      matches: true,
      alerts: ['Shop*', 'ShopSlow'],
      severities: [],
      steps: 2,
      lastReviewed: '2026-11-01',
      stale: false,
    });
    expect(items[0]).toMatchObject({
      kind: 'link',
      url: 'https://rules.example/1',
    });
  });

  it('are offered without an alert too', async () => {
    const { items } = await house(entities()).answerFor({
      entityRef,
      alerts: [],
    });
    expect(items.filter(item => item.matches)).toEqual([]);
    expect(items).toHaveLength(9);
  });

  it('stand once when two entities bring the same place', async () => {
    const wiki = { url: 'https://wiki.example/x', type: 'runbook' };
    const { items } = await house([
      entity('component:shop', parts, { links: [wiki] }),
      entity('system:store', {}, { links: [wiki] }),
    ]).answerFor({ entityRef, alerts: [] });
    expect(items.map(({ from }) => from)).toEqual(['entity']);
  });

  it('are a gap where there are none', async () => {
    expect(
      await house([entity('component:shop')]).answerFor({
        entityRef,
        alerts: [anAlert()],
      }),
    ).toEqual({ items: [], problems: [] });
  });
});

describe('a place that cannot be read', () => {
  it('is named, and the others stand', async () => {
    const web = 'https://code.example/o/r/tree/main/runbooks';
    const answer = await house([
      entity('component:shop', parts, {
        annotations: { 'incidents/runbooks': web },
      }),
      entity('system:store', {}, inFolder),
      entity(
        'group:team',
        {},
        {
          annotations: { 'incidents/runbooks': '../shop/runbooks' },
        },
      ),
    ]).answerFor({ entityRef, alerts: [] });
    expect(answer.items.map(({ title }) => title)).toEqual(['Store']);
    expect(answer.problems).toEqual([
      expect.stringMatching(
        /^Runbooks of component:default\/shop in "https:\/\/code\.example.*": Reading from .* is not allowed\. .*\.$/,
      ),
      'Runbooks of group:default/team in "../shop/runbooks": it lies outside the folder in which the entity is defined.',
    ]);
  });

  it('is a file of the server where config does not allow it', async () => {
    const answer = await house([entity('component:shop', {}, inFolder)], {
      incidents: {},
    }).answerFor({ entityRef, alerts: [] });
    expect(answer.items).toEqual([]);
    expect(answer.problems).toEqual([
      'Runbooks of component:default/shop in "./runbooks": the entity comes from a file of the server, and incidents.runbooks.allowFiles is not on.',
    ]);
  });
});

describe('when the catalog cannot say anything', () => {
  const alerts = [
    anAlert({
      links: [{ type: 'runbook', title: 'R', url: 'https://rules.example/1' }],
    }),
  ];

  it('offers at least the links of the alerts', async () => {
    const answer = await house([]).answerFor({ entityRef, alerts });
    expect(answer.items).toHaveLength(1);
    expect(answer.problems).toEqual([
      'Only links of the alerts are shown. The runbooks of component:default/shop are not known: the catalog has no such entity.',
    ]);
  });

  it('fails rather than to look like a gap', async () => {
    await expect(
      house([]).answerFor({ entityRef, alerts: [] }),
    ).rejects.toThrow('The runbooks of component:default/shop are not known');
  });
});

describe('one runbook', () => {
  const entities = () => [
    entity('component:shop', parts, inFolder),
    entity('system:store', {}, inFolder),
  ];

  it('is read with its Markdown, its own and an inherited one', async () => {
    const room = house(entities());
    const { items } = await room.answerFor({ entityRef, alerts: [] });
    const slow = items.find(item => item.title === 'Slow shop')!;
    const content = await room.read(entityRef, slow.id);
    expect(runbookContentSchema.parse(content)).toEqual(content);
    expect(content).toEqual({
      ...slow,
      markdown: '# Slow shop\n- [ ] look\n- [ ] act\n',
    });
    const store = items.find(item => item.title === 'Store')!;
    expect(await room.read(entityRef, store.id)).toMatchObject({
      from: 'system',
      url: store.url,
    });
    expect(await room.read('system:default/store', store.id)).toMatchObject({
      from: 'entity',
    });
  });

  it.each([
    [entityRef, 'nothing'],
    ['component:default/gone', 'nothing'],
  ])('of %s that is not there is not found', async (ref, id) => {
    await expect(house(entities()).read(ref, id)).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe('readRunbookSettings', () => {
  it('is closed by default', () => {
    const config = mockServices.rootConfig({
      data: { app: { baseUrl: 'https://portal.example' } },
    });
    expect(readRunbookSettings(config)).toMatchObject({
      allowFiles: false,
      appBaseUrl: 'https://portal.example',
      staleAfterDays: 180,
    });
  });

  it('resolves addresses the way the code host writes them', () => {
    const config = mockServices.rootConfig({
      data: { app: { baseUrl: 'https://portal.example' } },
    });
    const { resolveUrl } = readRunbookSettings(config);
    const base = 'https://github.com/org/shop/tree/main/pay/';
    expect(resolveUrl({ url: '/runbooks', base })).toBe(
      'https://github.com/org/shop/tree/main/runbooks',
    );
    expect(resolveUrl({ url: './runbooks', base })).toBe(
      'https://github.com/org/shop/tree/main/pay/runbooks',
    );
  });
});
