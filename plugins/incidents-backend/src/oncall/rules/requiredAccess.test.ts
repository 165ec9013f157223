import type { Entity } from '@backstage/catalog-model';
import { indexCatalog } from '../../platform/catalogIndex';
import { accessState } from './accessState';
import { requiredAccess, toolsOf } from './requiredAccess';

const now = new Date('2026-11-20T03:00:00.000Z');
const day = 24 * 60 * 60 * 1000;

function entity(ref: string, access?: string, partOf?: string): Entity {
  const [kind, name] = ref.split(':');
  const annotations: Record<string, string> =
    access === undefined ? {} : { 'incidents/access': access };
  return {
    ...{ apiVersion: 'backstage.io/v1alpha1', kind },
    metadata: { name, namespace: 'default', annotations },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/shop' },
      ...(partOf
        ? [{ type: 'partOf', targetRef: `system:default/${partOf}` }]
        : []),
    ],
  };
}

const index = indexCatalog(
  [
    entity('Group:shop', 'VPN'),
    entity('System:payments', 'Grafana, kubectl prod'),
    entity('Component:checkout', undefined, 'payments'),
    entity('Component:ledger', undefined, 'payments'),
    entity('Component:till', 'grafana, PagerDuty', 'payments'),
    entity('Component:static', '', 'payments'),
    entity('Component:mail'),
  ],
  now,
);
const told = (...names: string[]) =>
  requiredAccess(
    index,
    names.map(name => `component:default/${name}`),
  ).map(({ tool, entityRefs }) => [tool, ...entityRefs].join(' '));

describe('what an annotation lists', () => {
  it.each([
    ['Grafana, kubectl prod', ['Grafana', 'kubectl prod']],
    [' Grafana ,, ', ['Grafana']],
    ['Grafana, GRAFANA', ['GRAFANA']],
    ['', []],
    ['x'.repeat(200), ['x'.repeat(100)]],
  ])('%j', (annotation, tools) => {
    expect(toolsOf(annotation)).toEqual(tools);
  });
});

describe('what must be confirmed for', () => {
  it.each([
    [
      'parts of a system is what the system lists, once',
      ['checkout', 'ledger'],
      [
        'Grafana system:default/payments',
        'kubectl prod system:default/payments',
      ],
    ],
    [
      'one that has a list of its own is that',
      ['till'],
      ['grafana component:default/till', 'PagerDuty component:default/till'],
    ],
    [
      'several is what any of them lists',
      ['checkout', 'till'],
      [
        'Grafana system:default/payments component:default/till',
        'kubectl prod system:default/payments',
        'PagerDuty component:default/till',
      ],
    ],
    ['one with an empty list is nothing', ['static'], []],
    [
      'one without any is what the owner lists',
      ['mail'],
      ['VPN group:default/shop'],
    ],
    ['one that is not there is nothing', ['gone'], []],
  ])('%s', (_, names, expected) => {
    expect(told(...names)).toEqual(expected);
  });
});

describe('a confirmation', () => {
  const stands = (confirmedAt?: string) =>
    accessState(confirmedAt, { holdsFor: 30 * day, now });

  it('is missing, holds for its time, and has expired after it', () => {
    expect(stands()).toEqual({ state: 'missing' });
    expect(stands('2026-10-21T03:00:00.001Z').state).toBe('confirmed');
    expect(stands('2026-10-21T03:00:00.000Z')).toEqual({
      ...{ state: 'expired', confirmedAt: '2026-10-21T03:00:00.000Z' },
      expiresAt: now.toISOString(),
    });
  });
});
