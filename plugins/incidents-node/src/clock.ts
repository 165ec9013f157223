import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * The only source of the present moment. Replaced by tests and by the replay of recorded history.
 *
 * @public
 */
export interface Clock {
  now(): Date;
}

/**
 * The clock of the incidents backend; the real one unless a portal puts another in its place.
 *
 * @public
 */
export const clockServiceRef = createServiceRef<Clock>({
  id: 'incidents.clock',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => ({ now: () => new Date() }),
    }),
});
