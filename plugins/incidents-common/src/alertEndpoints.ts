import { z } from 'zod';
import { get, post } from './endpoint';
import {
  alertReadPermission,
  alertUpdatePermission,
  routingReadPermission,
  silenceUpdatePermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about alerts and silences. */
export const alertEndpoints = {
  listAlerts: get('/alerts', {
    summary: 'List alerts, newest first',
    needs: alertReadPermission,
    query: s.alertQuerySchema,
    reply: s.alertPageSchema,
  }),
  getAlert: get('/alerts/:id', {
    summary: 'One alert, and whose it may be',
    needs: alertReadPermission,
    query: noQuery,
    reply: s.alertDetailSchema,
  }),
  getAlertTimeline: get('/alerts/:id/timeline', {
    summary: 'What happened to an alert, with what was held back as flapping',
    needs: alertReadPermission,
    query: s.timelineQuerySchema,
    reply: s.pageOf(s.timelineEntrySchema),
  }),
  actOnAlert: post('/alerts/:id/actions', {
    summary:
      'Acknowledge, bind, move or split off an alert, or declare its incident',
    needs: alertUpdatePermission,
    body: s.actOnAlertSchema,
    reply: s.alertSchema,
  }),
  listSilences: get('/silences', {
    summary: 'List silences, those that end last first',
    needs: routingReadPermission,
    query: s.silenceQuerySchema,
    reply: s.silencePageSchema,
  }),
  createSilence: post('/silences', {
    summary: 'Silence alerts for some time',
    needs: silenceUpdatePermission,
    body: s.createSilenceSchema,
    reply: s.silenceSchema,
    status: 201,
  }),
  endSilence: post('/silences/:id/end', {
    summary: 'End a silence now',
    needs: silenceUpdatePermission,
    body: s.nothingSchema,
    reply: s.silenceSchema,
  }),
} as const;
