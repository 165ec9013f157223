import type { Entity } from '@backstage/catalog-model';

/** `service-1`, `service-2` and so on, as components of a catalog. */
export function services(count: number): Entity[] {
  return Array.from({ length: count }, (_, i) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `service-${i + 1}`, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'everybody' },
  }));
}
