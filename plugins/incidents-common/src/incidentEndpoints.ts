import { z } from 'zod';
import { get, post } from './endpoint';
import {
  incidentDeclarePermission,
  incidentReadPermission,
  incidentUpdatePermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about incidents: their list, their timeline, what people do with them. */
export const incidentEndpoints = {
  listIncidents: get('/incidents', {
    summary: 'List incidents, open ones first',
    needs: incidentReadPermission,
    query: s.incidentQuerySchema,
    reply: s.incidentPageSchema,
  }),
  getIncident: get('/incidents/:key', {
    summary: 'One incident with its severity definition, runbooks and on-call',
    needs: incidentReadPermission,
    query: noQuery,
    reply: s.incidentDetailSchema,
  }),
  getTimeline: get('/incidents/:key/timeline', {
    summary: 'What happened in an incident',
    needs: incidentReadPermission,
    query: s.timelineQuerySchema,
    reply: s.pageOf(s.timelineEntrySchema),
  }),
  declareIncident: post('/incidents', {
    summary: 'Declare an incident',
    needs: incidentDeclarePermission,
    body: s.declareSchema,
    reply: s.incidentSchema,
    status: 201,
  }),
  actOnIncident: post('/incidents/:key/actions', {
    summary: 'Move an incident through its lifecycle',
    needs: incidentUpdatePermission,
    body: s.actSchema,
    reply: s.incidentSchema,
  }),
  setSeverity: post('/incidents/:key/severity', {
    summary: 'Change the severity of an incident',
    needs: incidentUpdatePermission,
    body: s.setSeveritySchema,
    reply: s.incidentSchema,
  }),
  addNote: post('/incidents/:key/notes', {
    summary: 'Write a note on the timeline of an incident',
    needs: incidentUpdatePermission,
    body: s.noteSchema,
    reply: s.timelineEntrySchema,
    status: 201,
  }),
  mergeIncident: post('/incidents/:key/merge', {
    summary: 'Merge an incident into another that is about the same',
    needs: incidentUpdatePermission,
    body: s.mergeSchema,
    reply: s.incidentSchema,
  }),
} as const;
