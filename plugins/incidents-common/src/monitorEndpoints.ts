import { z } from 'zod';
import { get, post } from './endpoint';
import { alertReadPermission } from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about what monitors ask, and what is expected of them. */
export const monitorEndpoints = {
  receiveWebhook: post('/webhooks/:integration', {
    summary: 'Deliver alerts of a configured integration',
    needs: 'integration-token',
    body: z.unknown(),
    reply: s.webhookReplySchema,
    status: 202,
  }),
  receiveHeartbeat: post('/webhooks/heartbeats/:heartbeat', {
    summary: 'Give a sign of life',
    needs: 'heartbeat-token',
    reply: s.heartbeatReplySchema,
    status: 202,
  }),
  receiveHeartbeatByGet: get('/webhooks/heartbeats/:heartbeat', {
    summary: 'Give a sign of life, for senders that can only ask an address',
    needs: 'heartbeat-token',
    reply: s.heartbeatReplySchema,
    status: 202,
  }),
  listHeartbeats: get('/heartbeats', {
    summary: 'Signals that are expected, those that stay away first',
    needs: alertReadPermission,
    query: noQuery,
    reply: s.heartbeatsSchema,
  }),
} as const;
