import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permissions on one incident name this resource.
 *
 * @public
 */
export const INCIDENT_RESOURCE_TYPE = 'incidents-incident';
/**
 * Permissions on one alert name this resource.
 *
 * @public
 */
export const ALERT_RESOURCE_TYPE = 'incidents-alert';

/**
 * See incidents, their timeline and their runbooks.
 *
 * @public
 */
export const incidentReadPermission = createPermission({
  name: 'incidents.incident.read',
  attributes: { action: 'read' },
  resourceType: INCIDENT_RESOURCE_TYPE,
});

/**
 * Declare an incident.
 *
 * @public
 */
export const incidentDeclarePermission = createPermission({
  name: 'incidents.incident.declare',
  attributes: { action: 'create' },
});

/**
 * Move an incident through its lifecycle, change its severity, write on its timeline.
 *
 * @public
 */
export const incidentUpdatePermission = createPermission({
  name: 'incidents.incident.update',
  attributes: { action: 'update' },
  resourceType: INCIDENT_RESOURCE_TYPE,
});

/**
 * See alerts.
 *
 * @public
 */
export const alertReadPermission = createPermission({
  name: 'incidents.alert.read',
  attributes: { action: 'read' },
  resourceType: ALERT_RESOURCE_TYPE,
});

/**
 * See the definitions that are the same for everybody: severity schemes, runbooks, which on-call schedules there are; and preview a
 * schedule.
 *
 * @public
 */
export const definitionReadPermission = createPermission({
  name: 'incidents.definition.read',
  attributes: { action: 'read' },
});

/**
 * See who is on call by name. Without it the pages offer to page, and name nobody.
 *
 * @public
 */
export const onCallReadPermission = createPermission({
  name: 'incidents.oncall.read',
  attributes: { action: 'read' },
});

/**
 * See deliveries that could not be understood, with their bodies.
 *
 * @public
 */
export const deadLetterReadPermission = createPermission({
  name: 'incidents.dead-letter.read',
  attributes: { action: 'read' },
});

/**
 * Read dead letters again, after what was wrong is put right.
 *
 * @public
 */
export const deadLetterReplayPermission = createPermission({
  name: 'incidents.dead-letter.replay',
  attributes: { action: 'update' },
});

/**
 * See deliveries that were understood, with their bodies.
 *
 * @public
 */
export const deliveryReadPermission = createPermission({
  name: 'incidents.delivery.read',
  attributes: { action: 'read' },
});

/**
 * Replay deliveries: what they say comes in again, read by the config and rules of today.
 *
 * @public
 */
export const deliveryReplayPermission = createPermission({
  name: 'incidents.delivery.replay',
  attributes: { action: 'update' },
});

/**
 * Acknowledge an alert, give it an entity, move it to another incident.
 *
 * @public
 */
export const alertUpdatePermission = createPermission({
  name: 'incidents.alert.update',
  attributes: { action: 'update' },
  resourceType: ALERT_RESOURCE_TYPE,
});

/**
 * See silences, maintenance windows, routing rules and what a delivery would do.
 *
 * @public
 */
export const routingReadPermission = createPermission({
  name: 'incidents.routing.read',
  attributes: { action: 'read' },
});

/**
 * Change routing rules.
 *
 * @public
 */
export const routingUpdatePermission = createPermission({
  name: 'incidents.routing.update',
  attributes: { action: 'update' },
});

/**
 * Silence alerts, and end a silence.
 *
 * @public
 */
export const silenceUpdatePermission = createPermission({
  name: 'incidents.silence.update',
  attributes: { action: 'update' },
});

/**
 * Plan, change, end and import maintenance windows.
 *
 * @public
 */
export const maintenanceUpdatePermission = createPermission({
  name: 'incidents.maintenance.update',
  attributes: { action: 'update' },
});

/**
 * Create, edit, archive and import on-call schedules.
 *
 * @public
 */
export const onCallScheduleUpdatePermission = createPermission({
  name: 'incidents.oncall.schedule.update',
  attributes: { action: 'update' },
});

/**
 * Give away one's own shifts, swap them, stand in, come along as a shadow, be absent.
 *
 * @public
 */
export const onCallOverrideOwnPermission = createPermission({
  name: 'incidents.oncall.override.own',
  attributes: { action: 'update' },
});

/**
 * Change the shifts of others.
 *
 * @public
 */
export const onCallOverrideAnyPermission = createPermission({
  name: 'incidents.oncall.override.any',
  attributes: { action: 'update' },
});

/**
 * Say for an incident that one is on it, or hand its page on.
 *
 * @public
 */
export const pageAcknowledgePermission = createPermission({
  name: 'incidents.page.acknowledge',
  attributes: { action: 'update' },
  resourceType: INCIDENT_RESOURCE_TYPE,
});

/**
 * Page somebody for an incident.
 *
 * @public
 */
export const pageCreatePermission = createPermission({
  name: 'incidents.page.create',
  attributes: { action: 'create' },
  resourceType: INCIDENT_RESOURCE_TYPE,
});

/**
 * Make secret addresses at which calendars read shifts, and revoke one's own.
 *
 * @public
 */
export const onCallCalendarCreatePermission = createPermission({
  name: 'incidents.oncall.calendar.create',
  attributes: { action: 'create' },
});

/**
 * Write the note with which a shift is handed over, and change it.
 *
 * @public
 */
export const onCallHandoverUpdatePermission = createPermission({
  name: 'incidents.oncall.handover.update',
  attributes: { action: 'update' },
});

/**
 * Every permission of the suite, for policies that list them.
 *
 * @public
 */
export const incidentsPermissions = [
  incidentReadPermission,
  incidentDeclarePermission,
  incidentUpdatePermission,
  alertReadPermission,
  definitionReadPermission,
  onCallReadPermission,
  deadLetterReadPermission,
  deadLetterReplayPermission,
  deliveryReadPermission,
  deliveryReplayPermission,
  alertUpdatePermission,
  routingReadPermission,
  routingUpdatePermission,
  silenceUpdatePermission,
  maintenanceUpdatePermission,
  onCallScheduleUpdatePermission,
  onCallOverrideOwnPermission,
  onCallOverrideAnyPermission,
  pageAcknowledgePermission,
  pageCreatePermission,
  onCallCalendarCreatePermission,
  onCallHandoverUpdatePermission,
];
