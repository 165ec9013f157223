/**
 * The contract of the incidents plugins: what the backend serves, the pages read and other plugins may rely on.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './lifecycle';
export * from './permissions';
export type { Endpoint, ParamsOf, ReplyOf } from './endpoint';
export * from './endpoints';
export {
  createIncidentsClient,
  changedSomething,
  type CallOptions,
  type IncidentsApi,
  type IncidentsClientOptions,
} from './client';
export * from './shapes';
export * from './schedules';
export * from './onCallReports';
export * from './handovers';
export * from './shiftWork';
