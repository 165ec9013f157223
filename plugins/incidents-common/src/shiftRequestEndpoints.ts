import { get, post } from './endpoint';
import {
  definitionReadPermission,
  onCallOverrideOwnPermission,
} from './permissions';
import * as s from './schemas';

/** The part of the API by which people ask each other to take or swap shifts. */
export const shiftRequestEndpoints = {
  listShiftRequests: get('/oncall/requests', {
    summary: 'Requests to take or swap shifts: of a schedule, or of the reader',
    needs: definitionReadPermission,
    query: s.shiftRequestQuerySchema,
    reply: s.shiftRequestsSchema,
  }),
  askForShift: post('/oncall/schedules/:name/requests', {
    summary: "Ask somebody, or everybody, to take or swap one's own shift",
    needs: onCallOverrideOwnPermission,
    body: s.askForShiftSchema,
    reply: s.shiftRequestSchema,
    status: 201,
  }),
  acceptShiftRequest: post('/oncall/requests/:id/accept', {
    summary: 'Take or swap the shift as one is asked to',
    needs: onCallOverrideOwnPermission,
    body: s.nothingSchema,
    reply: s.shiftRequestSchema,
  }),
  declineShiftRequest: post('/oncall/requests/:id/decline', {
    summary: 'Say that one does not take or swap the shift',
    needs: onCallOverrideOwnPermission,
    body: s.nothingSchema,
    reply: s.shiftRequestSchema,
  }),
  withdrawShiftRequest: post('/oncall/requests/:id/withdraw', {
    summary: 'Take a request of one’s own back',
    needs: onCallOverrideOwnPermission,
    body: s.nothingSchema,
    reply: s.shiftRequestSchema,
  }),
} as const;
