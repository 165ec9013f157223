import type { DeadLetter } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

/** A delivery that was not understood, named by its id. */
export function aLetter(id: string): DeadLetter {
  return {
    id,
    integration: 'prometheus',
    receivedAt: testNow,
    reason: `Letter ${id} has no alerts`,
    body: `{"id":"${id}"}`,
  };
}
