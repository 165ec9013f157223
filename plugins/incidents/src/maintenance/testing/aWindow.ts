import type { Maintenance } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

/** A window that recurs and is open, but for what the test is about. */
export function aWindow(about: Partial<Maintenance> = {}): Maintenance {
  return {
    id: 'w1',
    title: 'Index rebuild',
    reason: 'Ask Aiko',
    entityRefs: ['component:default/checkout'],
    start: '2026-11-20T11:00:00',
    end: '2026-11-20T14:00:00',
    zone: 'Asia/Tokyo',
    recurrence: 'FREQ=WEEKLY',
    origin: 'person',
    createdBy: { type: 'user', ref: 'user:default/aiko' },
    createdAt: testNow,
    status: 'active',
    next: {
      startsAt: '2026-11-20T02:00:00.000Z',
      endsAt: '2026-11-20T05:00:00.000Z',
    },
    held: 3,
    ...about,
  };
}
