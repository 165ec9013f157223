/**
 * One contract per socket: a module runs it in its own tests.
 *
 * @packageDocumentation
 */
export * from './describeAlertSource';
export * from './describeNotifier';
export * from './mutations';
