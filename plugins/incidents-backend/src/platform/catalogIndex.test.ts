import { company } from '../testing/company';
import { indexCatalog } from './catalogIndex';

const readAt = new Date('2026-11-20T03:00:00.000Z');
const index = indexCatalog(company(), readAt);

const related = (
  ref: string,
  relations: Array<[string, string]>,
  annotations = {},
) => {
  const [, kind, namespace, name] = /^(\w+):(\w+)\/(.+)$/.exec(ref)!;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace, annotations },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
};

describe('an entry of the catalog', () => {
  it('is found by its reference, in lower case', () => {
    const upper = indexCatalog([related('API:Shop/Checkout', [])], readAt);
    expect(upper.get('api:shop/checkout')).toMatchObject({
      ref: 'api:shop/checkout',
      kind: 'api',
      namespace: 'shop',
      name: 'checkout',
      title: 'Checkout',
    });
    expect(upper.get('api:shop/other')).toBeUndefined();
  });

  it('is complete even where the entity says nothing', () => {
    const bare = {
      apiVersion: 'v1',
      kind: 'Location',
      metadata: { name: 'x' },
    };
    expect(indexCatalog([bare], readAt).get('location:default/x')).toEqual({
      ref: 'location:default/x',
      kind: 'location',
      namespace: 'default',
      name: 'x',
      title: 'x',
      profile: {},
      annotations: {},
      links: [],
      ownerRef: undefined,
      ownerRefs: [],
      relations: new Map(),
    });
  });

  it('knows its owner, its annotations, its links and its profile', () => {
    expect(index.get('component:default/checkout')).toMatchObject({
      ownerRef: 'group:default/shop-team',
      annotations: { 'incidents/alerts': 'team=shop,tier=web' },
      links: [{ url: 'https://wiki.example/checkout' }],
    });
    expect(index.get('user:default/ada')?.profile).toEqual({
      displayName: 'Ada',
      email: 'ada@shop.example',
    });
  });

  it('is one of all', () => {
    expect([...index.all()]).toHaveLength(company().length);
    expect(index.readAt).toBe(readAt);
  });
});

describe('entities of a name', () => {
  const many = indexCatalog(
    [related('Component:a/Mail', []), related('API:b/mail', [])],
    readAt,
  );
  it.each([
    ['mail', ['component:a/mail', 'api:b/mail']],
    ['MAIL', ['component:a/mail', 'api:b/mail']],
    ['post', []],
    ['constructor', []],
  ])('%s', (name, refs) => {
    expect(many.named(name).map(({ ref }) => ref)).toEqual(refs);
  });
});

describe('what an entity needs, step by step', () => {
  const chain = indexCatalog(
    [
      related('Component:default/web', [
        ['dependsOn', 'component:default/checkout'],
        ['consumesApi', 'api:default/pay'],
      ]),
      related('API:default/pay', [
        ['apiProvidedBy', 'component:default/payments'],
      ]),
      related('Component:default/payments', [
        ['dependsOn', 'resource:default/payments-db'],
        // Both of them would be down.
        ['dependsOn', 'component:default/web'],
      ]),
      related('Component:default/checkout', [
        ['dependsOn', 'component:default/payments'],
      ]),
    ],
    readAt,
  );
  const near = [
    'component:default/checkout',
    'api:default/pay',
    'component:default/payments',
  ];
  it.each([
    [0, []],
    [1, near],
    [2, [...near, 'resource:default/payments-db']],
    [9, [...near, 'resource:default/payments-db']],
  ])('%d', (depth, refs) => {
    expect(chain.upstream('component:default/web', depth)).toEqual(refs);
  });

  it('is nothing of what the catalog does not know', () => {
    expect(chain.upstream('component:default/unknown', 3)).toEqual([]);
  });
});

