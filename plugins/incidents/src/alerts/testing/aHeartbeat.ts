import type { Heartbeat } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

/** A signal that comes as it should, but for what the test is about. */
export function aHeartbeat(about: Partial<Heartbeat> = {}): Heartbeat {
  return {
    id: 'backup',
    title: 'Nightly backup',
    status: 'heard',
    every: 86_400,
    grace: 7_200,
    lastSeenAt: testNow,
    expectedBy: '2026-11-21T03:00:00.000Z',
    ...about,
  };
}
