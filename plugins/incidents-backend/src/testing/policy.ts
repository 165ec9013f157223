import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type ConditionalPolicyDecision,
  type DefinitivePolicyDecision,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

/** What somebody is permitted. */
export type Policy = (
  permission: Permission,
  user: string | undefined,
) => PolicyDecision;

export const allow: DefinitivePolicyDecision = {
  result: AuthorizeResult.ALLOW,
};
export const deny: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

/** The permission framework with a policy of a test: conditions are applied by the plugin, over HTTP, as in a real portal. */
export function permissionsBy(policy: Policy) {
  return createServiceFactory({
    service: coreServices.permissions,
    deps: { discovery: coreServices.discovery },
    factory({ discovery }) {
      const decide = (permission: Permission, options: any) =>
        policy(permission, options?.credentials?.principal?.userEntityRef);
      return {
        async authorize(requests, options) {
          return Promise.all(
            requests.map(async ({ permission, resourceRef }) => {
              const decision = decide(permission, options);
              return decision.result === AuthorizeResult.CONDITIONAL
                ? apply(
                    await discovery.getBaseUrl('incidents'),
                    decision,
                    resourceRef ?? '',
                  )
                : decision;
            }),
          );
        },
        async authorizeConditional(requests, options) {
          return requests.map(({ permission }) => {
            if (!isResourcePermission(permission)) return deny;
            return decide(permission, options);
          });
        },
      };
    },
  });
}

async function apply(
  baseUrl: string,
  { resourceType, conditions }: ConditionalPolicyDecision,
  resourceRef: string,
): Promise<DefinitivePolicyDecision> {
  const response = await fetch(
    `${baseUrl}/.well-known/backstage/permissions/apply-conditions`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.service.header(),
      },
      body: JSON.stringify({
        items: [{ id: '1', resourceRef, resourceType, conditions }],
      }),
    },
  );
  const { items } = (await response.json()) as {
    items: Array<{ result: DefinitivePolicyDecision['result'] }>;
  };
  return { result: items[0].result };
}
