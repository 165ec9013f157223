import type { Silence } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

/** A silence of a day that has just begun, but for what the test is about. */
export function aSilence(about: Partial<Silence> = {}): Silence {
  return {
    id: 's1',
    matchers: [{ label: 'service', op: 'equals', value: 'checkout' }],
    reason: 'The index is rebuilt',
    createdBy: { type: 'user', ref: 'user:default/aiko' },
    createdAt: testNow,
    startsAt: testNow,
    endsAt: '2026-11-21T03:00:00.000Z',
    status: 'active',
    held: 3,
    ...about,
  };
}
