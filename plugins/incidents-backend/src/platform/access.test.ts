import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { AccessCondition } from 'backstage-plugin-incidents-node';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import {
  createAccess,
  isAccessible,
  entitiesIn,
  whereAccessible,
  type AccessFilter,
} from './access';
import { indexCatalog, type CatalogIndex } from './catalogIndex';

const entity = (...names: string[]): AccessCondition => ({
  property: 'entity',
  values: names.map(name => `component:default/${name}`),
});
const owner = (name: string): AccessCondition => ({
  property: 'owner',
  values: [`group:default/${name}`],
});
const index = indexCatalog(company(), new Date(0));
const engines = openEngines();

const filters: Array<[string, AccessFilter, string[]]> = [
  ['everything', 'everything', ['checkout', 'ledger', 'mail']],
  ['nothing', 'nothing', []],
  ['one entity', entity('mail'), ['mail']],
  ['an owner', owner('shop-team'), ['checkout', 'ledger']],
  ['an owner of nothing', owner('nobody'), []],
  [
    'both',
    { allOf: [owner('shop-team'), entity('ledger', 'mail')] },
    ['ledger'],
  ],
  ['either', { anyOf: [entity('ledger'), entity('mail')] }, ['ledger', 'mail']],
  ['not', { not: owner('shop-team') }, ['mail']],
  [
    'not an owner of nothing',
    { not: owner('nobody') },
    ['checkout', 'ledger', 'mail'],
  ],
  [
    'either of both, but not',
    {
      anyOf: [
        { allOf: [owner('shop-team'), { not: entity('ledger') }] },
        entity('mail'),
      ],
    },
    ['checkout', 'mail'],
  ],
];

describe.each(engines.ids)('a filter on %s', id => {
  async function seen(filter: AccessFilter, picture?: CatalogIndex) {
    const knex = await engines.empty(id);
    await knex.schema.createTable('t', table => table.string('ref'));
    const names = ['checkout', 'ledger', 'mail'];
    await knex('t').insert(names.map(n => ({ ref: `component:default/${n}` })));
    const query = knex('t').orderBy('ref');
    whereAccessible(query, filter, {
      index: picture,
      whereEntities: (q, refs) => q.whereIn('ref', refs),
    });
    return (await query).map(({ ref }) => ref.split('/')[1]);
  }

  it.each(filters)('lets through: %s', async (_, filter, names) => {
    expect(await seen(filter, index)).toEqual(names);
  });

  it('knows nobody as an owner while the catalog is away', async () => {
    expect(await seen(owner('shop-team'))).toEqual([]);
    expect(await seen(entity('ledger'))).toEqual(['ledger']);
  });
});

describe('a filter on a record that is at hand', () => {
  const seen = (filter: AccessFilter, picture?: CatalogIndex) =>
    ['checkout', 'ledger', 'mail'].filter(name =>
      isAccessible(`component:default/${name}`, filter, picture),
    );

  it.each(filters)('lets through: %s', (_, filter, names) => {
    expect(seen(filter, index)).toEqual(names);
  });

  it('knows nobody as an owner while the catalog is away', () => {
    expect(seen(owner('shop-team'))).toEqual([]);
  });

  it('lets what concerns no entity through for those who may see everything', () => {
    const passing = filters.filter(([, filter]) =>
      isAccessible(undefined, filter, index),
    );
    expect(passing.map(([name]) => name)).toEqual(['everything']);
  });
});

describe('what a caller may see', () => {
  const credentials = mockCredentials.user();
  const basic = createPermission({ name: 'b', attributes: { action: 'read' } });
  const resource = createPermission({
    name: 'r',
    attributes: { action: 'read' },
    resourceType: 'thing',
  });
  const accessWith = (result: AuthorizeResult) => {
    const permissions = mockServices.permissions.mock();
    const decision: any = [{ result, conditions: { rule: 'R' } }];
    permissions.authorize.mockResolvedValue(decision);
    permissions.authorizeConditional.mockResolvedValue(decision);
    const transformers = { thing: () => entity('mail') };
    return createAccess({ permissions, transformers });
  };

  it.each([
    [AuthorizeResult.ALLOW, 'everything', 'everything'],
    [AuthorizeResult.DENY, 'nothing', 'nothing'],
    [AuthorizeResult.CONDITIONAL, 'nothing', entity('mail')],
  ])('is, when the policy says %s', async (result, ofBasic, ofResource) => {
    const access = accessWith(result);
    expect(await access.filterFor(credentials, basic)).toEqual(ofBasic);
    expect(await access.filterFor(credentials, resource)).toEqual(ofResource);
  });

  it('is refused with the name of what is needed', async () => {
    const access = accessWith(AuthorizeResult.DENY);
    await expect(access.require(credentials, basic)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: 'This needs b',
    });
    expect(await access.allows(credentials, basic)).toBe(false);
  });

  it('is given without a word', async () => {
    const access = accessWith(AuthorizeResult.ALLOW);
    await expect(access.require(credentials, basic)).resolves.toBeUndefined();
    expect(await access.allows(credentials, basic)).toBe(true);
  });
});

describe('the entities of which a record must concern one', () => {
  const ref = (name: string) => `component:default/${name}`;
  const shop = index.ownedBy(['group:default/shop-team']);

  it.each<[string, AccessFilter, string[] | undefined]>([
    ['of one entity', entity('mail'), [ref('mail')]],
    ['of an owner', owner('shop-team'), shop],
    ['of nobody', owner('nobody'), []],
    ['of nothing', 'nothing', []],
    [
      'of either, each once',
      { anyOf: [owner('shop-team'), entity('ledger', 'mail')] },
      [...shop, ref('mail')],
    ],
    ['of all of one', { allOf: [owner('shop-team')] }, shop],
  ])('are all that a filter asks for: %s', (_, filter, refs) => {
    expect(entitiesIn({ filter, index })).toEqual({
      ...{ refs, rest: 'everything' },
    });
  });

  it.each<[string, AccessFilter]>([
    ['everything', 'everything'],
    ['what others own', { not: owner('shop-team') }],
    ['two at once', { allOf: [owner('shop-team'), entity('mail')] }],
    ['one of these', { anyOf: [entity('mail'), { not: owner('nobody') }] }],
  ])('do not say enough of %s', (_, filter) => {
    expect(entitiesIn({ filter, index })).toEqual({ rest: filter });
  });

  it('are none for who may see nothing, whatever was asked for', () => {
    expect(
      entitiesIn({ filter: 'nothing', index, entityRefs: [ref('mail')] }),
    ).toEqual({ refs: [], rest: 'everything' });
  });

  it('are those that were asked for, and the filter is asked besides', () => {
    const filter = owner('shop-team');
    const entityRefs = [ref('mail'), ref('mail'), ref('ledger')];
    expect(entitiesIn({ filter, index, entityRefs })).toEqual({
      refs: [ref('mail'), ref('ledger')],
      rest: filter,
    });
  });
});
