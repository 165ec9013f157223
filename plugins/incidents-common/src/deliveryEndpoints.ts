import { z } from 'zod';
import { get, post } from './endpoint';
import {
  deadLetterReadPermission,
  deadLetterReplayPermission,
  deliveryReadPermission,
  deliveryReplayPermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about what monitors sent. */
export const deliveryEndpoints = {
  listDeadLetters: get('/dead-letters', {
    summary: 'Deliveries that could not be understood, newest first',
    needs: deadLetterReadPermission,
    query: s.deadLetterQuerySchema,
    reply: s.pageOf(s.deadLetterSchema),
  }),
  replayDeadLetters: post('/dead-letters/replay', {
    summary: 'Read dead letters again',
    needs: deadLetterReplayPermission,
    body: s.replaySchema,
    reply: s.replayReplySchema,
  }),
  listDeliveries: get('/deliveries', {
    summary: 'Deliveries that were understood, newest first',
    needs: deliveryReadPermission,
    query: s.deliveryQuerySchema,
    reply: s.deliveryPageSchema,
  }),
  getDelivery: get('/deliveries/:id', {
    summary: 'One delivery with its body',
    needs: deliveryReadPermission,
    query: noQuery,
    reply: s.deliveryDetailSchema,
  }),
  replayDeliveries: post('/deliveries/replay', {
    summary: 'Replay deliveries, or say what that would do',
    needs: deliveryReplayPermission,
    body: s.replayDeliveriesSchema,
    reply: s.replayDeliveriesReplySchema,
  }),
} as const;
