import type { Entity } from '@backstage/catalog-model';
import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { indexCatalog } from '../../platform/catalogIndex';
import type { PolicyMatch } from '../policySettings';
import { matchPolicy } from './matchPolicy';

const anEntity = (
  kind: string,
  name: string,
  ...relations: Array<[string, string]>
): Entity => ({
  ...{ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name } },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const index = indexCatalog(
  [
    anEntity(
      'Component',
      'checkout',
      ['partOf', 'system:default/payments'],
      ['ownedBy', 'group:default/shop-team'],
    ),
    anEntity('System', 'payments', ['partOf', 'domain:default/shop']),
    anEntity('Group', 'shop-team', ['childOf', 'group:default/web']),
  ],
  new Date(0),
);

const matches = (match: PolicyMatch, about: Partial<Alert> = {}) =>
  matchPolicy([{ match }], anAlert(about), index) !== undefined;

describe('a policy', () => {
  it.each<[string, PolicyMatch, Partial<Alert>, boolean]>([
    ['without a condition is for all', {}, {}, true],
    ['is for a level', { severities: ['SEV1', 'SEV2'] }, {}, true],
    ['is not for another level', { severities: ['SEV1'] }, {}, false],
    [
      'is for an entity',
      { entities: ['component:default/checkout'] },
      {},
      true,
    ],
    [
      'is for a pattern of entities',
      { entities: ['component:*/check*'] },
      {},
      true,
    ],
    [
      'is not for another entity',
      { entities: ['component:default/x'] },
      {},
      false,
    ],
    [
      'is for the parts of a system',
      { entities: ['system:default/payments'] },
      {},
      true,
    ],
    [
      'is for the parts of a domain',
      { entities: ['domain:default/shop'] },
      {},
      true,
    ],
    [
      'is for what a group owns',
      { entities: ['group:default/shop-team'] },
      {},
      true,
    ],
    [
      'is for what the groups of a group own',
      { entities: ['group:default/we?'] },
      {},
      true,
    ],
    [
      'is for entities that the catalog does not know, by their name',
      { entities: ['component:default/new*'] },
      { entityRef: 'component:default/newcomer' },
      true,
    ],
    [
      'that names entities is not for an alert of nobody',
      { entities: ['*'] },
      { entityRef: undefined },
      false,
    ],
    [
      'is for a pattern of a label',
      { labels: { service: 'check*' } },
      {},
      true,
    ],
    [
      'wants all its labels',
      { labels: { service: 'check*', env: 'prod' } },
      {},
      false,
    ],
    [
      'takes a label that is absent for an empty one',
      { labels: { env: '' } },
      {},
      true,
    ],
    ['is for a pattern of titles', { title: 'high*' }, {}, true],
    ['is not for other titles', { title: 'low*' }, {}, false],
    ['is for an integration', { integrations: ['x', 'prometheus'] }, {}, true],
    ['is not for other integrations', { integrations: ['grafana'] }, {}, false],
    [
      'wants all its conditions',
      { severities: ['SEV2'], title: 'low*' },
      {},
      false,
    ],
  ])('%s', (_, match, about, expected) => {
    expect(matches(match, about)).toBe(expected);
  });

  it('goes by the name of the entity alone while the catalog is away', () => {
    const away = (entity: string) =>
      matchPolicy([{ match: { entities: [entity] } }], anAlert(), undefined);
    expect(away('component:default/*')).toBeDefined();
    expect(away('system:default/payments')).toBeUndefined();
  });

  it('is the first that matches', () => {
    const policies = [
      { name: 'a', match: { severities: ['SEV1'] } },
      { name: 'b', match: {} },
      { name: 'c', match: {} },
    ];
    expect(matchPolicy(policies, anAlert(), index)?.name).toBe('b');
  });
});
