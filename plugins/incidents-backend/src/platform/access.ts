import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
  type ConditionalPolicyDecision,
  type Permission,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import type { AccessCondition } from 'backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CatalogIndex } from './catalogIndex';

/** What a caller may see of a kind of record; a list applies it in its query. */
export type AccessFilter =
  | 'everything'
  | 'nothing'
  | PermissionCriteria<AccessCondition>;

export interface Access {
  /** @throws NotAllowedError */
  require(
    credentials: BackstageCredentials,
    permission: Permission,
    resourceRef?: string,
  ): Promise<void>;
  allows(
    credentials: BackstageCredentials,
    permission: Permission,
  ): Promise<boolean>;
  filterFor(
    credentials: BackstageCredentials,
    permission: Permission,
  ): Promise<AccessFilter>;
}

export function createAccess(options: {
  permissions: PermissionsService;
  /** By resource type: turns the conditions of a policy into conditions of ours. */
  transformers: Record<string, ConditionTransformer<AccessCondition>>;
}): Access {
  const { permissions, transformers } = options;

  async function decide(
    credentials: BackstageCredentials,
    permission: Permission,
    resourceRef?: string,
  ): Promise<boolean> {
    // The service checks by itself that a resource permission comes with its resource.
    const request = { permission, resourceRef } as Parameters<
      PermissionsService['authorize']
    >[0][0];
    const [decision] = await permissions.authorize([request], { credentials });
    return decision.result === AuthorizeResult.ALLOW;
  }

  return {
    async require(credentials, permission, resourceRef) {
      if (!(await decide(credentials, permission, resourceRef))) {
        throw new NotAllowedError(`This needs ${permission.name}`);
      }
    },
    allows: decide,
    async filterFor(credentials, permission) {
      if (!isResourcePermission(permission)) {
        return (await decide(credentials, permission))
          ? 'everything'
          : 'nothing';
      }
      const [decision] = await permissions.authorizeConditional(
        [{ permission }],
        { credentials },
      );
      if (decision.result === AuthorizeResult.ALLOW) return 'everything';
      if (decision.result === AuthorizeResult.DENY) return 'nothing';
      const { conditions } = decision as ConditionalPolicyDecision;
      return transformers[permission.resourceType](conditions);
    },
  };
}

/**
 * Puts a filter into a query. `whereEntities` says for one kind of record what it means to concern one of these entities.
 */
export function whereAccessible(
  query: Knex.QueryBuilder,
  filter: AccessFilter,
  context: {
    index: CatalogIndex | undefined;
    whereEntities(query: Knex.QueryBuilder, entityRefs: string[]): void;
  },
): void {
  if (filter === 'everything') return;
  if (filter === 'nothing') query.whereRaw('1 = 0');
  else if ('allOf' in filter) {
    for (const part of filter.allOf) {
      query.where(sub => whereAccessible(sub, part, context));
    }
  } else if ('anyOf' in filter) {
    query.where(all => {
      for (const part of filter.anyOf) {
        all.orWhere(sub => whereAccessible(sub, part, context));
      }
    });
  } else if ('not' in filter) {
    query.whereNot(sub => whereAccessible(sub, filter.not, context));
  } else context.whereEntities(query, entitiesOf(filter, context.index));
}

/** Whether a filter lets a record pass that concerns this entity; one that concerns none passes for those who may see everything. */
export function isAccessible(
  entityRef: string | undefined,
  filter: AccessFilter,
  index: CatalogIndex | undefined,
): boolean {
  if (filter === 'everything') return true;
  if (filter === 'nothing' || !entityRef) return false;
  const passes = (part: AccessFilter) => isAccessible(entityRef, part, index);
  if ('allOf' in filter) return filter.allOf.every(passes);
  if ('anyOf' in filter) return filter.anyOf.some(passes);
  if ('not' in filter) return !passes(filter.not);
  return entitiesOf(filter, index).includes(entityRef);
}

/** What a list is limited to, besides the query of the reader. */
export type EntityScope = {
  filter: AccessFilter;
  index: CatalogIndex | undefined;
  /** `entityRef` of the query with all the parts that it includes. */
  entityRefs?: string[];
};

/**
 * The entities of which a record must concern one, when there is such a list: then an index finds the records. `rest` is what must be
 * asked of each record besides.
 */
export function entitiesIn({ filter, index, entityRefs }: EntityScope): {
  refs?: string[];
  rest: AccessFilter;
} {
  if (filter === 'nothing') return { refs: [], rest: 'everything' };
  if (entityRefs) return { refs: [...new Set(entityRefs)], rest: filter };
  const refs = entitiesThatSuffice(filter, index);
  return refs
    ? { refs: [...new Set(refs)], rest: 'everything' }
    : { rest: filter };
}

function entitiesThatSuffice(
  filter: AccessFilter,
  index: CatalogIndex | undefined,
): string[] | undefined {
  if (typeof filter === 'string' || 'not' in filter) return undefined;
  if ('allOf' in filter) {
    const [only, ...others] = filter.allOf;
    return others.length > 0 ? undefined : entitiesThatSuffice(only, index);
  }
  if ('anyOf' in filter) {
    const lists = filter.anyOf.map(part => entitiesThatSuffice(part, index));
    return lists.every(list => list !== undefined) ? lists.flat() : undefined;
  }
  return entitiesOf(filter, index);
}

/** Without a picture of the catalog nobody is known to own anything: the safe side. */
function entitiesOf(
  condition: AccessCondition,
  index: CatalogIndex | undefined,
): string[] {
  return condition.property === 'entity'
    ? condition.values
    : index?.ownedBy(condition.values) ?? [];
}
