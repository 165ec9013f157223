import type { Entity } from '@backstage/catalog-model';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { indexCatalog } from '../../platform/catalogIndex';
import { aSignal } from '../../testing/aSignal';
import { routeLater, routeSignal } from './routeSignal';
import { indexSelectors } from './selectors';

const entity = (ref: string, alerts?: string): Entity => {
  const [, kind, namespace, name] = /^(\w+):(\w+)\/(.+)$/.exec(ref)!;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      ...{ name, namespace },
      ...(alerts && { annotations: { 'incidents/alerts': alerts } }),
    },
  };
};

const index = indexCatalog(
  [
    entity('Component:default/checkout', 'team=shop,tier=web'),
    entity('API:default/checkout'),
    entity('Component:default/Ledger'),
    entity('System:default/payments', 'team=pay'),
    entity('Resource:default/db', 'team=pay'),
    entity('Component:blue/search'),
    entity('Component:green/search'),
    entity('Component:default/mail'),
    entity('Component:other/mail'),
    entity('Group:default/shop'),
  ],
  new Date(0),
);
const map = {
  index,
  selectors: indexSelectors(index),
  nameLabels: ['service', 'job'],
};

const route = (about: Partial<AlertSignal>, fallbackRef?: string) =>
  routeSignal(aSignal({ labels: {}, ...about }), { ...map, fallbackRef });

describe('an alert finds its entity', () => {
  it.each<[string, Partial<AlertSignal>, string, string, string]>([
    [
      'by what the payload says',
      {
        entityRef: 'component:default/ledger',
        labels: { service: 'checkout' },
      },
      'component:default/ledger',
      'label',
      'the payload says component:default/ledger',
    ],
    [
      'by its label backstage_entity',
      { labels: { backstage_entity: 'api:checkout', service: 'mail' } },
      'api:default/checkout',
      'label',
      'label backstage_entity says api:checkout',
    ],
    [
      'by its label entity_ref, a component in the default namespace unless it says otherwise',
      { labels: { entity_ref: 'Checkout' } },
      'component:default/checkout',
      'label',
      'label entity_ref says Checkout',
    ],
    [
      'by the selector of an entity',
      { labels: { team: 'shop', tier: 'web', service: 'mail' } },
      'component:default/checkout',
      'selector',
      'annotation incidents/alerts of component:default/checkout selects team=shop,tier=web',
    ],
    [
      'by a label that is a name, likeliest kind first',
      { labels: { service: 'checkout' } },
      'component:default/checkout',
      'name',
      'label service=checkout is the name of component:default/checkout',
    ],
    [
      'by a name in any case',
      { labels: { service: 'LEDGER' } },
      'component:default/ledger',
      'name',
      'label service=LEDGER is the name of component:default/ledger',
    ],
    [
      'by a name of which the default namespace has one',
      { labels: { service: 'mail' } },
      'component:default/mail',
      'name',
      'label service=mail is the name of component:default/mail',
    ],
    [
      'by the next label when the first names nothing',
      { labels: { service: 'unheard-of', job: 'payments' } },
      'system:default/payments',
      'name',
      'label job=payments is the name of system:default/payments',
    ],
    [
      'by a name, although its label refers to nothing in the catalog',
      { labels: { entity_ref: 'component:default/gone', service: 'mail' } },
      'component:default/mail',
      'name',
      'label service=mail is the name of component:default/mail',
    ],
  ])('%s', (_, about, ...[entityRef, by, reason]) => {
    expect(route(about)).toEqual({ entityRef, routing: { by, reason } });
  });

  it('by its integration, when nothing else tells', () => {
    expect(
      route({ labels: { service: 'x' } }, 'system:default/payments'),
    ).toEqual({
      entityRef: 'system:default/payments',
      routing: {
        by: 'integration',
        reason: 'entityRef of the integration is system:default/payments',
      },
    });
  });
});

describe('an alert that finds none says what was looked for', () => {
  it.each<[string, Partial<AlertSignal>, string | undefined, string]>([
    [
      'nothing at all',
      {},
      undefined,
      'No entity: no label backstage_entity or entity_ref; no selector of an entity matches its labels; none of the labels service, job; the integration has no entityRef',
    ],
    [
      'a reference to nothing',
      { labels: { entity_ref: 'component:default/gone' } },
      undefined,
      'No entity: label entity_ref says component:default/gone, which is not in the catalog; no selector of an entity matches its labels; none of the labels service, job; the integration has no entityRef',
    ],
    [
      'a reference that is none',
      { entityRef: ':::' },
      undefined,
      'No entity: the payload says :::, which is not in the catalog; no selector of an entity matches its labels; none of the labels service, job; the integration has no entityRef',
    ],
    [
      'two selectors, two names, an integration of something gone',
      { labels: { team: 'pay', service: 'search', job: 'shop' } },
      'component:default/gone',
      'No entity: no label backstage_entity or entity_ref; selectors of system:default/payments, resource:default/db match alike; service=search names 2 entities, job=shop names no entity; entityRef component:default/gone of the integration is not in the catalog',
    ],
  ])('%s', (_, about, fallbackRef, reason) => {
    expect(route(about, fallbackRef)).toEqual({
      routing: { by: 'none', reason },
    });
  });

  it('in a thousand characters at most', () => {
    const labels = { service: 'x'.repeat(2_000) };
    expect(route({ labels }).routing.reason).toHaveLength(1_000);
  });
});

it('an alert waits for a catalog that is away, and says so', () => {
  expect(routeLater()).toEqual({
    routing: {
      by: 'none',
      reason: 'The catalog has not answered yet; this is tried again',
      pending: true,
    },
  });
});
