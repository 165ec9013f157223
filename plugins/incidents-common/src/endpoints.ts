import { z } from 'zod';
import { accessEndpoints } from './accessEndpoints';
import { alertEndpoints } from './alertEndpoints';
import { deliveryEndpoints } from './deliveryEndpoints';
import { get } from './endpoint';
import { handoverEndpoints } from './handoverEndpoints';
import { incidentEndpoints } from './incidentEndpoints';
import { maintenanceEndpoints } from './maintenanceEndpoints';
import { monitorEndpoints } from './monitorEndpoints';
import { absenceEndpoints } from './absenceEndpoints';
import { onCallEndpoints } from './onCallEndpoints';
import { onCallReportEndpoints } from './onCallReportEndpoints';
import { pagingEndpoints } from './pagingEndpoints';
import {
  definitionReadPermission,
  incidentReadPermission,
} from './permissions';
import { routingEndpoints } from './routingEndpoints';
import * as s from './schemas';
import { shiftRequestEndpoints } from './shiftRequestEndpoints';

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
  ...incidentEndpoints,
  ...pagingEndpoints,
  ...alertEndpoints,
  ...maintenanceEndpoints,
  ...routingEndpoints,
  ...deliveryEndpoints,
  ...onCallEndpoints,
  ...onCallReportEndpoints,
  ...handoverEndpoints,
  ...shiftRequestEndpoints,
  ...accessEndpoints,
  ...absenceEndpoints,
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
  ...monitorEndpoints,
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
