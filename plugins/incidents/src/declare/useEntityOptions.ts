import { useEffect, useState } from 'react';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** What may have an incident. */
const affectable = ['Component', 'API', 'Resource', 'System', 'Domain'];

const searched = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];
const titles = [
  'metadata.title',
  'metadata.description',
  'spec.profile.displayName',
];

export type EntityOption = { id: string; label: string; description?: string };

/** Entities whose name or title contains what is typed, at most twenty. */
export function useEntityOptions(
  term: string,
  kinds: string[] = affectable,
): {
  options: EntityOption[];
  isSearching: boolean;
} {
  const catalogApi = useApi(catalogApiRef);
  const [options, setOptions] = useState<EntityOption[]>([]);
  const [answered, setAnswered] = useState<string>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const found = await catalogApi
        .queryEntities({
          filter: { kind: kinds },
          fullTextFilter: { term, fields: searched },
          orderFields: [{ field: 'metadata.name', order: 'asc' }],
          fields: ['kind', 'metadata.name', 'metadata.namespace', ...titles],
          limit: 20,
        })
        // Without the catalog a reference can still be typed by hand.
        .catch(() => ({ items: [] }));
      if (!current) return;
      setOptions(found.items.map(optionOf));
      setAnswered(term);
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [catalogApi, term, kinds]);
  return { options, isSearching: answered !== term };
}

function optionOf(entity: Entity): EntityOption {
  const ref = stringifyEntityRef(entity);
  return {
    id: ref,
    label:
      displayNameOf(entity) ?? entity.metadata.title ?? entity.metadata.name,
    description: [entity.kind, entity.metadata.description]
      .filter(Boolean)
      .join(' · '),
  };
}

/** How a user is called. */
function displayNameOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName;
}

/** A reference that somebody typed in full, if it is one. */
export function typedEntityRef(text: string): string | undefined {
  if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(text.trim())) return undefined;
  return stringifyEntityRef(parseEntityRef(text.trim()));
}
