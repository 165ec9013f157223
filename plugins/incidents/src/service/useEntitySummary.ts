import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import { useIncidentsQuery } from 'backstage-plugin-incidents-react';

/** The one call from which the tab and the card of an entity are drawn. It stays fresh by itself. */
export function useEntitySummary(entity: Entity) {
  const params = {
    kind: entity.kind.toLocaleLowerCase('en-US'),
    namespace: (
      entity.metadata.namespace ?? DEFAULT_NAMESPACE
    ).toLocaleLowerCase('en-US'),
    name: entity.metadata.name.toLocaleLowerCase('en-US'),
  };
  return useIncidentsQuery(
    ['entity-summary', params.kind, params.namespace, params.name],
    (api, signal) => api.getEntitySummary({ params }, { signal }),
  );
}
