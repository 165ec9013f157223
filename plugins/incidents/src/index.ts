/**
 * Incident pages, entity tab, cards and home widgets.
 *
 * @packageDocumentation
 */
export { incidentsPlugin as default } from './plugin';
export {
  alertsRouteRef,
  incidentListRouteRef,
  incidentRouteRef,
  rootRouteRef,
  runbookRouteRef,
} from './routes';
export { incidentsTranslationRef } from './translation';
