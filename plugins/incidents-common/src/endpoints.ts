import { z } from 'zod';
import { get, post } from './endpoint';
import { onCallEndpoints } from './onCallEndpoints';
import {
  alertReadPermission,
  alertUpdatePermission,
  deadLetterReadPermission,
  deadLetterReplayPermission,
  deliveryReadPermission,
  deliveryReplayPermission,
  definitionReadPermission,
  incidentDeclarePermission,
  incidentReadPermission,
  incidentUpdatePermission,
  maintenanceUpdatePermission,
  pageAcknowledgePermission,
  pageCreatePermission,
  routingReadPermission,
  routingUpdatePermission,
  silenceUpdatePermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});
const subjectQuery = z.strictObject({
  entityRef: s.entityRefSchema.optional(),
});

/**
 * The whole API of the incidents backend.
 *
 * @public
 */
export const endpoints = {
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
  mergeIncident: post('/incidents/:key/merge', {
    summary: 'Merge an incident into another that is about the same',
    needs: incidentUpdatePermission,
    body: s.mergeSchema,
    reply: s.incidentSchema,
  }),
  listPages: get('/incidents/:key/pages', {
    summary: 'Who was paged for an incident, how, when, and what they answered',
    needs: incidentReadPermission,
    query: noQuery,
    reply: s.onCallPagesSchema,
  }),
  acknowledgePage: post('/incidents/:key/pages/acknowledge', {
    summary: 'Say that one is on it: nobody else is paged',
    needs: pageAcknowledgePermission,
    body: s.nothingSchema,
    reply: s.onCallPageSchema,
  }),
  handOnPage: post('/incidents/:key/pages/hand-on', {
    summary: 'Say that one cannot take it: who is next is paged at once',
    needs: pageAcknowledgePermission,
    body: s.handOnSchema,
    reply: s.onCallPageSchema,
  }),
  pageSomebody: post('/incidents/:key/pages', {
    summary: 'Page somebody else too: a user, a group or a level of an entity',
    needs: pageCreatePermission,
    body: s.pageSomebodySchema,
    reply: s.onCallPageSchema,
    status: 201,
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
  replayDeadLetters: post('/dead-letters/replay', {
    summary: 'Read dead letters again',
    needs: deadLetterReplayPermission,
    body: s.replaySchema,
    reply: s.replayReplySchema,
  }),
  ...onCallEndpoints,
  getEntitySummary: get('/entities/:kind/:namespace/:name/summary', {
    summary: 'What the tab of an entity needs, in one call',
    needs: incidentReadPermission,
    query: noQuery,
    reply: s.entitySummarySchema,
  }),
  getRunbook: get('/entities/:kind/:namespace/:name/runbooks/:id', {
    summary: 'One runbook of an entity with its Markdown',
    needs: definitionReadPermission,
    query: noQuery,
    reply: s.runbookContentSchema,
  }),
  getSeverities: get('/severities', {
    summary: 'The severity scheme of an entity, or the default of the portal',
    needs: definitionReadPermission,
    query: subjectQuery,
    reply: s.severitySchemeSchema,
  }),
  getOverview: get('/overview', {
    summary: 'What burns, what is neglected, who is awake',
    needs: incidentReadPermission,
    query: noQuery,
    reply: s.overviewSchema,
  }),
  listDeadLetters: get('/dead-letters', {
    summary: 'Deliveries that could not be understood, newest first',
    needs: deadLetterReadPermission,
    query: s.deadLetterQuerySchema,
    reply: s.pageOf(s.deadLetterSchema),
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
  listHeartbeats: get('/heartbeats', {
    summary: 'Signals that are expected, those that stay away first',
    needs: alertReadPermission,
    query: noQuery,
    reply: s.heartbeatsSchema,
  }),
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
} as const;

/**
 * The table of endpoints, as a type from which clients are derived.
 *
 * @public
 */
export type Endpoints = typeof endpoints;

/**
 * Names an endpoint; the client has a method of the same name.
 *
 * @public
 */
export type EndpointName = keyof Endpoints;
