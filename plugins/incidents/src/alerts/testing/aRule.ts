import type { RoutingRule } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

/** A rule for one service, named by its id. */
export function aRule(service: string): RoutingRule {
  return {
    id: service,
    matchers: [{ label: 'service', op: 'equals', value: service }],
    entityRef: 'component:default/checkout',
    createdBy: { type: 'user', ref: 'user:default/aiko' },
    createdAt: testNow,
  };
}
