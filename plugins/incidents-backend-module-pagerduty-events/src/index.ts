/**
 * Pages people by PagerDuty, and hears who acknowledges there.
 *
 * @packageDocumentation
 */
export { incidentsModulePagerDutyEvents as default } from './module';
