/**
 * Alert sources of the incidents backend that need nothing but a schema.
 *
 * @packageDocumentation
 */
export { incidentsModuleAlertSources as default } from './module';
export { alertmanager } from './alertmanager';
export { generic } from './generic';
export { alertSources } from './sources';
