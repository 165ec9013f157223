/**
 * The shapes of the API as zod 4 schemas.
 *
 * @packageDocumentation
 */
export * from './primitives';
export * from './severity';
export * from './alert';
export * from './alertWork';
export * from './delivery';
export * from './heartbeat';
export * from './routing';
export * from './silence';
export * from './runbook';
export * from './maintenance';
export * from './oncall';
export { momentSchema } from './moments';
export * from './schedule';
export * from './scheduleWork';
export * from './onCallReport';
export * from './shiftRequest';
export * from './access';
export * from './absenceCalendar';
export * from './timeline';
export * from './paging';
export * from './incident';
export * from './summary';
export * from './handover';
