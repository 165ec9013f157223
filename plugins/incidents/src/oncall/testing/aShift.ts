import type {
  LaidGap,
  LaidShift,
  ScheduleDetail,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

const place = { level: 1, levelName: 'Primary' };

/** Ada's day on call, but for what the test is about. */
export function aShift(about: Partial<LaidShift> = {}): LaidShift {
  return {
    ...place,
    from: '2026-11-19T08:00:00.000Z',
    to: '2026-11-20T08:00:00.000Z',
    person: { ref: 'user:default/ada', displayName: 'Ada' },
    rotation: 'daily',
    turn: 0,
    because: 'It is the turn of Ada in the rotation daily.',
    ...about,
  };
}

/** A night on which nobody is on call. */
export function aGap(about: Partial<LaidGap> = {}): LaidGap {
  return {
    ...place,
    from: '2026-11-20T20:00:00.000Z',
    to: '2026-11-21T08:00:00.000Z',
    reason: 'outside-windows',
    because: 'It is outside the windows of Primary.',
    ...about,
  };
}

export function aPreview(
  about: Partial<SchedulePreview> = {},
): SchedulePreview {
  return {
    ...{ shifts: [], gaps: [], doubleBookings: [], load: [] },
    unreachable: { status: 'ok', value: [] },
    ...about,
  };
}

const bo = 'user:default/bo';

/** A schedule in Berlin, of which the reader may do all. */
export function aSchedule(about: Partial<ScheduleDetail> = {}): ScheduleDetail {
  const by = { type: 'user', ref: bo } as const;
  return {
    ...{ version: 1, createdAt: testNow, createdBy: by },
    ...{ updatedAt: testNow, updatedBy: by },
    definition: {
      ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
      levels: [
        {
          name: 'Primary',
          rotations: [
            {
              name: 'daily',
              participants: ['user:default/ada', bo],
              turn: { every: 1, unit: 'days' },
              handoff: { time: '09:00' },
              ...{ startsAt: '2026-11-19', priority: 0, whenAbsent: 'next' },
            },
          ],
        },
      ],
      ...{ revisions: [], overrides: [], swaps: [], shadows: [], absences: [] },
    },
    can: { update: true, overrideOwn: true, overrideAny: true },
    ...about,
  };
}
