import type { Entity } from '@backstage/catalog-model';

const ref = (n: number) => `component:default/service-${n}`;

/** `service-1`, `service-2` and so on, as components of a catalog. */
export function services(count: number): Entity[] {
  return Array.from({ length: count }, (_, i) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `service-${i + 1}`, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'everybody' },
  }));
}

/** Those services, each in need of the next two, and `system-1` and so on, of which each has some of them as its parts. */
export function servicesInSystems(count: number, perSystem: number): Entity[] {
  const components = services(count).map((service, i) => ({
    ...service,
    relations: [1, 2].map(step => ({
      type: 'dependsOn',
      targetRef: ref(((i + step) % count) + 1),
    })),
  }));
  const systems = Array.from({ length: count / perSystem }, (_, i) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: `system-${i + 1}`, namespace: 'default' },
    spec: { owner: 'everybody' },
    relations: Array.from({ length: perSystem }, (_part, part) => ({
      type: 'hasPart',
      targetRef: ref(i * perSystem + part + 1),
    })),
  }));
  return [...components, ...systems];
}
