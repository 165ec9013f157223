import type { Entity } from '@backstage/catalog-model';
import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { indexCatalog } from '../../platform/catalogIndex';
import { findCandidates } from './findCandidates';

const entity = (kind: string, name: string, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, title },
});

const index = indexCatalog(
  [
    entity('Component', 'checkout'),
    entity('Component', 'payment-gateway', 'The Cashier'),
    entity('Component', 'ledger-api'),
    entity('Resource', 'ledger'),
    entity('System', 'shop'),
    entity('Component', 'ui'),
    entity('Group', 'mailroom'),
  ],
  new Date(0),
);

const stray = (about: Partial<Alert>): Alert =>
  anAlert({
    entityRef: undefined,
    title: 'Boo',
    labels: {},
    ...about,
  });
const find = (about: Partial<Alert>, bound: Alert[] = []) =>
  findCandidates(stray(about), index, bound);

describe('whose an alert may be', () => {
  it.each<[string, Partial<Alert>, string, string]>([
    [
      'a label is the name but for what teams add',
      { labels: { app: 'checkout-prod' } },
      'component:default/checkout',
      'label app=checkout-prod is like its name checkout',
    ],
    [
      'a label has it before the name',
      { labels: { app: 'prod_checkout_svc' } },
      'component:default/checkout',
      'label app=prod_checkout_svc is like its name checkout',
    ],
    [
      'a label contains the name',
      { labels: { pod: 'checkout-7d9f8b6c5-x2x1k' } },
      'component:default/checkout',
      'label pod=checkout-7d9f8b6c5-x2x1k contains its name checkout',
    ],
    [
      'a label is misspelt',
      { labels: { app: 'chekcout' } },
      'component:default/checkout',
      'label app=chekcout resembles its name checkout',
    ],
    [
      'the title has the words of the name',
      { title: 'Payment gateway is slow' },
      'component:default/payment-gateway',
      'the title contains its name payment-gateway',
    ],
    [
      'the title has them run together',
      { title: 'PaymentGatewayDown' },
      'component:default/payment-gateway',
      'the title contains its name payment-gateway',
    ],
    [
      'the title has the title',
      { title: 'the cashier has gone' },
      'component:default/payment-gateway',
      'the title contains its title The Cashier',
    ],
  ])('%s', (_, about, entityRef, reason) => {
    expect(find(about)).toEqual([{ entityRef, reason }]);
  });

  it.each<[string, Partial<Alert>]>([
    ['it has an entity', { entityRef: 'component:default/checkout' }],
    ['nothing is like a name', { title: 'Disk full', labels: { a: 'b' } }],
    ['a short name is part of something', { labels: { app: 'web-ui-2' } }],
    ['a name is one of people', { labels: { app: 'mailroom' } }],
  ])('nobody’s, when %s', (_, about) => {
    expect(find({ labels: { app: 'x' }, ...about })).toEqual([]);
  });

  it('likeliest first: the same, then contained, then resembling; components before others', () => {
    expect(
      find({
        title: 'shop is slow',
        labels: { app: 'ledger', pod: 'chekout' },
      }).map(({ entityRef }) => entityRef),
    ).toEqual([
      'component:default/ledger-api',
      'resource:default/ledger',
      'system:default/shop',
      'component:default/checkout',
    ]);
  });

  it('as people said of such alerts before', () => {
    const bound = [
      anAlert({ entityRef: 'system:default/shop', title: 'Other' }),
      anAlert({ entityRef: 'resource:default/ledger', title: 'Boo' }),
      anAlert({ entityRef: 'component:default/gone', title: 'Boo' }),
    ];
    expect(find({ labels: { app: 'checkout' } }, bound)).toEqual([
      {
        entityRef: 'resource:default/ledger',
        reason: 'somebody bound an alert of this title to it',
      },
      {
        entityRef: 'component:default/checkout',
        reason: 'label app=checkout is like its name checkout',
      },
      {
        entityRef: 'system:default/shop',
        reason: 'somebody bound another alert of prometheus to it',
      },
    ]);
  });

  it('five at most, each once', () => {
    const many = indexCatalog(
      Array.from({ length: 9 }, (_, i) => entity('Component', `mail-${i}`)),
      new Date(0),
    );
    const labels = { a: 'mail-1', b: 'mail-2-x', c: 'mail-3', d: 'mail-1' };
    const found = findCandidates(stray({ labels, title: 'mail-8' }), many, []);
    expect(found.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/mail-1',
      'component:default/mail-3',
      'component:default/mail-8',
      'component:default/mail-2',
      'component:default/mail-0',
    ]);
  });
});
