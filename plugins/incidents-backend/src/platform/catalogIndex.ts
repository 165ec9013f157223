import {
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** What the rooms know of an entity of the catalog. */
export type CatalogEntry = {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  /** `spec.profile` of users and groups. */
  profile: { displayName?: string; email?: string; picture?: string };
  annotations: Record<string, string>;
  links: Array<{ url: string; title?: string; type?: string }>;
  /** The first of its owners: the one who is asked. */
  ownerRef?: string;
  ownerRefs: string[];
  /** Entity refs by type of relation. */
  relations: Map<string, string[]>;
};

/** A picture of the catalog at one moment, pure and quick to ask. */
export type CatalogIndex = {
  readAt: Date;
  get(ref: string): CatalogEntry | undefined;
  all(): IterableIterator<CatalogEntry>;
  /** Entities whose name is this, whatever their kind and namespace; lower case. */
  named(name: string): CatalogEntry[];
  /** The entity, and for a system, domain or group all its parts, however deep. Contains at least `ref`. */
  covers(ref: string): string[];
  /** The counterpart of `covers`: the entity, and every system, domain, group and user that includes it. */
  coveredBy(ref: string): string[];
  /** The system of an entity, then the domain of that: where definitions are inherited from. */
  ancestors(ref: string): CatalogEntry[];
  /** What the entity needs to work, one step. */
  dependencies(ref: string): string[];
  /**
   * What the entity needs to work, as many steps away as `depth`, the nearest first. From an API that is consumed to who provides it
   * is no step: it is the provider that breaks.
   */
  upstream(ref: string, depth: number): string[];
  /** The counterpart of {@link CatalogEntry.ownerRefs}. */
  ownedBy(ownerRefs: string[]): string[];
  members(groupRef: string): CatalogEntry[];
};

export function indexCatalog(entities: Entity[], readAt: Date): CatalogIndex {
  const byRef = new Map<string, CatalogEntry>();
  const byName = new Map<string, CatalogEntry[]>();
  const byOwner = new Map<string, string[]>();
  for (const entity of entities) {
    const entry = toEntry(entity);
    byRef.set(entry.ref, entry);
    addTo(byName, entry.name, entry);
    // Said by what is owned, because the owner itself may be missing in the catalog.
    for (const owner of entry.relations.get(RELATION_OWNED_BY) ?? []) {
      addTo(byOwner, owner, entry.ref);
    }
  }
  const related = (ref: string, ...types: string[]) =>
    types.flatMap(type => byRef.get(ref)?.relations.get(type) ?? []);
  const dependencies = (ref: string) => [
    ...new Set(related(ref, RELATION_DEPENDS_ON, RELATION_CONSUMES_API)),
  ];
  const providers = (ref: string) => related(ref, RELATION_API_PROVIDED_BY);
  return {
    readAt,
    get: ref => byRef.get(ref),
    all: () => byRef.values(),
    named: name => byName.get(name.toLowerCase()) ?? [],
    covers: ref => reach(ref, from => related(from, ...partsOf(from))),
    coveredBy: ref =>
      reach(ref, from =>
        related(from, RELATION_PART_OF, RELATION_OWNED_BY, RELATION_CHILD_OF),
      ),
    ancestors: ref =>
      reach(ref, from => related(from, RELATION_PART_OF))
        .slice(1)
        .flatMap(ancestor => byRef.get(ancestor) ?? []),
    dependencies,
    upstream(ref, depth) {
      const found = new Set([ref]);
      let latest = [ref];
      for (let step = 0; step < depth && latest.length > 0; step++) {
        const next = latest
          .flatMap(dependencies)
          .flatMap(needed => [needed, ...providers(needed)]);
        latest = next.filter(needed => !found.has(needed));
        latest.forEach(needed => found.add(needed));
      }
      return [...found].slice(1);
    },
    ownedBy: ownerRefs => [
      ...new Set(ownerRefs.flatMap(owner => byOwner.get(owner) ?? [])),
    ],
    members: groupRef =>
      related(groupRef, RELATION_HAS_MEMBER).flatMap(
        member => byRef.get(member) ?? [],
      ),
  };
}

/**
 * Entities as a reader names them, with all the parts that they include; without a picture of the catalog just themselves.
 */
export function withParts(
  refs: string[] | undefined,
  index: CatalogIndex | undefined,
): string[] | undefined {
  return refs
    ?.map(ref => ref.toLocaleLowerCase('en-US'))
    .flatMap(ref => index?.covers(ref) ?? [ref]);
}

function partsOf(ref: string): string[] {
  const kind = ref.slice(0, ref.indexOf(':'));
  if (kind === 'group') return [RELATION_PARENT_OF, RELATION_OWNER_OF];
  return kind === 'user' ? [RELATION_OWNER_OF] : [RELATION_HAS_PART];
}

function reach(start: string, next: (ref: string) => string[]): string[] {
  const seen = new Set([start]);
  for (const ref of seen) next(ref).forEach(found => seen.add(found));
  return [...seen];
}

/** In place: a group may own thousands. */
function addTo<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

function toEntry(entity: Entity): CatalogEntry {
  const relations = new Map<string, string[]>();
  for (const { type, targetRef } of entity.relations ?? []) {
    addTo(relations, type, targetRef);
  }
  const profile = entity.spec?.profile;
  const { metadata } = entity;
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    namespace: (metadata.namespace ?? 'default').toLowerCase(),
    name: metadata.name.toLowerCase(),
    title: metadata.title ?? metadata.name,
    profile: (typeof profile === 'object' ? profile : {}) as object,
    annotations: metadata.annotations ?? {},
    links: metadata.links ?? [],
    ownerRef: relations.get(RELATION_OWNED_BY)?.[0],
    ownerRefs: relations.get(RELATION_OWNED_BY) ?? [],
    relations,
  };
}