describe('what an entity covers', () => {
  it.each([
    ['component:default/checkout', ['component:default/checkout']],
    [
      'system:default/payments',
      [
        'system:default/payments',
        'component:default/checkout',
        'component:default/ledger',
      ],
    ],
    [
      'domain:default/shop',
      [
        'domain:default/shop',
        'system:default/payments',
        'component:default/checkout',
        'component:default/ledger',
      ],
    ],
    [
      'group:default/shop-team',
      [
        'group:default/shop-team',
        'component:default/checkout',
        'component:default/ledger',
      ],
    ],
    ['component:default/unknown', ['component:default/unknown']],
  ])('%s', (ref, refs) => {
    expect(index.covers(ref)).toEqual(refs);
  });

  it('of a group includes what its child groups own, and the parts of that', () => {
    const groups = indexCatalog(
      [
        related('Group:default/all', [['parentOf', 'group:default/team']]),
        related('Group:default/team', [['ownerOf', 'system:default/pay']]),
        related('System:default/pay', [['hasPart', 'component:default/a']]),
      ],
      readAt,
    );
    expect(groups.covers('group:default/all')).toEqual([
      'group:default/all',
      'group:default/team',
      'system:default/pay',
      'component:default/a',
    ]);
  });

  it('is the counterpart of what covers it', () => {
    const parts = indexCatalog(
      [
        related('Component:default/a', [
          ['partOf', 'system:default/pay'],
          ['ownedBy', 'group:default/team'],
        ]),
        related('System:default/pay', [
          ['partOf', 'domain:default/shop'],
          ['ownedBy', 'user:default/ada'],
        ]),
        related('Group:default/team', [['childOf', 'group:default/all']]),
      ],
      readAt,
    );
    expect(parts.coveredBy('component:default/a').sort()).toEqual([
      'component:default/a',
      'domain:default/shop',
      'group:default/all',
      'group:default/team',
      'system:default/pay',
      'user:default/ada',
    ]);
    expect(parts.coveredBy('component:default/unknown')).toEqual([
      'component:default/unknown',
    ]);
  });

  it('ends, even where parts contain each other', () => {
    const round = indexCatalog(
      [
        related('System:default/a', [['hasPart', 'system:default/b']]),
        related('System:default/b', [['hasPart', 'system:default/a']]),
      ],
      readAt,
    );
    expect(round.covers('system:default/a')).toEqual([
      'system:default/a',
      'system:default/b',
    ]);
  });
});

describe('where definitions are inherited from', () => {
  it('is the system, then the domain', () => {
    const ancestors = index
      .ancestors('component:default/checkout')
      .map(({ ref }) => ref);
    expect(ancestors).toEqual([
      'system:default/payments',
      'domain:default/shop',
    ]);
  });

  it('is nothing for something unknown, and leaves out what the catalog does not show', () => {
    expect(index.ancestors('component:default/unknown')).toEqual([]);
    const orphan = indexCatalog(
      [related('Component:default/a', [['partOf', 'system:default/gone']])],
      readAt,
    );
    expect(orphan.ancestors('component:default/a')).toEqual([]);
  });
});

it('knows what an entity needs, one step far and each once', () => {
  const needy = indexCatalog(
    [
      related('Component:default/a', [
        ['dependsOn', 'component:default/b'],
        ['consumesApi', 'api:default/c'],
        ['dependsOn', 'component:default/b'],
      ]),
      related('Component:default/b', [['dependsOn', 'component:default/d']]),
    ],
    readAt,
  );
  expect(needy.dependencies('component:default/a')).toEqual([
    'component:default/b',
    'api:default/c',
  ]);
  expect(needy.dependencies('component:default/unknown')).toEqual([]);
});

it('knows every owner of what several own, even one that the catalog does not show', () => {
  const shared = indexCatalog(
    [
      related('Component:default/a', [
        ['ownedBy', 'group:default/one'],
        ['ownedBy', 'group:default/two'],
      ]),
    ],
    readAt,
  );
  const a = 'component:default/a';
  expect(shared.get(a)).toMatchObject({
    ownerRef: 'group:default/one',
    ownerRefs: ['group:default/one', 'group:default/two'],
  });
  expect(shared.ownedBy(['group:default/two'])).toEqual([a]);
  expect(shared.ownedBy(['group:default/two', 'group:default/one'])).toEqual([
    a,
  ]);
});

it('knows who owns what, and who belongs to whom', () => {
  expect(
    index.ownedBy(['group:default/shop-team', 'user:default/ada']),
  ).toEqual([
    'domain:default/shop',
    'system:default/payments',
    'component:default/checkout',
    'component:default/ledger',
  ]);
  expect(index.ownedBy([])).toEqual([]);
  expect(
    index.members('group:default/shop-team').map(({ title }) => title),
  ).toEqual(['ada', 'bo']);
  expect(index.members('group:default/unknown')).toEqual([]);
});
