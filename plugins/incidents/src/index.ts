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
  onCallRouteRef,
  rootRouteRef,
  runbookRouteRef,
  scheduleRouteRef,
} from './routes';
export { incidentsTranslationRef } from './translation';
