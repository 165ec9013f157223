import { z } from 'zod';
import { get, post } from './endpoint';
import { routingReadPermission, routingUpdatePermission } from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about which way alerts go. */
export const routingEndpoints = {
  listRoutingRules: get('/routing-rules', {
    summary: 'The routing rules, in the order in which they are asked',
    needs: routingReadPermission,
    query: noQuery,
    reply: s.routingRulesSchema,
  }),
  createRoutingRule: post('/routing-rules', {
    summary: 'Add a routing rule after the others',
    needs: routingUpdatePermission,
    body: s.createRoutingRuleSchema,
    reply: s.routingRuleSchema,
    status: 201,
  }),
  orderRoutingRules: post('/routing-rules/order', {
    summary: 'Change the order of the routing rules',
    needs: routingUpdatePermission,
    body: s.orderRoutingRulesSchema,
    reply: s.routingRulesSchema,
  }),
  removeRoutingRule: post('/routing-rules/:id/remove', {
    summary: 'Remove a routing rule',
    needs: routingUpdatePermission,
    body: s.nothingSchema,
    reply: s.routingRulesSchema,
  }),
  dryRun: post('/dry-run', {
    summary: 'What a delivery would do if it came now',
    needs: routingReadPermission,
    body: s.dryRunSchema,
    reply: s.dryRunReplySchema,
  }),
} as const;
