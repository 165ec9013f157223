import type { Entity } from '@backstage/catalog-model';
import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { indexCatalog } from '../../platform/catalogIndex';
import { chooseScheme } from './chooseScheme';

const schemes = new Map(
  ['standard', 'payments', 'strict'].map(name => [name, aScheme({ name })]),
);
const fallback = schemes.get('standard')!;

const entity = (
  ref: string,
  { severities, partOf }: { severities?: string; partOf?: string },
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: ref.split(':')[0],
  metadata: {
    name: ref.split('/')[1],
    ...(severities && {
      annotations: { 'incidents/severities': severities },
    }),
  },
  relations: partOf ? [{ type: 'partOf', targetRef: partOf }] : [],
});

const pay = 'system:default/pay';
const index = indexCatalog(
  [
    entity('domain:default/shop', { severities: 'strict' }),
    entity(pay, { severities: ' payments ', partOf: 'domain:default/shop' }),
    entity('system:default/web', { partOf: 'domain:default/shop' }),
    entity('component:default/own', { severities: 'standard', partOf: pay }),
    entity('component:default/typo', { severities: 'paymnts', partOf: pay }),
    entity('component:default/ledger', { partOf: pay }),
    entity('component:default/page', { partOf: 'system:default/web' }),
    entity('component:default/lonely', {}),
  ],
  new Date(0),
);

describe('the severity scheme of an entity', () => {
  it.each([
    [
      'is its own',
      'component:default/own',
      'standard',
      'component:default/own',
    ],
    ['is the one of its system', 'component:default/ledger', 'payments', pay],
    [
      'is the one of the domain when the system has none',
      'component:default/page',
      'strict',
      'domain:default/shop',
    ],
    [
      'is inherited when its own annotation names no scheme',
      'component:default/typo',
      'payments',
      pay,
    ],
    [
      'is the default of the portal',
      'component:default/lonely',
      'standard',
      undefined,
    ],
    [
      'of something unknown is the default',
      'component:default/x',
      'standard',
      undefined,
    ],
  ])('%s', (_, entityRef, name, inheritedFrom) => {
    const scheme = chooseScheme(schemes, fallback, { entityRef, index });
    expect([scheme.name, scheme.inheritedFrom]).toEqual([name, inheritedFrom]);
  });

  it('is the default while nobody knows the entity or the catalog', () => {
    expect(chooseScheme(schemes, fallback, { index })).toBe(fallback);
    expect(
      chooseScheme(schemes, fallback, { entityRef: 'component:default/own' }),
    ).toBe(fallback);
  });
});
