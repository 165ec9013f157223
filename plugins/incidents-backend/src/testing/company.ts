import type { Entity } from '@backstage/catalog-model';

/** A catalog just large enough for the stories: two services of a system of a domain, their owner and its people. */
export function company(): Entity[] {
  return [
    entity('Domain', 'shop', { ownedBy: 'group:default/shop-team' }, [
      ['hasPart', 'system:default/payments'],
    ]),
    entity('System', 'payments', { ownedBy: 'group:default/shop-team' }, [
      ['partOf', 'domain:default/shop'],
      ['hasPart', 'component:default/checkout'],
      ['hasPart', 'component:default/ledger'],
    ]),
    entity(
      'Component',
      'checkout',
      {
        ownedBy: 'group:default/shop-team',
        annotations: { 'incidents/alerts': 'team=shop,tier=web' },
        links: [
          {
            url: 'https://wiki.example/checkout',
            title: 'Checkout',
            type: 'runbook',
          },
        ],
      },
      [
        ['partOf', 'system:default/payments'],
        ['dependsOn', 'component:default/ledger'],
      ],
    ),
    entity('Component', 'ledger', { ownedBy: 'group:default/shop-team' }, [
      ['partOf', 'system:default/payments'],
    ]),
    entity(
      'Group',
      'shop-team',
      { annotations: { 'incidents/lead': 'user:default/bo' } },
      [
        ['hasMember', 'user:default/ada'],
        ['hasMember', 'user:default/bo'],
        ['ownerOf', 'component:default/checkout'],
        ['ownerOf', 'component:default/ledger'],
      ],
    ),
    person('ada', 'Ada'),
    person('bo', 'Bo'),
  ];
}

/** The company, whose checkout names who is on call by the annotation `incidents/on-call`. */
export function companyNaming(words: string): Entity[] {
  const annotations = { 'incidents/on-call': words };
  return company().map(one =>
    one.metadata.name === 'checkout'
      ? { ...one, metadata: { ...one.metadata, annotations } }
      : one,
  );
}

type About = {
  ownedBy?: string;
  annotations?: Record<string, string>;
  links?: Array<{ url: string; title: string; type: string }>;
};

function entity(
  kind: string,
  name: string,
  { ownedBy, annotations, links }: About,
  relations: Array<[string, string]>,
): Entity {
  const owner: Array<[string, string]> = ownedBy ? [['ownedBy', ownedBy]] : [];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations, links },
    spec: {},
    relations: [...owner, ...relations].map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

function person(name: string, displayName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName, email: `${name}@shop.example` } },
    relations: [{ type: 'memberOf', targetRef: 'group:default/shop-team' }],
  };
}
