import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The overview, and below it everything else.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'incidents' });

/**
 * The list of incidents; filters go into the query.
 *
 * @public
 */
export const incidentListRouteRef = createSubRouteRef({
  id: 'incidents/list',
  parent: rootRouteRef,
  path: '/list',
});

/**
 * The stream of alerts, and below it silences, maintenance, rules, the dry run and dead letters.
 *
 * @public
 */
export const alertsRouteRef = createSubRouteRef({
  id: 'incidents/alerts',
  parent: rootRouteRef,
  path: '/alerts',
});

/**
 * The schedules, with who is on call now.
 *
 * @public
 */
export const onCallRouteRef = createSubRouteRef({
  id: 'incidents/on-call',
  parent: rootRouteRef,
  path: '/on-call',
});

/**
 * One schedule as a fortnight, by its name.
 *
 * @public
 */
export const scheduleRouteRef = createSubRouteRef({
  id: 'incidents/schedule',
  parent: rootRouteRef,
  path: '/on-call/:name',
});

/** Writes a new schedule. */
export const newScheduleRouteRef = createSubRouteRef({
  id: 'incidents/new-schedule',
  parent: rootRouteRef,
  path: '/on-call/new',
});

/** Changes a schedule, by its name. */
export const editScheduleRouteRef = createSubRouteRef({
  id: 'incidents/edit-schedule',
  parent: rootRouteRef,
  path: '/on-call/:name/edit',
});

/**
 * What being on call costs each person; the period stands in the query.
 *
 * @public
 */
export const onCallLoadRouteRef = createSubRouteRef({
  id: 'incidents/on-call-load',
  parent: rootRouteRef,
  path: '/on-call/load',
});

/**
 * How the shift of a schedule is handed over; `at` in the query says which.
 *
 * @public
 */
export const handoverRouteRef = createSubRouteRef({
  id: 'incidents/hand-over',
  parent: rootRouteRef,
  path: '/on-call/:name/hand-over',
});

/**
 * One incident, by its key.
 *
 * @public
 */
export const incidentRouteRef = createSubRouteRef({
  id: 'incidents/incident',
  parent: rootRouteRef,
  path: '/:key',
});

/**
 * One runbook of an entity.
 *
 * @public
 */
export const runbookRouteRef = createSubRouteRef({
  id: 'incidents/runbook',
  parent: rootRouteRef,
  path: '/runbooks/:kind/:namespace/:name/:id',
});
