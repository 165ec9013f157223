import type { Clock } from 'backstage-plugin-incidents-node';

/** A clock that stands still until it is moved. */
export interface MovedClock extends Clock {
  moveTo(moment: Date): void;
}

export function createMovedClock(start: Date): MovedClock {
  let now = start;
  return {
    now: () => now,
    moveTo(moment) {
      now = moment;
    },
  };
}
