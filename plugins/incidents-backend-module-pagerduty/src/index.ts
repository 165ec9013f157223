/**
 * Who is on call by PagerDuty, for the incidents backend.
 *
 * @packageDocumentation
 */
export { incidentsModulePagerduty as default } from './module';
