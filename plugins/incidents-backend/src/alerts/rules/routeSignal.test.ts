import type { Entity } from '@backstage/catalog-model';
import type { Matcher, RoutingRule } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
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
  severityLabels: ['severity'],
  integration: 'prometheus',
};

const rule = (entityRef: string, ...matchers: Matcher[]): RoutingRule => ({
  ...{ id: 'r', matchers, entityRef, createdAt: testNow },
  createdBy: { type: 'user', ref: 'user:default/ada' },
});
const is = (label: string, value: string): Matcher => ({
  ...{ label, op: 'equals', value },
});

const route = (
  about: Partial<AlertSignal>,
  fallbackRef?: string,
  rules: RoutingRule[] = [],
) =>
  routeSignal(aSignal({ labels: {}, ...about }), {
    ...{ ...map, fallbackRef, rules },
  });

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

describe('a routing rule', () => {
  const mail = 'component:default/mail';
  const ledger = 'component:default/ledger';
  const payments = 'system:default/payments';

  it.each<[string, Partial<AlertSignal>, RoutingRule[], string, string]>([
    [
      'is asked before the integration',
      { labels: { team: 'post' } },
      [rule(mail, is('team', 'post'))],
      mail,
      'rule team=post says component:default/mail',
    ],
    [
      'is not asked when a label is a name',
      { labels: { team: 'post', service: 'ledger' } },
      [rule(mail, is('team', 'post'))],
      ledger,
      'label service=ledger is the name of component:default/ledger',
    ],
    [
      'decides when it is the first that matches',
      { title: 'Slow' },
      [
        rule(mail, is('title', 'Fast')),
        rule(ledger, is('title', 'Slow')),
        rule(mail, is('integration', 'prometheus')),
      ],
      ledger,
      'rule title=Slow says component:default/ledger',
    ],
    [
      'knows the word of the monitor for how bad it is',
      { severity: 'page' },
      [rule(mail, is('severity', 'page'))],
      mail,
      'rule severity=page says component:default/mail',
    ],
    [
      'knows the label that says how bad it is',
      { labels: { severity: 'ticket' } },
      [rule(mail, is('severity', 'ticket'))],
      mail,
      'rule severity=ticket says component:default/mail',
    ],
    [
      'must hold with all that it asks for',
      { labels: { team: 'post' } },
      [rule(mail, is('team', 'post'), is('integration', 'grafana'))],
      payments,
      'entityRef of the integration is system:default/payments',
    ],
    [
      'about something gone leaves it to the integration',
      { labels: { team: 'post' } },
      [rule('component:default/gone', is('team', 'post'))],
      payments,
      'entityRef of the integration is system:default/payments',
    ],
  ])('%s', (_, about, rules, ...[entityRef, reason]) => {
    expect(route(about, payments, rules)).toMatchObject({
      entityRef,
      routing: { reason },
    });
  });

  it('is named when it is why', () => {
    const of = (...rules: RoutingRule[]) =>
      route({ labels: { team: 'post' } }, undefined, rules).routing;
    expect(of(rule(mail, is('team', 'post'))).by).toBe('rule');
    expect(of(rule(mail, is('team', 'x'))).reason).toContain(
      '; no routing rule matches; ',
    );
    expect(of(rule('api:default/gone', is('team', 'post'))).reason).toContain(
      '; rule team=post says api:default/gone, which is not in the catalog; ',
    );
  });

  it('is said in a few words, however long it is', () => {
    const long = 'x'.repeat(2_000);
    const { reason } = route({ labels: { a: long } }, undefined, [
      rule(mail, is('a', long)),
    ]).routing;
    expect(reason.length).toBeLessThan(400);
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
