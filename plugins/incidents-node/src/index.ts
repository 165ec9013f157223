/**
 * The sockets of the incidents backend, for modules that plug into them.
 *
 * @packageDocumentation
 */
export * from './alertSource';
export * from './onCallProvider';
export * from './remoteOnCallProvider';
export * from './shift';
export * from './notifier';
export * from './pageThread';
export * from './clock';
export * from './access';
