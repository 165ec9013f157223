import { z } from 'zod';
import { get, post } from './endpoint';
import {
  maintenanceUpdatePermission,
  routingReadPermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about planned work. */
export const maintenanceEndpoints = {
  listMaintenance: get('/maintenance', {
    summary: 'List maintenance windows, those that come first first',
    needs: routingReadPermission,
    query: s.maintenanceQuerySchema,
    reply: s.maintenancePageSchema,
  }),
  planMaintenance: post('/maintenance', {
    summary: 'Plan maintenance, once or again and again',
    needs: maintenanceUpdatePermission,
    body: s.planMaintenanceSchema,
    reply: s.maintenanceSchema,
    status: 201,
  }),
  changeMaintenance: post('/maintenance/:id/change', {
    summary: 'Change maintenance that somebody planned by hand',
    needs: maintenanceUpdatePermission,
    body: s.planMaintenanceSchema,
    reply: s.maintenanceSchema,
  }),
  endMaintenance: post('/maintenance/:id/end', {
    summary: 'End maintenance now: the time that is on, or all of it',
    needs: maintenanceUpdatePermission,
    body: s.endMaintenanceSchema,
    reply: s.maintenanceSchema,
  }),
  importMaintenance: post('/maintenance/import', {
    summary: 'Make maintenance windows of a calendar file',
    needs: maintenanceUpdatePermission,
    body: s.importMaintenanceSchema,
    reply: s.importReplySchema,
  }),
  listMaintenanceCalendars: get('/maintenance/calendars', {
    summary: 'The calendars that maintenance is read from, and how they fare',
    needs: routingReadPermission,
    query: noQuery,
    reply: s.maintenanceCalendarsSchema,
  }),
} as const;
